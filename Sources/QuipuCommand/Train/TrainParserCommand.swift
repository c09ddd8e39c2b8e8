import ArgumentParser
import Quipu
import QuipuTraining

/// `quipu train parser`: dependency trees.
struct TrainParserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser",
    abstract: "Trains the dependency parser from CoNLL-U.",
    discussion: """
      Train vocabulary and tagger into the same file first: the parser learns with tags, of taggers like that one which \
      have not seen the sentence. After each epoch UAS and LAS (subtypes aside) are printed and a checkpoint is written \
      beside the model; a training that was broken off goes on from there when it is started again in the same way.
      """)

  @OptionGroup var options: TrainingOptions

  @Option(help: ArgumentHelp("Times to go through the training data.", valueName: "n"))
  var epochs = ParserTrainer.Settings().epochs

  @Option(help: ArgumentHelp("Seed of the first weights and of the order of sentences.", valueName: "n"))
  var seed = ParserTrainer.Settings().seed

  @Option(
    help: ArgumentHelp(
      "Taggers that each tag a part of the training data unseen; 1 for the model's own.", valueName: "n"))
  var folds = ParserTrainer.Settings().folds

  func validate() throws {
    guard (1...10_000).contains(epochs) else {
      throw ValidationError("--epochs wants a number from 1 to 10000, not \(epochs).")
    }
    guard (1...20).contains(folds) else { throw ValidationError("--folds wants a number from 1 to 20, not \(folds).") }
  }

  func run() throws {
    let output = ModelOutput(path: options.output)
    try OutputPaths.checkFolder(of: options.output)
    guard let model = try output.existing() else {
      throw TrainingError(
        path: options.output, reason: "is not there, and the parser needs the tagger of the model that it is for",
        advice: "train vocabulary and tagger into that file first")
    }
    var settings = ParserTrainer.Settings()
    (settings.epochs, settings.seed, settings.folds) = (epochs, seed, folds)
    let trainer = try ParserTrainer(
      options.trainingSentences(), development: options.developmentSentences(), model: model, settings: settings)
    let console = Console(isQuiet: false)
    try trainer.run(from: output.checkpoint()) { report, checkpoint in
      console.show(report.line)
      try ModelOutput.write(checkpoint(), to: output.checkpointPath)
    }
    var builder = try output.others(without: "parser.")
    trainer.add(to: &builder)
    try ModelOutput.write(builder.build(), to: options.output)
    output.removeCheckpoint()
  }
}
