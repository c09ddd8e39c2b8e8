import QuipuGraph

extension Value {
  /// openCypher's `=`, three-valued: nil is null.
  ///
  /// A comparison with null is null. Lists and maps are equal when their elements are, false as soon as a length, a key
  /// or a pair of elements differs, null when only nulls stand in the way. An integer equals the float of the same exact
  /// value; NaN equals nothing. Values of other types are unequal. Complexity: O(size of the smaller value).
  public static func equal(_ a: Value, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.null, _), (_, .null): nil
    case (.int(let x), .int(let y)): x == y
    case (.string(let x), .string(let y)): sameText(x, y)
    case (.node(let x), .node(let y)): x == y
    case (.edge(let x), .edge(let y)): x == y
    case (.bool(let x), .bool(let y)): x == y
    case (.double(let x), .double(let y)): x == y
    case (.int(let x), .double(let y)), (.double(let y), .int(let x)): Int64(exactly: y) == x
    case (.list(let x), .list(let y)): equal(x, y)
    case (.map(let x), .map(let y)): equal(x, y)
    case (.path(let x), .path(let y)): x == y
    default: temporalsEqual(a, b)
    }
  }

  private static func equal(_ a: [Value], _ b: [Value]) -> Bool? {
    guard a.count == b.count else { return false }
    var result: Bool? = true
    for i in a.indices {
      switch equal(a[i], b[i]) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }

  /// Entries are sorted by key, so that equal maps have the same keys at the same places.
  private static func equal(_ a: ValueMap, _ b: ValueMap) -> Bool? {
    guard a.count == b.count else { return false }
    for i in a.entries.indices where !sameText(a.entries[i].key, b.entries[i].key) { return false }
    return equal(a.entries.map(\.value), b.entries.map(\.value))
  }
}

/// Whether two strings have the same UTF-8 bytes: what openCypher means by equal strings.
@inline(__always)
func sameText(_ a: String, _ b: String) -> Bool { a.utf8.count == b.utf8.count && compareText(a, b) == 0 }
