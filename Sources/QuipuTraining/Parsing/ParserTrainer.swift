import QuipuCore
import QuipuLanguage

/// Trains the dependency parser. The same data, tagger and settings give the same bytes, on however many threads.
public final class ParserTrainer {
  public struct Settings: Sendable {
    /// Times through the data.
    public var epochs = 20
    public var seed: UInt64 = 1
    /// Taggers of which each leaves one part of the training data out, to tag it.
    public var folds = 5
    public var shape = ParserShape()
    var learning = ParserLearner.Settings()

    public init() {}
  }

  private let settings: Settings
  private let development: [TreebankSentence]
  private let evaluation: ParserEvaluation
  private let learner: ParserLearner
  private let fingerprint: UInt64

  /// `model` holds the vocabulary and the tagger that the parser will be used with. Throws when these are missing, or
  /// when there is nothing to learn from.
  public init(
    _ sentences: [TreebankSentence], development: [TreebankSentence] = [], model: ModelFile,
    settings: Settings = Settings()
  ) throws {
    guard sentences.contains(where: { !$0.words.isEmpty }) else {
      throw TrainingError(path: "training data", reason: "holds no sentence", advice: "give a CoNLL-U file with some")
    }
    for name in ["vocabulary.entries", "tagger.weights"] where !model.hasSection(name) {
      throw TrainingError(
        path: model.path, reason: "has no section '\(name)', and the parser learns with the tags of its tagger",
        advice: "train vocabulary and tagger into the same file first")
    }
    self.settings = settings
    self.development = development
    let (vocabulary, tagger) = (try Vocabulary(model), try LinearTagger(model))
    evaluation = ParserEvaluation(tagger: tagger, vocabulary: vocabulary)
    let jackknife = TagJackknife(tagger: tagger, vocabulary: vocabulary, folds: settings.folds, seed: settings.seed)
    let corpus = ParserCorpus(
      sentences, corpus: try jackknife.records(sentences), centroids: try WordCentroids(model))
    var learning = settings.learning
    (learning.epochs, learning.seed) = (settings.epochs, settings.seed)
    learner = ParserLearner(corpus, shape: settings.shape, settings: learning)
    fingerprint = corpus.fingerprint(learning.numbers + settings.shape.numbers.map { UInt64($0) })
  }

  /// Learns from the first epoch, or from where a checkpoint stopped. `report` is called after each epoch with a
  /// function that makes the checkpoint.
  public func run(
    from checkpoint: ModelFile? = nil, report: (EpochReport, () -> [UInt8]) throws -> Void = { _, _ in }
  ) throws {
    var done = 0
    if let checkpoint { done = try learner.restore(checkpoint, fingerprint: fingerprint) }
    while done < settings.epochs {
      let totals = learner.epoch(done)
      done += 1
      let training = Score("LAS", correct: totals.both, total: totals.words)
      let scores = development.isEmpty ? [] : try evaluate()
      try report(EpochReport(epoch: done, training: training, development: scores)) { [done] in
        learner.checkpoint(fingerprint: fingerprint, epoch: done)
      }
    }
  }

  /// Adds the sections of the parser as it stands.
  public func add(to builder: inout ModelFileBuilder) {
    ParserQuantizer(parameters: learner.parameters, centroids: learner.corpus.centroids).add(to: &builder)
  }

  /// UAS and LAS on the development set, by the parser as it would be shipped.
  private func evaluate() throws -> [Score] {
    var builder = ModelFileBuilder()
    add(to: &builder)
    return evaluation.scores(try DependencyParser(ModelFile(bytes: builder.build())), development)
  }
}
