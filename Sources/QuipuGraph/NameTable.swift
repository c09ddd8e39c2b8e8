import QuipuCore

/// String ids of rows, unique among those that are there; rows may have none.
struct NameTable: Sendable {
  private(set) var strings = StringInterner()
  /// By row, the string, or `none`. Shorter than the rows when the last ones have no name.
  private var nameOfRow: [UInt32] = []
  /// By string, the row, or `none` once that was removed.
  private var rowOfName: [UInt32] = []
  /// Whether row and string have been the same number so far, which spares both arrays: every row got a name of its own,
  /// and none was removed.
  private(set) var isIdentity = true

  func row(_ name: String) -> UInt32? {
    var name = name
    return name.withUTF8 { row($0) }
  }

  func row(_ name: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard let string = strings.find(name) else { return nil }
    if isIdentity { return string }
    return rowOfName[Int(string)] == none ? nil : rowOfName[Int(string)]
  }

  /// Whether the row is there and has this name; no hashing.
  func isNamed(_ row: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    string(row).map { strings.holds(name, at: $0) } ?? false
  }

  func hasName(_ row: UInt32) -> Bool { string(row) != nil }
  func name(_ row: UInt32) -> String? { string(row).map { strings[$0] } }

  private func string(_ row: UInt32) -> UInt32? {
    if isIdentity { return row < strings.count ? row : nil }
    return row < nameOfRow.count && nameOfRow[Int(row)] != none ? nameOfRow[Int(row)] : nil
  }

  /// False, with nothing changed, when another row has the name. Rows come in ascending order; the last may
  /// come again after its removal.
  mutating func add(_ name: String, row: UInt32) -> Bool {
    var name = name
    return name.withUTF8 { add($0, row: row) }
  }

  mutating func add(_ name: UnsafeBufferPointer<UInt8>, row: UInt32) -> Bool {
    let known = strings.count
    if isIdentity, row != known { spellOut() }
    let string = strings.intern(name)
    if isIdentity { return string == known }
    if string == known {
      rowOfName.appendSparingly(row)
    } else {
      guard rowOfName[Int(string)] == none else { return false }
      rowOfName[Int(string)] = row
    }
    while nameOfRow.count <= row { nameOfRow.appendSparingly(none) }
    nameOfRow[Int(row)] = string
    return true
  }

  mutating func remove(_ row: UInt32) {
    guard let string = string(row) else { return }
    if isIdentity { spellOut() }
    rowOfName[Int(string)] = none
    nameOfRow[Int(row)] = none
  }

  private mutating func spellOut() {
    isIdentity = false
    nameOfRow = Array(0..<UInt32(strings.count))
    rowOfName = nameOfRow
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
