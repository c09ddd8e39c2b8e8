import QuipuCore
import QuipuGraph

/// A value of a query: openCypher's property values, and nodes, relationships and paths of the graph.
///
/// `==` is structural identity, for tests; what the language calls equal, equivalent and ordered is in
/// `Value+Equality.swift` and `Value+Ordering.swift`.
public enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case list([Value])
  case map(ValueMap)
  case node(NodeID)
  case edge(EdgeID)
  case path(PathValue)
  indirect case date(CivilDate)
  case localTime(TimeOfDay)
  indirect case time(OffsetTime)
  indirect case localDateTime(LocalDateTime)
  indirect case dateTime(ZonedDateTime)
  indirect case duration(CalendarDuration)
}

/// A walk through the graph: `nodes[i]`, `edges[i]`, `nodes[i + 1]`. An edge may be walked against its direction.
public struct PathValue: Hashable, Sendable {
  /// One more than edges.
  public var nodes: [NodeID]
  public var edges: [EdgeID]

  public init(nodes: [NodeID], edges: [EdgeID]) {
    self.nodes = nodes
    self.edges = edges
  }
}

/// A map from names to values, its entries sorted by the keys' UTF-8 bytes, so that equal maps look and hash the same.
public struct ValueMap: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var value: Value

    public init(key: String, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// Sorted by key, every key once.
  public private(set) var entries: [Entry] = []

  public init() {}

  /// Of two entries with one key the later stands. Complexity: O(n log n).
  public init(_ pairs: some Sequence<(key: String, value: Value)>) {
    var sorted = pairs.enumerated().map { ($0.offset, Entry(key: $0.element.key, value: $0.element.value)) }
    sorted.sort { a, b in
      let order = compareBytes(a.1.key, b.1.key)
      return order != 0 ? order < 0 : a.0 < b.0
    }
    for (_, entry) in sorted {
      if let last = entries.last, compareBytes(last.key, entry.key) == 0 {
        entries[entries.count - 1] = entry
      } else {
        entries.append(entry)
      }
    }
  }

  public var count: Int { entries.count }
  public var isEmpty: Bool { entries.isEmpty }

  /// Nil when there is no such key; setting nil removes it. Complexity: O(log n) to read.
  public subscript(key: String) -> Value? {
    get {
      let i = position(of: key)
      return i < entries.count && compareBytes(entries[i].key, key) == 0 ? entries[i].value : nil
    }
    set {
      let i = position(of: key)
      let isThere = i < entries.count && compareBytes(entries[i].key, key) == 0
      switch (newValue, isThere) {
      case (let value?, true): entries[i].value = value
      case (let value?, false): entries.insert(Entry(key: key, value: value), at: i)
      case (nil, true): entries.remove(at: i)
      case (nil, false): break
      }
    }
  }

  /// The first entry whose key is not before `key`.
  private func position(of key: String) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if compareBytes(entries[middle].key, key) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Below zero, zero or above as `a` stands before, at or after `b` by UTF-8 bytes, which is the order of the scalars.
/// Swift's own order and equality of strings go by canonical equivalence, openCypher's do not.
func compareBytes(_ a: String, _ b: String) -> Int {
  var (x, y) = (a.utf8.makeIterator(), b.utf8.makeIterator())
  while true {
    switch (x.next(), y.next()) {
    case (nil, nil): return 0
    case (nil, _): return -1
    case (_, nil): return 1
    case (let p?, let q?): if p != q { return p < q ? -1 : 1 }
    }
  }
}
