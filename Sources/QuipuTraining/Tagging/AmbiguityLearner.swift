import QuipuLanguage

/// Finds the sets of tags that frequent words have.
struct AmbiguityLearner {
  /// Words seen less often stay unknown, as most words of a new text are: what is learnt of them would be learnt by heart.
  var minimumCount = 3
  /// A tag belongs to the set when at least one of so many occurrences has it.
  var maximumShare = 500

  /// The entries of the map, sorted by key: the number of the word's set, most frequent sets first.
  func entries(_ corpus: TrainingCorpus) -> [(hash: UInt64, value: UInt16)] {
    var counts: [UInt32: [Int]] = [:]
    for (s, sentence) in corpus.sentences.enumerated() {
      for (i, word) in sentence.words.enumerated() {
        let folded = corpus.records[corpus.starts[s] + i].folded
        counts[folded, default: [Int](repeating: 0, count: PartOfSpeech.allCases.count)][Int(word.tag.rawValue)] += 1
      }
    }
    var sets: [(folded: UInt32, set: UInt32)] = []
    var frequencies: [UInt32: Int] = [:]
    for (folded, tags) in counts.sorted(by: { $0.key < $1.key }) {
      let total = tags.reduce(0, +)
      guard total >= minimumCount else { continue }
      var set: UInt32 = 0
      for (tag, count) in tags.enumerated() where count * maximumShare >= total && count > 0 { set |= 1 << UInt32(tag) }
      sets.append((folded, set))
      frequencies[set, default: 0] += 1
    }
    let ranked = frequencies.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    var numbers: [UInt32: UInt16] = [:]
    for (number, entry) in ranked.enumerated() { numbers[entry.key] = UInt16(min(number, 60_000)) }
    return sets.map { (AmbiguityClasses.key($0.folded), numbers[$0.set] ?? 0) }
  }
}
