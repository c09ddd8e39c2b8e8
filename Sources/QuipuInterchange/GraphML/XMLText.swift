/// What XML 1.0 can and cannot hold.
enum XMLText {
  /// The text without the scalars that XML does not allow (section 2.2, Char), and how many those were.
  static func clean(_ text: String) -> (text: String, dropped: Int) {
    if !hasSuspect(text) { return (text, 0) }
    var kept = String.UnicodeScalarView()
    var dropped = 0
    for scalar in text.unicodeScalars {
      if isLegal(scalar) { kept.append(scalar) } else { dropped += 1 }
    }
    return (String(kept), dropped)
  }

  static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// By bytes: a control character, or the beginning of U+F000 … U+FFFF, among which U+FFFE and U+FFFF are.
  private static func hasSuspect(_ text: String) -> Bool {
    for byte in text.utf8 where byte < 0x20 && byte != 0x9 && byte != 0xA && byte != 0xD || byte == 0xEF { return true }
    return false
  }

  /// Whether the text is an NMTOKEN made of ASCII, or of letters beyond it in the ranges that no XML edition disputes.
  static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isTokenByte)
  }

  static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }
}
