/// The known name that a misspelt one was meant to be.
public enum NearestName {
  /// The candidate at the smallest edit distance, ASCII letter case aside; of equals the first. Nil where even the
  /// nearest differs in more than about a third of its bytes (one of two, two of five); nothing is near one byte.
  /// Complexity: O(limit · length) a candidate.
  public static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let bytes = folded(candidate)
      let longer = max(bytes.count, wanted.count)
      guard longer > 1 else { continue }
      let limit = min(max(1, (longer + 1) / 3), (best?.distance ?? Int.max) - 1)
      if let distance = distance(wanted, bytes, limit: limit) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// A clause to end a message with, such as ` (did you mean person?)`, or nothing.
  public static func hint(_ name: String, among candidates: some Sequence<String>) -> String {
    find(name, among: candidates).map { " (did you mean \($0)?)" } ?? ""
  }

  /// Insertions, deletions and substitutions of bytes that turn `a` into `b` (Levenshtein 1966), looked for only
  /// within `limit` of the diagonal (Ukkonen 1985); nil when there are more than `limit`.
  public static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    let far = limit + 1
    var row = (0...b.count).map { min($0, far) }
    for i in 0..<a.count {
      let low = max(0, i - limit)
      let high = min(b.count, i + limit + 1)
      var diagonal = row[low]
      row[low] = low == 0 ? min(i + 1, far) : far
      var least = row[low]
      for j in low..<high {
        let above = j + 1 <= i + limit ? row[j + 1] : far
        let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, min(row[j], above) + 1, far)
        least = min(least, row[j + 1])
      }
      if least >= far { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
  }
}
