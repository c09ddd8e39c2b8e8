/// Decodes UTF-16; unpaired surrogates become U+FFFD.
struct UTF16Reader {
  struct ByteOrder: Equatable {
    var isLittle: Bool
    var hasMark: Bool
  }

  private(set) var text: [UInt8] = []
  private(set) var unpaired = 0
  /// Byte offset of the first NUL character, which no text has.
  private(set) var firstNull: Int?

  /// Complexity: O(n).
  init(_ bytes: [UInt8], order: ByteOrder) {
    text.reserveCapacity(bytes.count / 2 * 3 / 2)
    var high: UInt32?
    for i in stride(from: order.hasMark ? 2 : 0, to: bytes.count - 1, by: 2) {
      let (a, b) = (UInt32(bytes[i]), UInt32(bytes[i + 1]))
      let unit = order.isLittle ? a | b << 8 : a << 8 | b
      if unit == 0, firstNull == nil { firstNull = i }
      if let first = high {
        high = nil
        if unit & 0xFC00 == 0xDC00 {
          UTF8Text.append(0x10000 + (first & 0x3FF) << 10 + unit & 0x3FF, to: &text)
          continue
        }
        replaceUnpaired()
      }
      switch unit & 0xFC00 {
      case 0xD800: high = unit
      case 0xDC00: replaceUnpaired()
      default: UTF8Text.append(unit, to: &text)
      }
    }
    if high != nil || bytes.count % 2 == 1 { replaceUnpaired() }
  }

  private mutating func replaceUnpaired() {
    unpaired += 1
    UTF8Text.append(0xFFFD, to: &text)
  }

  /// By the mark; without one, when at least one in twenty of the first 32 Ki units has a zero byte, always on the
  /// same side, as the spaces and Latin letters of UTF-16 do.
  static func byteOrder(of bytes: some Collection<UInt8>) -> ByteOrder? {
    let head = Array(bytes.prefix(1 << 16))
    if head.starts(with: [0xFF, 0xFE]) { return ByteOrder(isLittle: true, hasMark: true) }
    if head.starts(with: [0xFE, 0xFF]) { return ByteOrder(isLittle: false, hasMark: true) }
    var zeros = [0, 0]
    for (i, byte) in head.enumerated() where byte == 0 { zeros[i & 1] += 1 }
    let units = head.count / 2
    guard units > 0, zeros.contains(0), max(zeros[0], zeros[1]) * 20 >= units, bytes.count % 2 == 0 else { return nil }
    if zeros == [0, 0] { return nil }
    return ByteOrder(isLittle: zeros[0] == 0, hasMark: false)
  }
}
