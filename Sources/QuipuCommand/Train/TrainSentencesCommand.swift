import ArgumentParser
import Quipu
import QuipuTraining

/// `quipu train sentences`: where sentences end in raw text.
struct TrainSentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences",
    abstract: "Trains the sentence-boundary model from CoNLL-U and the raw documents it was made of.",
    discussion: """
      Each treebank goes with the file of documents at its place: the same texts in the same order, with the paragraphs \
      and lines that CoNLL-U leaves out.
      """)

  @OptionGroup var options: TrainingOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Documents of the treebanks to learn from, one file for each.", valueName: "file"))
  var documents: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Documents of the treebanks to score on, one file for each.", valueName: "file"))
  var devDocuments: [String] = []

  @Option(help: ArgumentHelp("Times to go through the training data in a round.", valueName: "n"))
  var epochs = SentenceTrainer.Settings().epochs

  @Option(help: ArgumentHelp("Rounds of learning, each in another order, whose weights are added up.", valueName: "n"))
  var rounds = SentenceTrainer.Settings().rounds

  @Option(help: ArgumentHelp("Seed of the order of documents.", valueName: "n"))
  var seed = SentenceTrainer.Settings().seed

  func validate() throws {
    try OutputPaths.check([options.output], against: documents + devDocuments)
    guard documents.count == options.training.count else {
      throw ValidationError("--documents wants one file for each of --train, not \(documents.count).")
    }
    guard devDocuments.count == options.development.count else {
      throw ValidationError("--dev-documents wants one file for each of --dev, not \(devDocuments.count).")
    }
    guard rounds > 0 else { throw ValidationError("--rounds wants a whole number from 1 on, not \(rounds).") }
    guard epochs > 0 else { throw ValidationError("--epochs wants a whole number from 1 on, not \(epochs).") }
  }

  func run() throws {
    let output = ModelOutput(path: options.output)
    try OutputPaths.checkFolder(of: options.output)
    var settings = SentenceTrainer.Settings()
    (settings.epochs, settings.rounds, settings.seed) = (epochs, rounds, seed)
    let trainer = try SentenceTrainer(
      corpus(options.training, documents), development: corpus(options.development, devDocuments), settings: settings)
    let console = Console(isQuiet: false)
    try trainer.run(from: output.checkpoint()) { report, checkpoint in
      console.show(report.line)
      try ModelOutput.write(checkpoint(), to: output.checkpointPath)
    }
    var builder = try output.others(without: "sentences.")
    trainer.add(to: &builder)
    try ModelOutput.write(builder.build(), to: options.output)
    output.removeCheckpoint()
  }

  private func corpus(_ treebanks: [String], _ documents: [String]) throws -> SentenceCorpus {
    var corpus = SentenceCorpus()
    for (treebank, path) in zip(treebanks, documents) {
      var texts: [[UInt8]] = []
      for outcome in DocumentReader(DocumentSource([path])) {
        switch outcome {
        case .failure(let error): throw error
        case .document(let document, _, _): texts.append(document.bytes)
        }
      }
      try corpus.add(
        documents: texts, treebank: SentenceCorpus.surfaces(in: InputBytes.read(treebank)), path: path)
    }
    return corpus
  }
}
