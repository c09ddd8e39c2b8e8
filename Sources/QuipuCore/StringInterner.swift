/// Gives each distinct byte string a small integer, in order of first appearance.
///
/// Open addressing over one byte arena; no `String` is made until one is asked for. Deterministic: the same strings in
/// the same order get the same ids. A copy is independent (value semantics).
public struct StringInterner: Sendable {
  @usableFromInline var arena: [UInt8] = []
  /// `ends[i]` is where string i ends in the arena; it begins where the one before it ends.
  @usableFromInline var ends: [UInt32] = []
  /// Id + 1 per slot, 0 for free; the count is a power of two.
  @usableFromInline var slots: [UInt32]

  public init(minimumCapacity: Int = 64) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  @inlinable public var count: Int { ends.count }

  /// The id of the string, added when it is new. Complexity: O(length) expected.
  @discardableResult
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = StringInterner.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      if equals(id, bytes) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = UInt32(ends.count)
    makeRoom(for: bytes.count)
    arena.append(contentsOf: bytes)
    ends.append(UInt32(arena.count))
    slots[slot] = id + 1
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  @discardableResult
  public mutating func intern(_ bytes: some Collection<UInt8>) -> UInt32 {
    if let id = bytes.withContiguousStorageIfAvailable({ intern($0) }) { return id }
    return Array(bytes).withUnsafeBufferPointer { intern($0) }
  }

  @discardableResult
  public mutating func intern(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The id of a string that is already there. Complexity: O(length) expected.
  public func find(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let hash = StringInterner.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      if equals(id, bytes) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  public func find(_ text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { find($0) }
  }

  /// Where the string's bytes stand in the arena.
  @inlinable func extent(_ id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)])
  }

  public func bytes(_ id: UInt32) -> ArraySlice<UInt8> { arena[extent(id)] }

  public subscript(id: UInt32) -> String { String(decoding: arena[extent(id)], as: UTF8.self) }

  /// Whether this is the string with the id, which may be one that was not given out; no hashing.
  public func holds(_ bytes: UnsafeBufferPointer<UInt8>, at id: UInt32) -> Bool {
    id < ends.count && equals(id, bytes)
  }

  private func equals(_ id: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = extent(id)
    guard range.count == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for i in 0..<bytes.count where arena[range.lowerBound + i] != bytes[i] { return false }
      return true
    }
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    arena.withUnsafeBufferPointer { arena in
      for id in 0..<UInt32(ends.count) {
        let hash = StringInterner.hash(UnsafeBufferPointer(rebasing: arena[extent(id)]))
        var slot = Int(truncatingIfNeeded: hash) & (larger.count - 1)
        while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
        larger[slot] = id + 1
      }
    }
    slots = larger
  }

  /// FNV-1a folded with a multiply at the end, so that the low bits that choose the slot depend on every byte.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var h = StableHash.seed
    for b in bytes { h = StableHash.combine(h, b) }
    return (h ^ (h >> 32)) &* 0x9E37_79B9_7F4A_7C15 >> 16
  }
}
