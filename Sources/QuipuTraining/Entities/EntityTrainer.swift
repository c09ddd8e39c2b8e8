import QuipuCore
import QuipuLanguage

/// A source of annotated text with how its types are read.
public struct EntitySource: Sendable {
  public var name: String
  public var texts: [AnnotatedText]
  public var map: EntityMap
  /// Its share in the blend of guidelines that the model answers by.
  public var share: Float

  public init(name: String, texts: [AnnotatedText], map: EntityMap, share: Float = 0) {
    self.name = name
    self.texts = texts
    self.map = map
    self.share = share
  }
}

/// Trains the recognizer of named entities: a conditional random field over hashed features, by AdaGrad, in whole
/// epochs
/// whose weights are averaged. The same data and settings give the same bytes.
public final class EntityTrainer {
  public struct Settings: Sendable {
    public var epochs = 6
    /// Rounds of learning from nothing, each in another order, whose weights are added up: an ensemble at the price of
    /// one model, since sums of linear models are linear models.
    public var rounds = 3
    public var seed: UInt64 = 1
    /// Rows of the weights, as a power of two.
    public var bits = 17
    public var rate: Float = 0.1
    /// Where the sums of squares of AdaGrad begin: the larger, the less rare features learn in one step.
    public var smoothing: Float = 10
    /// Of 256 features of a token so many are left out while it is learnt, so that none is relied on alone.
    public var dropout: UInt64 = 48
    /// Of 256 capitalised words so many are hidden while they are learnt: most names of a new text are new.
    public var hidden: UInt64 = 48
    /// Features that are rarer are not learnt.
    public var minimumCount: UInt32 = 2
    /// Epochs before those that are averaged.
    public var warmup = 3
    /// What names of a class gain where they begin, as a logarithm of odds.
    public var biases: [String: Float] = [:]

    public init() {}

    /// For classes that a user adds from a few documents.
    public static var added: Settings {
      var settings = Settings()
      (settings.bits, settings.epochs, settings.minimumCount) = (15, 12, 1)
      (settings.smoothing, settings.rate, settings.hidden, settings.rounds) = (1, 0.1, 32, 1)
      return settings
    }
  }

  let settings: Settings
  let labels: EntityLabels
  private let shares: [Float]
  private let corpus: EntityCorpus
  let weights: SharedWeights
  private var examples: ExampleReader
  var transitions = [LabelRow](repeating: .zero, count: EntityLabels.columns)
  var transitionSquares = [LabelRow](repeating: .zero, count: EntityLabels.columns)
  private var field: RandomField
  /// Sums over the epochs that are averaged.
  var sums: [LabelRow]
  var transitionSums = [LabelRow](repeating: .zero, count: EntityLabels.columns)
  /// Epochs that are learnt.
  private var done = 0
  private var held: [LabelRow] = []
  private var free: [LabelRow] = []

  /// Throws when there is nothing to learn from. At most `EntityLabels.maximumClasses` classes.
  public init(
    _ sources: [EntitySource], classes: [String], gazetteer: GazetteerPhrases?, records: EntityRecords,
    settings: Settings = Settings()
  ) throws(TrainingError) {
    guard sources.contains(where: { !$0.texts.isEmpty }) else {
      throw TrainingError(path: "training data", reason: "holds no text", advice: "give a file with some")
    }
    self.settings = settings
    labels = EntityLabels(classes: classes)
    shares = sources.map(\.share)
    var corpus = EntityCorpus(labels: labels, gazetteer: gazetteer)
    for (s, source) in sources.enumerated() {
      for text in source.texts { corpus.add(text, map: source.map, source: s, by: records) }
    }
    self.corpus = corpus
    weights = SharedWeights(bits: settings.bits, sources: sources.count, smoothing: settings.smoothing)
    weights.assign(corpus, minimum: settings.minimumCount)
    sums = Array(repeating: .zero, count: 1 << settings.bits)
    field = RandomField(labels: labels)
    examples = ExampleReader(settings: settings)
  }

  /// Learns from the first epoch, or from where a checkpoint stopped. `report` is called after each epoch with its
  /// number and a function that makes the checkpoint.
  public func run(
    from checkpoint: ModelFile? = nil, report: (Int, () -> [UInt8]) throws -> Void = { _, _ in }
  ) throws {
    let fingerprint = corpus.fingerprint(settings, shares: shares)
    done = try checkpoint.map { try restore($0, fingerprint: fingerprint) } ?? 0
    while done < settings.epochs * settings.rounds {
      let epoch = done % settings.epochs
      if epoch == 0 { forget() }
      learn(epoch: done)
      if epoch >= settings.warmup {
        weights.add(shares: shares, to: &sums)
        for i in transitions.indices { transitionSums[i] += transitions[i] }
      }
      done += 1
      try report(done) { [done] in self.checkpoint(fingerprint: fingerprint, epoch: done) }
    }
  }

  /// Begins a round.
  private func forget() {
    weights.clear()
    for i in transitions.indices { (transitions[i], transitionSquares[i]) = (.zero, .zero) }
  }

  private func learn(epoch: Int) {
    corpus.withStorage { records, contexts, allowed in
      for s in SeededOrder.indexes(count: corpus.sentences.count, seed: settings.seed, epoch: epoch) {
        let sentence = corpus.sentences[s]
        examples.read(records + sentence.start, contexts + sentence.start, sentence, number: s, epoch, weights)
        learn(sentence, allowed + sentence.start)
      }
    }
  }

  /// A step up the gradient of the log-likelihood of what is allowed: its expected features minus those of all.
  private func learn(_ sentence: EntityCorpus.Sentence, _ allowed: UnsafePointer<UInt32>) {
    let n = sentence.count
    while held.count < n {
      held.append(.zero)
      free.append(.zero)
    }
    field.set(transitions)
    var expected = [LabelRow](repeating: .zero, count: EntityLabels.columns)
    let isPossible = examples.withScores { scores in
      field.probabilities(scores, count: n, allowed: allowed, sign: 1, into: &held, expected: &expected)
        && field.probabilities(scores, count: n, allowed: nil, sign: -1, into: &free, expected: &expected)
    }
    guard isPossible else { return }
    for i in 0..<n {
      let gradient = held[i] - free[i]
      // What is known well enough already is most of the text.
      guard gradient.max() - gradient.min() > 0.002 else { continue }
      examples.withFeatures(of: i) { features, count in
        weights.update(features, count: count, source: sentence.source, gradient: gradient, rate: settings.rate)
      }
    }
    for label in 0..<labels.count {
      transitionSquares[label] += expected[label] * expected[label]
      transitions[label] +=
        expected[label] * settings.rate / (transitionSquares[label] + settings.smoothing).squareRoot()
    }
  }

  /// Adds the sections of the model: `entities`, or `entities.added` for classes of a user.
  ///
  /// With `shares` the model answers by another blend of the sources, and by the last weights alone: to find the best.
  public func add(to builder: inout ModelFileBuilder, prefix: String = "entities", shares other: [Float]? = nil) {
    var rows = other == nil ? sums : Array(repeating: .zero, count: sums.count)
    var between = transitionSums
    // Averages of so many epochs are shipped as their sum.
    var count = Float((0..<done).count { $0 % settings.epochs >= settings.warmup })
    if other != nil || count == 0 {
      weights.add(shares: other ?? shares, to: &rows)
      (between, count) = (transitions, 1)
    }
    var largest: Float = 1e-6
    for row in rows { largest = max(largest, row.max(), -row.min()) }
    let scale = 127 / largest
    var quantized = [Int8](repeating: 0, count: rows.count * EntityLabels.columns)
    for (r, row) in rows.enumerated() where weights.owners[r] != 0 {
      let rounded = SIMD16<Int32>((row * scale).rounded(.toNearestOrAwayFromZero))
      for label in 0..<labels.count {
        quantized[r * EntityLabels.columns + label] = Int8(truncatingIfNeeded: rounded[label])
      }
      quantized[r * EntityLabels.columns + EntityLabels.checkColumn] =
        Int8(truncatingIfNeeded: weights.owners[r] >> 24)
    }
    var table = [Int32](repeating: 0, count: EntityLabels.columns * EntityLabels.columns)
    for before in 0..<labels.count {
      let row = (between[before] * scale).rounded(.toNearestOrAwayFromZero)
      for after in 0..<labels.count where abs(row[after]) < 524_288 {
        table[before * EntityLabels.columns + after] = Int32(row[after])
      }
      for (c, name) in labels.classes.enumerated() {
        let bias = ((settings.biases[name] ?? 0) * count * scale).rounded(.toNearestOrAwayFromZero)
        table[before * EntityLabels.columns + EntityLabels.begin(c)] += Int32(bias)
      }
    }
    builder.add(prefix + ".classes", strings: labels.classes)
    builder.add(prefix + ".weights", weights: quantized, columns: EntityLabels.columns, scale: Double(1 / scale))
    builder.add(prefix + ".transitions", integers: table)
  }
}
