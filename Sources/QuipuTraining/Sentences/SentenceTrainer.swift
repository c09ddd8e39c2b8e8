import QuipuCore
import QuipuLanguage

/// Trains the sentence-boundary model. The same data and settings give the same bytes.
public final class SentenceTrainer {
  public struct Settings: Sendable {
    /// Times through the data in one round.
    public var epochs = 6
    /// Rounds of learning from nothing, each in another order, whose weights are added up.
    public var rounds = 4
    public var seed: UInt64 = 1
    /// Learns from right answers too while they win by less than this.
    public var margin: Int32 = 12
    /// The same for what is no boundary and has no final punctuation before it: a wrong one in prose does more harm
    /// than one that is missed in a list.
    public var caution: Int32 = 24
    /// What a boundary without final punctuation before it must score above, in units of the 8-bit weights.
    public var threshold: Int32 = 30
    /// Rows of the weights, as a power of two.
    public var bits = 16

    public init() {}
  }

  private let settings: Settings
  private let corpus: SentenceCorpus
  private let development: SentenceCorpus
  private let perceptron: AveragedPerceptron
  /// The sum of the rounds that are done.
  private let sum: AveragedPerceptron
  private let records = BoundaryRecords()

  /// Throws when there is nothing to learn from.
  public init(
    _ corpus: SentenceCorpus, development: SentenceCorpus = SentenceCorpus(), settings: Settings = Settings()
  ) throws(TrainingError) {
    guard !corpus.texts.isEmpty else {
      throw TrainingError(
        path: "training data", reason: "holds no document", advice: "give documents and the treebank made of them")
    }
    (self.corpus, self.development, self.settings) = (corpus, development, settings)
    perceptron = AveragedPerceptron(bits: settings.bits, columns: 1)
    sum = AveragedPerceptron(bits: settings.bits, columns: 1)
  }

  /// Learns from the first epoch, or from where a checkpoint stopped. `report` is called after each epoch with a
  /// function that makes the checkpoint.
  public func run(
    from checkpoint: ModelFile? = nil, report: (EpochReport, () -> [UInt8]) throws -> Void = { _, _ in }
  ) throws {
    let perceptrons = [("sentences", perceptron), ("sums", sum)]
    let fingerprint = fingerprint()
    var done = 0
    if let checkpoint { done = try Checkpoint.restore(checkpoint, fingerprint: fingerprint, perceptrons) }
    while done < settings.epochs * settings.rounds {
      let training = learn(epoch: done)
      done += 1
      if done % settings.epochs == 0 {
        sum.add(perceptron)
        perceptron.reset()
      }
      let scores = development.texts.isEmpty ? [] : [try evaluate()]
      try report(EpochReport(epoch: done, training: training, development: scores)) { [done] in
        Checkpoint.build(fingerprint: fingerprint, epoch: done, perceptrons)
      }
    }
  }

  private func fingerprint() -> UInt64 {
    let numbers = [
      settings.seed, UInt64(settings.bits), UInt64(settings.margin), UInt64(settings.caution),
      UInt64(settings.threshold), UInt64(settings.epochs), UInt64(settings.rounds),
    ]
    var hash = StableHash.seed
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { hash = StableHash.hash($0, seed: hash) } }
    for text in corpus.texts {
      hash = StableHash.hash(text.bytes, seed: hash)
      hash = StableHash.hash(text.starts.map { $0 ? 1 : 0 }, seed: hash)
    }
    return hash
  }

  private func learn(epoch: Int) -> Score {
    var learner = Learner(perceptron: perceptron, margin: settings.margin, caution: settings.caution)
    for t in SeededOrder.indexes(count: corpus.texts.count, seed: settings.seed, epoch: epoch) {
      let text = corpus.texts[t]
      learner.begin(text)
      text.bytes.withUnsafeBufferPointer { bytes in
        _ = BoundaryPass.sentences(text.tokens, in: bytes, records: records, decider: &learner)
      }
      learner.end()
    }
    return learner.score
  }

  /// Adds the section of the model, after the rounds so far (within the first: after the epochs so far).
  public func add(to builder: inout ModelFileBuilder) {
    let weights = (sum.clock > 1 ? sum : perceptron).quantized()
    builder.add("sentences.weights", weights: weights.weights, columns: 1, scale: weights.scale)
    builder.add("sentences.threshold", integers: [settings.threshold])
  }

  private func evaluate() throws -> Score {
    var builder = ModelFileBuilder()
    add(to: &builder)
    return SentenceEvaluation(try TrainedSentenceSplitter(ModelFile(bytes: builder.build()))).score(development)
  }
}

/// Decides by the weights as they are and learns from the treebank.
private struct Learner: BoundaryDeciding {
  let perceptron: AveragedPerceptron
  let margin: Int32
  let caution: Int32
  private var starts: [Bool] = []
  private var decisions = 0
  private(set) var score = Score("boundaries")

  init(perceptron: AveragedPerceptron, margin: Int32, caution: Int32) {
    (self.perceptron, self.margin, self.caution) = (perceptron, margin, caution)
  }

  mutating func begin(_ text: SentenceCorpus.Text) { (starts, decisions) = (text.starts, 0) }

  /// How many gaps are asked about depends on the answers (list markers); all epochs must count the same time.
  func end() {
    for _ in decisions..<max(starts.count, decisions) { perceptron.tick() }
  }

  mutating func isBoundary(_ features: UnsafePointer<UInt32>, count: Int, before k: Int, afterFinal: Bool) -> Bool {
    let sum = withUnsafeTemporaryAllocation(of: Int32.self, capacity: perceptron.sumCount) { sums in
      guard let base = sums.baseAddress else { return Int32(0) }
      perceptron.score(features, count: count, into: base)
      return base[0]
    }
    let gold: Int32 = starts[k] ? 1 : -1
    score.count((sum > 0) == starts[k])
    if gold &* sum < (gold < 0 && !afterFinal ? caution : margin) {
      perceptron.update(features, count: count, label: 0, by: gold)
    }
    perceptron.tick()
    decisions += 1
    return sum > 0
  }
}
