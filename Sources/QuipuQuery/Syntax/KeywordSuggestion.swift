/// Finds the keyword that a misspelled word was probably meant to be.
enum KeywordSuggestion {
  /// The nearest keyword by edits (one in words of up to four letters, two in longer ones), or nil.
  static func nearest(to word: ArraySlice<UInt8>) -> String? {
    guard (2...20).contains(word.count) else { return nil }
    let lower = word.map { $0.isASCIILetter ? $0 | 0x20 : $0 }
    let limit = lower.count <= 4 ? 1 : 2
    var best: (keyword: Keyword, distance: Int)?
    for keyword in Keyword.allCases where keyword.isReserved || keyword.startsClause || keyword == .yield {
      let distance = edits(lower, Array(keyword.spelling.lowercased().utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (keyword, distance) }
    }
    return best?.keyword.spelling
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment; Boytsov 2011).
  static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var previous: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, previous[j - 1] + 1) }
        next.append(cost)
      }
      previous = row
      row = next
    }
    return row[b.count]
  }
}
