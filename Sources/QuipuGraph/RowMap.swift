/// Which rows a column has values for, and at which position each value stands.
///
/// Dense: position = row, with a bit for presence. Sparse: an open-addressing table from row to position, with the
/// positions filled without gaps. A column that few rows have stays sparse; see `PropertyColumn` for when it changes.
@usableFromInline struct RowMap: Sendable {
  @usableFromInline private(set) var isDense = true
  private(set) var count = 0
  /// Dense: one bit a row.
  @usableFromInline private(set) var presence: [UInt64] = []
  /// Sparse: the row at each position.
  private(set) var rows: [UInt32] = []
  /// Sparse: position + 1 by hash of the row, 0 for free; the count is a power of two.
  private var slots: [UInt32] = []

  init() {}

  /// Sparse, with these rows at positions 0, 1, 2 …
  init(sparse rows: [UInt32]) {
    isDense = false
    slots = [UInt32](repeating: 0, count: 8)
    for row in rows { _ = add(row) }
  }

  @inline(__always) @inlinable func position(_ row: UInt32) -> Int? {
    guard isDense else { return sparsePosition(row) }
    let word = Int(row >> 6)
    guard word < presence.count, presence[word] >> UInt64(row & 63) & 1 == 1 else { return nil }
    return Int(row)
  }

  @usableFromInline func sparsePosition(_ row: UInt32) -> Int? {
    let held = slots[slot(of: row)]
    return held == 0 ? nil : Int(held - 1)
  }

  /// Adds a row that is not there and gives its position.
  mutating func add(_ row: UInt32) -> Int {
    count += 1
    if isDense {
      let word = Int(row >> 6)
      while presence.count <= word { presence.append(0) }
      presence[word] |= 1 << UInt64(row & 63)
      return Int(row)
    }
    if count * 2 > slots.count { growSlots() }
    rows.appendSparingly(row)
    slots[slot(of: row)] = UInt32(rows.count)
    return rows.count - 1
  }

  /// Removes a row that is there. Sparse: the last position's row moves to the position given back.
  mutating func remove(_ row: UInt32, at position: Int) {
    count -= 1
    guard !isDense else {
      presence[Int(row >> 6)] &= ~(1 << UInt64(row & 63))
      return
    }
    free(slot(of: row))
    let last = rows.count - 1
    if position < last {
      // The slot is found while `rows` still has what all slots refer to.
      slots[slot(of: rows[last])] = UInt32(position + 1)
      rows[position] = rows[last]
    }
    rows.removeLast()
  }

  /// The rows in ascending order. Complexity: O(n log n) when sparse.
  var sortedRows: [UInt32] {
    guard isDense else { return rows.sorted() }
    var found: [UInt32] = []
    found.reserveCapacity(count)
    for (i, word) in presence.enumerated() {
      var rest = word
      while rest != 0 {
        found.append(UInt32(i * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return found
  }

  var memoryFootprint: Int { 8 * presence.capacity + 4 * (rows.capacity + slots.capacity) }

  /// The slot that holds the row, or the free one where it would go.
  private func slot(of row: UInt32) -> Int {
    var slot = home(row)
    while slots[slot] != 0, rows[Int(slots[slot] - 1)] != row { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  private func home(_ row: UInt32) -> Int {
    Int((UInt64(row) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }

  /// Closes the gap by moving back what probed past it (Knuth, TAOCP 3, 6.4, Algorithm R).
  private mutating func free(_ slot: Int) {
    let mask = slots.count - 1
    var gap = slot
    var next = (slot + 1) & mask
    while slots[next] != 0 {
      let start = home(rows[Int(slots[next] - 1)])
      if (next &- start) & mask >= (next &- gap) & mask {
        slots[gap] = slots[next]
        gap = next
      }
      next = (next + 1) & mask
    }
    slots[gap] = 0
  }

  private mutating func growSlots() {
    slots = [UInt32](repeating: 0, count: max(8, slots.count * 2))
    for (position, row) in rows.enumerated() { slots[slot(of: row)] = UInt32(position + 1) }
  }
}
