/// "Did you mean": the candidate at the smallest edit distance (Levenshtein 1966), letter case and underscores aside.
enum NearestName {
  /// `nil` where even the nearest differs in more than a third of its letters. Of equals, the first.
  static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = folded(candidate)
      let limit = max(1, max(letters.count, wanted.count) / 3)
      let d = distance(wanted, letters)
      if d <= limit && d < (best?.distance ?? Int.max) { best = (candidate, d) }
    }
    return best?.name
  }

  /// A clause to append to a message, or nothing.
  static func hint(_ name: String, among candidates: some Sequence<String>) -> String {
    find(name, among: candidates).map { " (did you mean \($0)?)" } ?? ""
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.compactMap { $0 == UInt8(ascii: "_") ? nil : (65...90).contains($0) ? $0 + 32 : $0 }
  }

  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
