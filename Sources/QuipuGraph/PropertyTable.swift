import QuipuCore

/// The properties of all nodes, or of all edges: one column a key.
@usableFromInline struct PropertyTable: Sendable {
  /// By key; keys that no row has, have an empty column.
  @usableFromInline private(set) var columns: [PropertyColumn] = []

  func value(_ row: UInt32, _ key: KeyID, _ strings: borrowing StringInterner) -> PropertyValue? {
    key.index < columns.count ? columns[key.index].value(row, strings) : nil
  }

  /// The rows among these whose value equals this one, until `body` returns false.
  func forEachMatch<ID: RowIdentifier>(
    among rows: some Sequence<ID>, _ key: KeyID, _ value: PropertyValue, _ strings: borrowing StringInterner,
    _ body: (ID) -> Bool
  ) {
    if key.index < columns.count { columns[key.index].forEachMatch(among: rows, value, strings, body) }
  }

  /// The bytes of the strings that the key's column holds itself.
  func bytesOutsideTable(_ key: KeyID) -> Int { key.index < columns.count ? columns[key.index].bytesOutsideTable : 0 }

  mutating func set(_ row: UInt32, _ key: KeyID, _ value: PropertyValue, _ strings: inout StringInterner) {
    while columns.count <= key.index { columns.append(PropertyColumn()) }
    columns[key.index].set(row, value, &strings)
  }

  mutating func set(
    _ row: UInt32, _ key: KeyID, word: Int64, _ kind: PropertyValue.Kind, _ strings: inout StringInterner
  ) {
    while columns.count <= key.index { columns.append(PropertyColumn()) }
    columns[key.index].set(row, word: word, kind, &strings)
  }

  mutating func set(_ row: UInt32, _ key: KeyID, stringID: UInt32, _ strings: inout StringInterner) {
    while columns.count <= key.index { columns.append(PropertyColumn()) }
    columns[key.index].set(row, stringID: stringID, &strings)
  }

  /// Makes room in the columns that have values for half of the `filled` rows or more.
  mutating func reserveCapacity(_ rows: Int, filled: Int) {
    for key in columns.indices where columns[key].count > 0 && columns[key].count * 2 >= filled {
      columns[key].reserveCapacity(rows)
    }
  }

  mutating func remove(_ row: UInt32, _ key: KeyID) {
    if key.index < columns.count { columns[key.index].remove(row) }
  }

  mutating func removeAll(_ row: UInt32) {
    for key in columns.indices where columns[key].count > 0 { columns[key].remove(row) }
  }

  /// The keys that the row has, ascending.
  func keys(_ row: UInt32) -> [KeyID] {
    columns.indices.filter { columns[$0].has(row) }.map { KeyID(rawValue: UInt32($0)) }
  }

  var memoryFootprint: Int {
    columns.reduce(columns.capacity * MemoryLayout<PropertyColumn>.stride) { $0 + $1.memoryFootprint }
  }
}
