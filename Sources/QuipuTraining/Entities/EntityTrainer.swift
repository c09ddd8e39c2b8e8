import QuipuCore
import QuipuLanguage

/// A source of annotated text with how its types are read.
public struct EntitySource {
  public var name: String
  public var texts: [AnnotatedText]
  public var map: EntityMap
  /// Its share in the blend of guidelines that the model answers by.
  public var share: Float

  public init(name: String, texts: [AnnotatedText], map: EntityMap, share: Float) {
    self.name = name
    self.texts = texts
    self.map = map
    self.share = share
  }
}

/// Trains the recognizer of named entities: a conditional random field over hashed features, by AdaGrad. The same data
/// and settings give the same bytes.
public final class EntityTrainer {
  public struct Settings: Sendable {
    public var epochs = 8
    public var seed: UInt64 = 1
    /// Rows of the weights, as a power of two.
    public var bits = 18
    public var rate: Float = 0.1
    /// How fast the sources' own weights learn, against the shared ones.
    public var ownRate: Float = 1
    /// Of so many features in 256 one token loses while it is learnt, so that none is relied on alone.
    public var dropout: UInt64 = 0
    /// Epochs whose weights are averaged begin here, from 0.
    public var averagingStart = 1

    public init() {}
  }

  private let settings: Settings
  private let labels: EntityLabels
  private let sources: [EntitySource]
  private var corpus: EntityCorpus
  private let weights: SharedWeights
  private var transitions: [LabelRow]
  private var transitionSquares: [LabelRow]
  private var field: RandomField
  /// Sums over the epochs that are averaged.
  private var sums: [LabelRow]
  private var transitionSums: [LabelRow]
  private var averaged: Float = 0
  private let addGazetteer: (inout ModelFileBuilder) -> Void
  private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: 4096 * EntityTemplates.maximum)
  private var scores: [LabelRow] = []
  private var free: [LabelRow] = []
  private var held: [LabelRow] = []
  private var counts: [Int] = []

  public init(
    _ sources: [EntitySource], classes: [String], gazetteer: GazetteerCompiler?, maker: EntityRecords,
    settings: Settings = Settings()
  ) throws {
    self.settings = settings
    self.sources = sources
    labels = EntityLabels(classes: classes)
    addGazetteer = { gazetteer?.build("entities.gazetteer", into: &$0) }
    var builder = ModelFileBuilder()
    addGazetteer(&builder)
    let phrases = try gazetteer.map { _ in try GazetteerPhrases(ModelFile(bytes: builder.build()), "entities.gazetteer") }
    corpus = EntityCorpus(labels: labels, gazetteer: phrases)
    for (s, source) in sources.enumerated() {
      for text in source.texts { corpus.add(text, map: source.map, source: s, by: maker) }
    }
    weights = SharedWeights(bits: settings.bits, sources: sources.count)
    transitions = Array(repeating: .zero, count: EntityLabels.columns)
    transitionSquares = transitions
    transitionSums = transitions
    sums = Array(repeating: .zero, count: 1 << settings.bits)
    field = RandomField(labels: labels)
  }

  deinit { features.deallocate() }

  /// Learns; `report` is called after each epoch.
  public func run(report: (Int, Double, EntityTrainer) throws -> Void) throws {
    for epoch in 0..<settings.epochs {
      let loss = learn(epoch)
      if epoch >= settings.averagingStart {
        weights.add(shares: sources.map(\.share), to: &sums)
        for i in transitions.indices { transitionSums[i] += transitions[i] }
        averaged += 1
      }
      try report(epoch + 1, loss, self)
    }
  }

  private func learn(_ epoch: Int) -> Double {
    var loss = 0.0
    corpus.records.withUnsafeBufferPointer { records in
      corpus.contexts.withUnsafeBufferPointer { contexts in
        corpus.allowed.withUnsafeBufferPointer { allowed in
          guard let records = records.baseAddress, let contexts = contexts.baseAddress,
            let allowed = allowed.baseAddress
          else { return }
          for s in SeededOrder.indexes(count: corpus.sentences.count, seed: settings.seed, epoch: epoch) {
            let sentence = corpus.sentences[s]
            guard sentence.count <= 4096 else { continue }
            var random = settings.seed &+ UInt64(epoch) << 32 &+ UInt64(s) &* 0x9E37_79B9_7F4A_7C15
            loss += learn(
              sentence, records + sentence.start, contexts + sentence.start, allowed + sentence.start, &random)
          }
        }
      }
    }
    return loss
  }

  private func learn(
    _ sentence: EntityCorpus.Sentence, _ records: UnsafePointer<TokenRecord>,
    _ contexts: UnsafePointer<EntityContext>, _ allowed: UnsafePointer<UInt32>, _ random: inout UInt64
  ) -> Double {
    let n = sentence.count
    while scores.count < n {
      scores.append(.zero)
      free.append(.zero)
      held.append(.zero)
      counts.append(0)
    }
    for i in 0..<n {
      let place = features + i * EntityTemplates.maximum
      counts[i] = drop(place, EntityTemplates.write(records + i, contexts + i, into: place), &random)
      scores[i] = weights.score(place, count: counts[i], source: sentence.source)
    }
    field.set(transitions)
    var expected = [LabelRow](repeating: .zero, count: EntityLabels.columns)
    let isPossible = scores.withUnsafeBufferPointer { scores in
      guard let scores = scores.baseAddress else { return false }
      return field.probabilities(scores, count: n, allowed: allowed, sign: 1, into: &held, expected: &expected)
        && field.probabilities(scores, count: n, allowed: nil, sign: -1, into: &free, expected: &expected)
    }
    guard isPossible else { return 0 }
    var loss = 0.0
    for i in 0..<n {
      let gradient = held[i] - free[i]
      let size = gradient.max() - gradient.min()
      loss += Double(size)
      guard size > 0.002 else { continue }
      weights.update(
        features + i * EntityTemplates.maximum, count: counts[i], source: sentence.source, gradient: gradient,
        rate: settings.rate, own: settings.ownRate)
    }
    for label in 0..<labels.count {
      transitionSquares[label] += expected[label] * expected[label]
      transitions[label] += expected[label] * settings.rate / (transitionSquares[label] + 0.1).squareRoot()
    }
    return loss
  }

  /// Leaves some features out, by SplitMix64; returns how many stay.
  @inline(__always)
  private func drop(_ features: UnsafeMutablePointer<UInt32>, _ count: Int, _ random: inout UInt64) -> Int {
    guard settings.dropout > 0 else { return count }
    var kept = 0
    var bits: UInt64 = 0
    for i in 0..<count {
      if i & 7 == 0 {
        random &+= 0x9E37_79B9_7F4A_7C15
        bits = (random ^ (random >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
      }
      if bits & 0xFF >= settings.dropout {
        features[kept] = features[i]
        kept += 1
      }
      bits >>= 8
    }
    return kept
  }

  /// Adds the sections of the model.
  public func add(to builder: inout ModelFileBuilder) {
    var rows = sums
    var between = transitionSums
    var count = averaged
    if count == 0 {
      weights.add(shares: sources.map(\.share), to: &rows)
      between = transitions
      count = 1
    }
    var largest: Float = 1e-6
    for row in rows { largest = max(largest, row.max(), -row.min()) }
    let scale = 127 / largest
    var quantized = [Int8](repeating: 0, count: rows.count * EntityLabels.columns)
    for (r, row) in rows.enumerated() where row != .zero {
      let rounded = SIMD16<Int8>(truncatingIfNeeded: SIMD16<Int32>((row * scale).rounded(.toNearestOrAwayFromZero)))
      for k in 0..<labels.count { quantized[r * EntityLabels.columns + k] = rounded[k] }
    }
    var ints = [Int32](repeating: 0, count: EntityLabels.columns * EntityLabels.columns)
    for before in 0..<labels.count {
      for after in 0..<labels.count {
        ints[before * EntityLabels.columns + after] = Int32(
          (between[before][after] * scale).rounded(.toNearestOrAwayFromZero))
      }
    }
    builder.add("entities.classes", strings: labels.classes)
    builder.add(
      "entities.weights", weights: quantized, columns: EntityLabels.columns, scale: Double(largest / 127 / count))
    builder.add("entities.transitions", integers: ints)
    addGazetteer(&builder)
  }
}
