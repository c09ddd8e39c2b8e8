extension StringInterner {
  /// Bytes of all strings together; must stay below 4 GiB (ends are 32 bits wide).
  @inlinable public var byteCount: Int { arena.count }

  /// Bytes of memory held, by capacity.
  public var memoryFootprint: Int { arena.capacity + 4 * (ends.capacity + slots.capacity) }
}
