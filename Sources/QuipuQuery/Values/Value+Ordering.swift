import QuipuGraph

extension Value {
  /// The total order of ORDER BY, `min` and `max`, ascending (openCypher 9, "Orderability and equivalence").
  ///
  /// Types stand in this order: maps, nodes, relationships, lists, paths, dates and times, strings, booleans, numbers,
  /// null. NaN comes after all other numbers. Below zero, zero or above as `a` comes before, with or after `b`; zero
  /// exactly for equivalent values (`Value.equivalent`).
  public static func order(_ a: Value, _ b: Value) -> Int {
    switch (a, b) {
    case (.int(let x), .int(let y)): return x < y ? -1 : x == y ? 0 : 1
    case (.string(let x), .string(let y)): return compareText(x, y)
    case (.double(let x), .double(let y)): return sign(compare(x, y), x.isNaN, y.isNaN)
    case (.int(let x), .double(let y)): return sign(compare(x, y), false, y.isNaN)
    case (.double(let x), .int(let y)): return -sign(compare(y, x), false, x.isNaN)
    case (.bool(let x), .bool(let y)): return x == y ? 0 : y ? -1 : 1
    case (.node(let x), .node(let y)): return x < y ? -1 : x == y ? 0 : 1
    case (.edge(let x), .edge(let y)): return x < y ? -1 : x == y ? 0 : 1
    case (.list(let x), .list(let y)): return order(x, y)
    case (.map(let x), .map(let y)): return order(x, y)
    case (.path(let x), .path(let y)): return order(x, y)
    default: return orderTemporals(a, b) ?? (a.typeRank - b.typeRank)
    }
  }

  /// A place for each type in the order of types.
  private var typeRank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .edge: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .bool: 12
    case .int, .double: 13
    case .null: 14
    }
  }

  private static func sign(_ comparison: Comparison, _ aIsNaN: Bool, _ bIsNaN: Bool) -> Int {
    switch comparison {
    case .less: -1
    case .equal: 0
    case .greater: 1
    case .unordered: (aIsNaN ? 1 : 0) - (bIsNaN ? 1 : 0)
    }
  }

  private static func order(_ a: [Value], _ b: [Value]) -> Int {
    for i in 0..<min(a.count, b.count) {
      let order = order(a[i], b[i])
      if order != 0 { return order }
    }
    return a.count - b.count
  }

  /// By the number of entries, then by the keys, then by the values.
  private static func order(_ a: ValueMap, _ b: ValueMap) -> Int {
    if a.count != b.count { return a.count - b.count }
    for i in a.entries.indices {
      let order = compareText(a.entries[i].key, b.entries[i].key)
      if order != 0 { return order }
    }
    return order(a.entries.map(\.value), b.entries.map(\.value))
  }

  /// Step by step from the start; a path that ends earlier comes first.
  private static func order(_ a: PathValue, _ b: PathValue) -> Int {
    for i in 0..<min(a.nodes.count, b.nodes.count) {
      if a.nodes[i] != b.nodes[i] { return a.nodes[i] < b.nodes[i] ? -1 : 1 }
      guard i < a.edges.count, i < b.edges.count else { break }
      if a.edges[i] != b.edges[i] { return a.edges[i] < b.edges[i] ? -1 : 1 }
    }
    return a.nodes.count - b.nodes.count
  }
}
