extension StringInterner {
  /// Bytes of all strings together; must stay below 4 GiB (ends are 32 bits wide).
  @inlinable public var byteCount: Int { arena.count }

  /// Bytes of memory held, by capacity.
  public var memoryFootprint: Int { arena.capacity + 4 * (ends.capacity + slots.capacity) }

  /// Grows large tables by a quarter, where arrays by themselves would double: less memory stands empty.
  @inline(__always)
  mutating func makeRoom(for bytes: Int) {
    if arena.count + bytes > arena.capacity, arena.count >= 65_536 {
      arena.reserveCapacity(arena.count + max(bytes, arena.count / 4))
    }
    if ends.count == ends.capacity, ends.count >= 4096 { ends.reserveCapacity(ends.count + ends.count / 4) }
  }
}
