/// Bytes of an HTML page in the making.
struct HTMLBuffer {
  private(set) var bytes: [UInt8] = []

  /// Markup as it stands.
  mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Text, also between quotes: nothing of it can be taken for markup. Controls are shown by their pictures (U+2400…),
  /// since the format does not have them.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      case 0x09, 0x0A, 0x20: bytes.append(byte)
      case 0x0D: markup("\n")
      case 0..<0x20: bytes.append(contentsOf: [0xE2, 0x90, 0x80 + byte])
      case 0x7F: markup("\u{2421}")
      default: bytes.append(byte)
      }
    }
  }
}
