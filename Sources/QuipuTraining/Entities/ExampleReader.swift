import QuipuLanguage

/// Makes the features of a sentence that is learnt from, with some of them left out and some words hidden, by
/// SplitMix64
/// (Steele, Lea, Flood 2014) from seed, epoch and sentence alone.
struct ExampleReader {
  private let settings: EntityTrainer.Settings
  private var state: UInt64 = 0
  private var records: [TokenRecord] = []
  private var contexts: [EntityContext] = []
  private var features: [UInt32] = []
  private var counts: [Int] = []
  private var scores: [LabelRow] = []

  init(settings: EntityTrainer.Settings) { self.settings = settings }

  /// Reads a sentence and scores it.
  mutating func read(
    _ records: UnsafePointer<TokenRecord>, _ contexts: UnsafePointer<EntityContext>, _ sentence: EntityCorpus.Sentence,
    number: Int, _ epoch: Int, _ weights: SharedWeights
  ) {
    state = settings.seed &+ UInt64(epoch) << 32 &+ UInt64(number) &* 0xD1B5_4A32_D192_ED03
    copy(records, contexts, count: sentence.count)
    hideWords(count: sentence.count)
    features.removeAll(keepingCapacity: true)
    features.append(contentsOf: repeatElement(0, count: sentence.count * EntityTemplates.maximum))
    counts = Array(repeating: 0, count: sentence.count)
    scores = Array(repeating: .zero, count: sentence.count)
    features.withUnsafeMutableBufferPointer { features in
      self.records.withUnsafeBufferPointer { records in
        self.contexts.withUnsafeBufferPointer { contexts in
          guard let features = features.baseAddress, let records = records.baseAddress,
            let contexts = contexts.baseAddress
          else { return }
          for i in 0..<sentence.count {
            let place = features + i * EntityTemplates.maximum
            let written = EntityTemplates.write(records + TokenRecords.margin + i, contexts + i, into: place)
            counts[i] = ExampleReader.drop(
              place, weights.known(place, count: written), settings.dropout, &state)
            scores[i] = weights.score(place, count: counts[i], source: sentence.source)
          }
        }
      }
    }
  }

  func withScores(_ body: (UnsafePointer<LabelRow>) -> Bool) -> Bool {
    scores.withUnsafeBufferPointer { scores in scores.baseAddress.map(body) ?? false }
  }

  func withFeatures(of token: Int, _ body: (UnsafePointer<UInt32>, Int) -> Void) {
    features.withUnsafeBufferPointer { features in
      if let base = features.baseAddress { body(base + token * EntityTemplates.maximum, counts[token]) }
    }
  }

  private mutating func copy(
    _ records: UnsafePointer<TokenRecord>, _ contexts: UnsafePointer<EntityContext>, count: Int
  ) {
    let margin = TokenRecords.margin
    self.records.removeAll(keepingCapacity: true)
    self.records.append(contentsOf: UnsafeBufferPointer(start: records - margin, count: count + 2 * margin))
    self.contexts.removeAll(keepingCapacity: true)
    self.contexts.append(contentsOf: UnsafeBufferPointer(start: contexts, count: count))
  }

  /// Takes form and endings from some capitalised words, as if none of them had ever been seen.
  private mutating func hideWords(count: Int) {
    guard settings.hidden > 0 else { return }
    for i in 0..<count where records[TokenRecords.margin + i].flags.contains(.hasUpper) {
      guard SeededRandom.step(&state) & 0xFF < settings.hidden else { continue }
      let folded = records[TokenRecords.margin + i].folded
      records[TokenRecords.margin + i].hideForm()
      for k in max(0, i - 8)..<min(count, i + 9) {
        if contexts[k].first == folded { contexts[k].first = 0 }
        if contexts[k].last == folded { contexts[k].last = 0 }
      }
    }
  }

  /// Leaves features out, so many of 256; returns how many stay.
  @inline(__always)
  private static func drop(
    _ features: UnsafeMutablePointer<UInt32>, _ count: Int, _ share: UInt64, _ state: inout UInt64
  ) -> Int {
    guard share > 0 else { return count }
    var kept = 0
    var bits: UInt64 = 0
    for i in 0..<count {
      if i & 7 == 0 { bits = SeededRandom.step(&state) }
      features[kept] = features[i]
      kept += bits & 0xFF >= share ? 1 : 0
      bits >>= 8
    }
    return kept
  }
}

extension TokenRecord {
  /// Forgets what the token is spelled like, but for its shape.
  mutating func hideForm() {
    (form, folded) = (0, 0)
    (prefix1, prefix2, prefix3) = (0, 0, 0)
    (suffix1, suffix2, suffix3, suffix4) = (0, 0, 0, 0)
  }
}
