import ArgumentParser
import Quipu
import QuipuTraining

/// `quipu train vocabulary`: what words are read with by all models of a file.
struct TrainVocabularyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vocabulary",
    abstract: "Makes the vocabulary of a model file: word classes, clusters, vectors and spellings.",
    discussion: """
      The classes are those of the lexicon in the data folder, the clusters are learnt from text, vectors and spellings \
      are read as Tools/vectors/make.py and Tools/spellings/make.py make them. All other models of the \
      file read words with the vocabulary: make it first, and train them again when it has changed.
      """)

  @Option(
    name: .customLong("text"), parsing: .upToNextOption,
    help: ArgumentHelp("Plain texts to learn from, a paragraph a line, maybe gzipped.", valueName: "file"))
  var texts: [String] = []

  @Option(
    name: .customLong("train"), parsing: .upToNextOption,
    help: ArgumentHelp("CoNLL-U files to learn from, plain or gzipped.", valueName: "file"))
  var treebanks: [String] = []

  @Option(
    name: .customLong("words"),
    help: ArgumentHelp("Words with cluster and codes of their vectors (Models/words.tsv.gz).", valueName: "file"))
  var words: String?

  @Option(
    name: .customLong("word-types"),
    help: ArgumentHelp(
      "What words with vectors name when they stand alone (Models/word-types.tsv.gz).", valueName: "file"))
  var wordTypes: String?

  @Option(
    name: .customLong("centroids"),
    help: ArgumentHelp("What clusters and codes stand for (Models/centroids.tsv.gz).", valueName: "file"))
  var centroids: String?

  @Option(
    name: .customLong("spellings"),
    help: ArgumentHelp("Misspelt and shortened words (Models/spellings.tsv.gz).", valueName: "file"))
  var spellings: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The model file.", valueName: "model"))
  var output: String

  func validate() throws {
    let lists = [words, wordTypes, centroids, spellings].compactMap { $0 }
    try OutputPaths.check([output], against: texts + treebanks + lists)
    guard output != "-" else { throw ValidationError("A model goes to a file, not to standard output.") }
  }

  func run() throws {
    let output = ModelOutput(path: self.output)
    try OutputPaths.checkFolder(of: self.output)
    var trainer = VocabularyTrainer(lexicon: try DataSources.lexicon())
    if let spellings {
      try trainer.set(spellings: try SpellingReader.spellings(in: try InputBytes.read(spellings), path: spellings))
    }
    for path in texts { trainer.add(text: try InputBytes.read(path)) }
    for path in treebanks { trainer.add(try TreebankReader.read(path)) }
    if let words {
      let types = try wordTypes.map { try WordTypeReader.types(in: try InputBytes.read($0), path: $0) }
      trainer.add(codes: try WordCodeReader.codes(in: try InputBytes.read(words), path: words), types: types ?? [:])
    }
    if let centroids {
      trainer.set(centroids: try WordCodeReader.centroids(in: try InputBytes.read(centroids), path: centroids))
    }
    var builder = try output.others(without: "vocabulary.")
    trainer.add(to: &builder)
    try ModelOutput.write(builder.build(), to: self.output)
  }
}
