/// Edits between spellings: insertions, deletions, substitutions and exchanges of neighbours, each counted once (Damerau
/// 1964 in the restricted form, "optimal string alignment").
enum EditDistance {
  /// The distance, or nil when it is more than `limit`. Complexity: O(a × b) at most; a row too far off ends it.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        let substituted = previous[j] + (a[i] == b[j] ? 0 : 1)
        var best = min(substituted, previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      if row.allSatisfy({ $0 > limit }) { return nil }
      (before, previous) = (previous, row)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }

  static func distance(_ a: String, _ b: String, limit: Int) -> Int? {
    distance(Array(a.unicodeScalars), Array(b.unicodeScalars), limit: limit)
  }

  /// Mistakes that a word of this length is forgiven: none to three letters one at most, then one more every three.
  static func tolerance(_ length: Int) -> Int { length < 3 ? 0 : min(3, max(1, length / 3)) }

  /// "Did you mean": the candidate with the fewest edits, letter case aside; nil when none is near. Of equals the first.
  static func nearest(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let limit = min(max(1, wanted.count / 3), (best?.distance ?? Int.max) - 1)
      guard limit >= 0, let found = distance(wanted, Array(candidate.lowercased().unicodeScalars), limit: limit) else {
        continue
      }
      best = (candidate, found)
    }
    return best?.name
  }
}
