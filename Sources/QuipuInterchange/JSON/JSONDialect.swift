/// Which reader's node-link JSON is written.
public enum JSONDialect: String, Hashable, Sendable, CaseIterable {
  /// `nodes` and `edges`, as NetworkX 3.6 and later wants it.
  case networkX = "networkx"
  /// `nodes` and `links`, as D3 and earlier NetworkX.
  case d3
  /// Cytoscape.js: `elements` with `data`.
  case cytoscape

  /// Names in a node that properties cannot have.
  static let nodeNames = ["id", "labels"]
  /// Names in an edge that properties cannot have.
  static let edgeNames = ["source", "target", "key", "id", "type"]
  /// Says whose rules for such properties hold.
  static let generator = "quipu"

  /// The property's name with a `_` after it where it, or what it becomes, is one of `taken`.
  static func escaped(_ name: String, _ taken: [String]) -> String { clashes(name, taken) ? name + "_" : name }

  static func unescaped(_ name: String, _ taken: [String]) -> String {
    name.utf8.last == UInt8(ascii: "_") && clashes(name, taken) ? String(name.dropLast()) : name
  }

  private static func clashes(_ name: String, _ taken: [String]) -> Bool {
    var stem = Substring(name)
    while stem.utf8.last == UInt8(ascii: "_") { stem = stem.dropLast() }
    return taken.contains { $0 == stem }
  }
}
