import QuipuCore

/// String ids of rows, unique among those that are there; rows may have none.
struct NameTable: Sendable {
  private(set) var strings = StringInterner()
  /// By row, the string, or `none`. Shorter than the rows when the last ones have no name.
  private(set) var nameOfRow: [UInt32] = []
  /// By string, the row, or `none` once that was removed.
  private(set) var rowOfName: [UInt32] = []

  func row(_ name: String) -> UInt32? {
    guard let string = strings.find(name), rowOfName[Int(string)] != none else { return nil }
    return rowOfName[Int(string)]
  }

  func hasName(_ row: UInt32) -> Bool { row < nameOfRow.count && nameOfRow[Int(row)] != none }

  func name(_ row: UInt32) -> String? { hasName(row) ? strings[nameOfRow[Int(row)]] : nil }

  func bytes(_ row: UInt32) -> ArraySlice<UInt8>? { hasName(row) ? strings.bytes(nameOfRow[Int(row)]) : nil }

  /// False, with nothing changed, when another row has the name. Rows come in ascending order.
  mutating func add(_ name: String, row: UInt32) -> Bool {
    let string = strings.intern(name)
    if string == rowOfName.count {
      rowOfName.appendSparingly(row)
    } else {
      guard rowOfName[Int(string)] == none else { return false }
      rowOfName[Int(string)] = row
    }
    while nameOfRow.count < row { nameOfRow.appendSparingly(none) }
    nameOfRow.appendSparingly(string)
    return true
  }

  mutating func remove(_ row: UInt32) {
    guard hasName(row) else { return }
    rowOfName[Int(nameOfRow[Int(row)])] = none
    nameOfRow[Int(row)] = none
  }

  var memoryFootprint: Int {
    strings.memoryFootprint + 4 * (nameOfRow.capacity + rowOfName.capacity)
  }
}

extension Array {
  /// Appends, growing by a quarter in place of doubling: large columns waste less memory for a little more copying.
  @inline(__always)
  mutating func appendSparingly(_ element: Element) {
    if count == capacity, count >= 4096 { reserveCapacity(count + count / 4) }
    append(element)
  }
}
