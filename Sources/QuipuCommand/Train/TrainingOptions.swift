import ArgumentParser
import Quipu
import QuipuTraining

/// What every kind of training is given: treebanks in, a model file out.
struct TrainingOptions: ParsableArguments {
  @Option(
    name: .customLong("train"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "CoNLL-U files to learn from, plain or gzipped.", valueName: "file"))
  var training: [String]

  @Option(
    name: .customLong("dev"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "CoNLL-U files to score on.", valueName: "file"))
  var development: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The model file.", valueName: "model"))
  var output: String

  func validate() throws {
    try OutputPaths.check([output], against: training + development)
    guard output != "-" else { throw ValidationError("A model goes to a file, not to standard output.") }
  }

  func trainingSentences() throws -> [TreebankSentence] { try training.flatMap { try TreebankReader.read($0) } }
  func developmentSentences() throws -> [TreebankSentence] { try development.flatMap { try TreebankReader.read($0) } }
}

extension DataSources {
  /// The lexicon of the data folder, which training compiles into models.
  static func lexicon() throws -> Lexicon {
    try ExtractionResources.load(sources(adding: [], replacing: false)).lexicon
  }
}
