import ArgumentParser
import Quipu
import QuipuTraining

/// `quipu train tagger`: parts of speech and morphology.
struct TrainTaggerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tagger",
    abstract: "Trains the tagger (parts of speech, morphology) from CoNLL-U.",
    discussion: """
      Make the vocabulary of the same file first. After each epoch the scores are printed and a checkpoint is written beside the model; a training that was broken \
      off goes on from there when it is started again in the same way.
      """)

  @OptionGroup var options: TrainingOptions

  @Option(help: ArgumentHelp("Times to go through the training data.", valueName: "n"))
  var epochs = TaggerTrainer.Settings().epochs

  @Option(help: ArgumentHelp("Seed of the order of sentences.", valueName: "n"))
  var seed = TaggerTrainer.Settings().seed

  @Option(help: ArgumentHelp("Rounds of learning, each in another order, whose weights are added up.", valueName: "n"))
  var rounds = TaggerTrainer.Settings().rounds

  @Option(help: ArgumentHelp("The table of weights has 2^n rows, from 8 to 24.", valueName: "n"))
  var bits = TaggerTrainer.Settings().bits

  func validate() throws {
    guard (8...24).contains(bits) else { throw ValidationError("--bits wants a number from 8 to 24, not \(bits).") }
    guard rounds > 0 else { throw ValidationError("--rounds wants a whole number from 1 on, not \(rounds).") }
    guard epochs > 0 else { throw ValidationError("--epochs wants a whole number from 1 on, not \(epochs).") }
  }

  func run() throws {
    let output = ModelOutput(path: options.output)
    try OutputPaths.checkFolder(of: options.output)
    var settings = TaggerTrainer.Settings()
    (settings.epochs, settings.rounds, settings.seed) = (epochs, rounds, seed)
    settings.bits = bits
    settings.morphologyBits = min(settings.morphologyBits, bits)
    let trainer = try TaggerTrainer(
      options.trainingSentences(), development: options.developmentSentences(),
      vocabulary: output.vocabulary(), settings: settings)
    let console = Console(isQuiet: false)
    try trainer.run(from: output.checkpoint()) { report, checkpoint in
      console.show(report.line)
      try ModelOutput.write(checkpoint(), to: output.checkpointPath)
    }
    var builder = try output.others(without: "tagger.")
    trainer.add(to: &builder)
    try ModelOutput.write(builder.build(), to: options.output)
    output.removeCheckpoint()
  }
}
