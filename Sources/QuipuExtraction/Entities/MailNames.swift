/// Names of people as mail programs write them, turned into how they are said: 'Lund, Anna' is Anna Lund, 'Anna
/// Lund@FJORD' too.
enum MailNames {
  private static let suffixes: Set<Substring> = [
    "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "m.d.", "phd", "ph.d.", "esq", "esq.", "mba", "cpa",
  ]

  /// Other names stay as they are. Complexity: O(length).
  static func said(_ name: String) -> String {
    var name = name[...]
    if let at = name.lastIndex(of: "@"), at > name.startIndex { name = name[..<at] }
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return String(name) }
    let given = parts[1].drop { $0 == " " }
    guard !given.isEmpty, !suffixes.contains(given.lowercased()[...]) else { return String(name) }
    return given + " " + parts[0]
  }
}
