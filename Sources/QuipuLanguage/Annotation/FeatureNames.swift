/// The texts of all combinations of morphological features, numbered over all parts of speech; number 0 is ''.
struct FeatureNames: Sendable {
  let names: [String]
  /// The number of the first combination of each part of speech.
  private let starts: [Int]
  private let counts: [Int]

  init(_ labels: MorphologyLabels) {
    var names = [""]
    var starts: [Int] = []
    for own in labels.labels {
      starts.append(names.count)
      names += own
    }
    self.names = names
    self.starts = starts
    counts = labels.labels.map(\.count)
  }

  func number(of record: TokenRecord) -> UInt16 {
    let tag = Int(record.partOfSpeech.rawValue)
    let morphology = Int(record.morphology)
    return morphology < counts[tag] ? UInt16(truncatingIfNeeded: starts[tag] + morphology) : 0
  }
}
