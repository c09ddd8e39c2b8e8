/// Small questions about ASCII bytes.
enum ASCII {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  static func isPunctuation(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && !isLetterOrDigit(byte) }
  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}

/// Small operations on UTF-8 bytes.
enum UTF8Text {
  /// Appends a scalar; surrogates and what lies beyond U+10FFFF become U+FFFD.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    let valid = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    for unit in UTF8.encode(valid) ?? UTF8.encodedReplacementCharacter { bytes.append(unit) }
  }

  /// The slice without ASCII white space at its ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes
    while let first = slice.first, ASCII.isSpace(first) { slice = slice.dropFirst() }
    while let last = slice.last, ASCII.isSpace(last) { slice = slice.dropLast() }
    return slice
  }

  /// The text trimmed, its white space collapsed to single spaces; nil when nothing is left.
  static func cleaned(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// True when there is nothing but ASCII white space.
  static func isBlank(_ bytes: some Collection<UInt8>) -> Bool { bytes.allSatisfy(ASCII.isSpace) }
}
