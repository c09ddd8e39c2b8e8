/// Which characters may stand where in a query, on UTF-8.
extension Array where Element == UInt8 {
  /// The scalar that begins at a byte and its length in bytes; nil where the bytes are not UTF-8.
  func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = self[position]
    let length = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 0
    guard length > 0, position + length <= count else { return nil }
    guard length > 1 else { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in self[position + 1..<position + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// The length in bytes of the character here if a name may begin with it.
  func nameStartLength(at position: Int) -> Int? {
    guard position < count else { return nil }
    let byte = self[position]
    if byte < 0x80 { return byte.isASCIILetter || byte == UInt8(ascii: "_") ? 1 : nil }
    guard let (scalar, length) = scalar(at: position) else { return nil }
    let properties = scalar.properties
    return properties.isIDStart || properties.generalCategory == .connectorPunctuation ? length : nil
  }

  /// The length in bytes of the character here if a name may go on with it.
  func namePartLength(at position: Int) -> Int? {
    guard position < count else { return nil }
    let byte = self[position]
    if byte < 0x80 { return byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") ? 1 : nil }
    guard let (scalar, length) = scalar(at: position) else { return nil }
    let properties = scalar.properties
    return properties.isIDContinue || properties.generalCategory == .currencySymbol ? length : nil
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isASCIILetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }

  var hexDigitValue: UInt8? {
    if isASCIIDigit { return self - UInt8(ascii: "0") }
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f") ? lower - UInt8(ascii: "a") + 10 : nil
  }
}

extension Unicode.Scalar {
  /// White space, or the byte order mark.
  var isQuerySpace: Bool { value == 0xFEFF || value == 0x180E || properties.isWhitespace }
}
