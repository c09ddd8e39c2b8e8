import ArgumentParser
import Quipu
import QuipuTraining

/// `quipu train lemmas`: the lemmatizer.
struct TrainLemmasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lemmas",
    abstract: "Trains the lemmatizer from CoNLL-U.",
    discussion: """
      Train the tagger into the same file first: lemmas are learnt with the morphology that it knows, and scored with \
      the tags that it gives as well as with those of the development set.
      """)

  @OptionGroup var options: TrainingOptions

  func run() throws {
    let output = ModelOutput(path: options.output)
    try OutputPaths.checkFolder(of: options.output)
    let existing = try output.existing()
    let tagger = try existing.flatMap { $0.hasSection("tagger.weights") ? try LinearTagger($0) : nil }
    let vocabulary = tagger == nil ? nil : try existing.map(Vocabulary.init)
    let trainer = try LemmaTrainer(
      options.trainingSentences(), labels: tagger?.morphology, vocabulary: vocabulary,
      lexicon: DataSources.lexicon())
    var builder = try output.others(without: "lemmas.")
    trainer.add(to: &builder)
    let bytes = builder.build()
    let development = try options.developmentSentences()
    if !development.isEmpty {
      let evaluation = LemmaEvaluation(
        try Lemmatizer(ModelFile(bytes: bytes)), tagger: tagger, vocabulary: vocabulary)
      let scores = evaluation.scores(development).map(\.text).joined(separator: "  ")
      Console(isQuiet: false).show("dev \(scores)\n")
    }
    try ModelOutput.write(bytes, to: options.output)
  }
}
