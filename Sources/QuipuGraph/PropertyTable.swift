import QuipuCore

/// The properties of all nodes, or of all edges: one column a key.
struct PropertyTable: Sendable {
  /// By key; keys that no row has, have an empty column.
  private(set) var columns: [PropertyColumn] = []

  func value(_ row: UInt32, _ key: KeyID, _ strings: borrowing StringInterner) -> PropertyValue? {
    key.index < columns.count ? columns[key.index].value(row, strings) : nil
  }

  /// The rows among these whose value equals this one.
  func matches<ID: RowIdentifier>(
    among rows: some Sequence<ID>, _ key: KeyID, _ value: PropertyValue, _ strings: borrowing StringInterner
  ) -> [ID] {
    key.index < columns.count ? columns[key.index].matches(among: rows, value, strings) : []
  }

  mutating func set(_ row: UInt32, _ key: KeyID, _ value: PropertyValue, _ strings: inout StringInterner) {
    while columns.count <= key.index { columns.append(PropertyColumn()) }
    columns[key.index].set(row, value, &strings)
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
