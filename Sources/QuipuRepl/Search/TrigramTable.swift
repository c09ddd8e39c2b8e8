/// Which texts have which three scalars in a row, words padded with two spaces before and one behind.
struct TrigramTable {
  private var postings: [UInt64: [Int32]] = [:]

  /// Adds a text, given as words, under a number; numbers come in ascending order.
  mutating func add(_ words: [String], _ number: Int32) {
    for trigram in Set(TrigramTable.trigrams(words)) {
      postings[trigram, default: []].append(number)
    }
  }

  /// The texts that share the most trigrams with these words, at most `limit`, of equals the first added.
  func candidates(_ words: [String], limit: Int) -> [Int32] {
    var shared: [Int32: Int] = [:]
    for trigram in Set(TrigramTable.trigrams(words)) {
      for number in postings[trigram] ?? [] { shared[number, default: 0] += 1 }
    }
    let sorted = shared.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return sorted.prefix(limit).map(\.key)
  }

  private static func trigrams(_ words: [String]) -> [UInt64] {
    var all: [UInt64] = []
    for word in words {
      var window: UInt64 = 0x0400_0020
      for scalar in word.unicodeScalars {
        window = (window << 21 | UInt64(scalar.value)) & (1 << 63 - 1)
        all.append(window)
      }
      all.append((window << 21 | 0x20) & (1 << 63 - 1))
    }
    return all
  }
}
