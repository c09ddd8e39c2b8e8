/// A read-only map from 64-bit hashes to small numbers, as two sections of a model file: open addressing, no strings.
///
/// Of the hash, the upper half chooses the slot and the lower half is compared: of keys that are not in a map of n
/// entries about n / 2^32 · 2 are taken for one that is. A view into a `ModelFile`, which it keeps.
public struct HashedMap: Sendable {
  public static let absent: UInt16 = 0xFFFF

  // Views into the file, which is read only: safe to share.
  private nonisolated(unsafe) let keys: UnsafeBufferPointer<UInt32>
  private nonisolated(unsafe) let values: UnsafeBufferPointer<UInt16>
  private let file: ModelFile

  /// Reads the sections `name.keys` and `name.values`; no value may be `limit` or more.
  public init(_ file: ModelFile, _ name: String, limit: Int) throws(ModelError) {
    keys = try file.integers(name + ".keys")
    values = try file.integers(name + ".values")
    self.file = file
    guard keys.count == values.count, keys.count > 0, keys.count & (keys.count - 1) == 0 else {
      throw file.malformed(name + ".keys", "and its values are not one power of two of slots")
    }
    var hasFreeSlot = false
    for value in values {
      if value == HashedMap.absent {
        hasFreeSlot = true
      } else if Int(value) >= limit {
        throw file.malformed(name + ".values", "has the value \(value), and only \(limit) are known")
      }
    }
    // Without one a search for an absent key would not end.
    guard hasFreeSlot else { throw file.malformed(name + ".values", "has no free slot") }
  }

  /// The value of a key, or `absent`. Complexity: O(1) expected.
  public func value(_ hash: UInt64) -> UInt16 {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while values[slot] != HashedMap.absent {
      if keys[slot] == UInt32(truncatingIfNeeded: hash) { return values[slot] }
      slot = (slot + 1) & mask
    }
    return HashedMap.absent
  }
}

extension ModelFileBuilder {
  /// Adds a `HashedMap`. Later entries of a key are left out; the order of the entries fixes the bytes.
  public mutating func add(_ name: String, map entries: [(hash: UInt64, value: UInt16)]) {
    var size = 16
    while size < entries.count * 3 / 2 + 1 { size *= 2 }
    var keys = [UInt32](repeating: 0, count: size)
    var values = [UInt16](repeating: HashedMap.absent, count: size)
    for (hash, value) in entries {
      let key = UInt32(truncatingIfNeeded: hash)
      var slot = Int(truncatingIfNeeded: hash >> 32) & (size - 1)
      while values[slot] != HashedMap.absent && keys[slot] != key { slot = (slot + 1) & (size - 1) }
      if values[slot] != HashedMap.absent { continue }
      (keys[slot], values[slot]) = (key, value)
    }
    add(name + ".keys", integers: keys)
    add(name + ".values", integers: values)
  }
}
