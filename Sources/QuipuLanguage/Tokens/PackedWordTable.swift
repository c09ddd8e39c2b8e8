/// A small table from words of at most eight ASCII bytes, case folded, to a byte.
///
/// The word is the key itself, packed into 64 bits: no hashing of bytes, no comparison of strings. Open addressing over
/// two flat arrays; a look-up is O(1).
struct PackedWordTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt8]
  private var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 64)
    values = [UInt8](repeating: 0, count: 64)
  }

  /// Every word of the list (parted by white space) under the one value.
  init(_ list: String, value: UInt8 = 1) {
    self.init()
    add(list, value: value)
  }

  /// Adds the bits of `value` to those the words already have. Words of more than eight bytes are left out.
  mutating func add(_ list: String, value: UInt8) {
    var key: UInt64 = 0
    var length = 0
    for byte in list.utf8 {
      if byte > 0x20 {
        key = key << 8 | UInt64(byte)
        length += 1
        continue
      }
      if length > 0 && length <= 8 { insert(key, value) }
      (key, length) = (0, 0)
    }
    if length > 0 && length <= 8 { insert(key, value) }
  }

  /// The value of the word `text[start..<end]`, ASCII letters folded to lower case; 0 when it is not there.
  @inline(__always)
  func value(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt8 {
    let length = end - start
    guard length > 0 && length <= 8 else { return 0 }
    var key: UInt64 = 0
    for i in start..<end {
      let byte = text[i]
      key = key << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return value(key)
  }

  private func value(_ key: UInt64) -> UInt8 {
    var slot = PackedWordTable.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return 0
  }

  private mutating func insert(_ key: UInt64, _ value: UInt8) {
    if (count + 1) * 2 > keys.count { grow() }
    var slot = PackedWordTable.slot(key, keys.count)
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    if keys[slot] == 0 { count += 1 }
    keys[slot] = key
    values[slot] |= value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [UInt8](repeating: 0, count: oldKeys.count * 2)
    count = 0
    for i in oldKeys.indices where oldKeys[i] != 0 { insert(oldKeys[i], oldValues[i]) }
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size - 1)
  }
}
