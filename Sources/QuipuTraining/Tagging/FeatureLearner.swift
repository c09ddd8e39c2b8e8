import QuipuLanguage

/// Learns the table of `FeatureLabels` by counting.
struct FeatureLearner {
  /// Forms and shapes seen less often say nothing.
  private static let minimumCount = 2

  private var names = [""]
  private var map: [(hash: UInt64, value: UInt16)] = []

  /// `morphology` holds the number of each record's morphology, 255 for what the tagger cannot say.
  init(_ corpus: TrainingCorpus, morphology: [UInt8]) {
    var numbers: [String: Int] = ["": 0]
    var examples: [(record: TokenRecord, features: Int)] = []
    for (s, sentence) in corpus.sentences.enumerated() {
      for (i, word) in sentence.words.enumerated() where morphology[corpus.starts[s] + i] != 255 {
        var record = corpus.records[corpus.starts[s] + i]
        record.tag = UInt32(word.tag.rawValue) + 1 | UInt32(morphology[corpus.starts[s] + i]) << 8
        let number = numbers[word.features] ?? names.count
        if number == names.count {
          numbers[word.features] = number
          names.append(word.features)
        }
        examples.append((record, number))
      }
    }
    guard names.count < Int(HashedMap.absent) else { return }
    // From the general to the particular: what the more general says already needs no entry.
    var known: [UInt64: Int] = [:]
    for level in FeatureLabels.levels.reversed() { learn(level, examples, &known) }
  }

  private mutating func learn(
    _ level: UInt64, _ examples: [(record: TokenRecord, features: Int)], _ known: inout [UInt64: Int]
  ) {
    var counts: [UInt64: [Int: Int]] = [:]
    var order: [TokenRecord] = []
    for (record, features) in examples {
      let key = FeatureLabels.key(level, record)
      if counts[key] == nil { order.append(record) }
      counts[key, default: [:]][features, default: 0] += 1
    }
    for record in order {
      let key = FeatureLabels.key(level, record)
      let own = counts[key] ?? [:]
      guard level == FeatureLabels.levels.upperBound || own.values.reduce(0, +) >= FeatureLearner.minimumCount,
        let best = own.max(by: { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key })?.key
      else { continue }
      let general = FeatureLabels.levels.lazy.filter { $0 > level }.compactMap { [known] in
        known[FeatureLabels.key($0, record)]
      }.first
      if best != general {
        known[key] = best
        map.append((key, UInt16(best)))
      }
    }
  }

  /// Adds the sections `tagger.features…`.
  func add(to builder: inout ModelFileBuilder) {
    builder.add("tagger.features", strings: names)
    builder.add("tagger.features.map", map: map)
  }
}
