/// Converts byte offsets of a UTF-8 text into Unicode scalar offsets, as the wire format counts them.
///
/// Keeps a count for every 64th byte: O(n) to build, O(64) a look-up. ASCII texts cost nothing.
public struct ScalarOffsets: Sendable {
  private let bytes: [UInt8]
  private let blocks: [UInt32]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      blocks = []
      return
    }
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / 64 + 1)
    var scalars: UInt32 = 0
    for (i, byte) in bytes.enumerated() {
      if i % 64 == 0 { counts.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    if bytes.count % 64 == 0 { counts.append(scalars) }
    blocks = counts
  }

  /// The number of scalars that start before the byte offset.
  public func scalars(at byteOffset: Int) -> Int {
    if blocks.isEmpty { return byteOffset }
    let block = min(byteOffset / 64, blocks.count - 1)
    var n = Int(blocks[block])
    for i in (block * 64)..<byteOffset where bytes[i] & 0xC0 != 0x80 { n += 1 }
    return n
  }

  public func scalars(_ range: ByteRange) -> Range<Int> {
    scalars(at: Int(range.start))..<scalars(at: Int(range.end))
  }
}
