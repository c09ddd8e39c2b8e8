/// A map from hashes of forms that are not 0 to values, for one document at a time: open addressing, emptied at the cost
/// of what it holds.
struct FormMap<Value> {
  private var keys: [UInt32]
  private var values: [Value]
  /// The slots that are taken.
  private var taken: [Int] = []
  private let empty: Value

  /// `empty` is the value of keys that are not there.
  init(empty: Value) {
    self.empty = empty
    keys = Array(repeating: 0, count: 256)
    values = Array(repeating: empty, count: 256)
  }

  /// Complexity: O(1) expected.
  subscript(key: UInt32) -> Value { values[slot(key)] }

  /// Changes the value of a key. Complexity: O(1) expected, amortised.
  mutating func update(_ key: UInt32, _ change: (inout Value) -> Void) {
    if (taken.count + 1) * 2 > keys.count { grow() }
    let slot = slot(key)
    if keys[slot] == 0 {
      keys[slot] = key
      taken.append(slot)
    }
    change(&values[slot])
  }

  /// Complexity: O(keys).
  mutating func removeAll() {
    for slot in taken { (keys[slot], values[slot]) = (0, empty) }
    taken.removeAll(keepingCapacity: true)
  }

  private func slot(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B1 >> 8) & mask
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = taken.map { (keys[$0], values[$0]) }
    keys = Array(repeating: 0, count: keys.count * 2)
    values = Array(repeating: empty, count: keys.count)
    taken.removeAll(keepingCapacity: true)
    for (key, value) in old {
      let slot = slot(key)
      (keys[slot], values[slot]) = (key, value)
      taken.append(slot)
    }
  }
}
