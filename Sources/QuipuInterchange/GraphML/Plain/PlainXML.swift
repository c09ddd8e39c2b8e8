/// Which bytes and scalars XML 1.0 allows where, as far as the plain reader goes.
enum PlainXML {
  // Bits of `classes`.
  static let space: UInt8 = 1
  /// ASCII's NameStartChar (section 2.3), and NameChar.
  static let nameStart: UInt8 = 2
  static let name: UInt8 = 4
  /// What stands for itself in character data: ASCII without `<`, `&`, `]`, carriage returns and controls.
  static let plainText: UInt8 = 8
  /// In attributes: without `<`, `&`, quotes and controls.
  static let plainValue: UInt8 = 16

  /// Classes of the 256 bytes; never changed and never freed.
  nonisolated(unsafe) static let classes: UnsafePointer<UInt8> = {
    let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { classes[Int(byte)] = classify(byte) }
    return UnsafePointer(classes)
  }()

  private static func classify(_ byte: UInt8) -> UInt8 {
    let scalar = Unicode.Scalar(byte)
    let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    var bits: UInt8 = isSpace ? space : 0
    if isLetter || scalar == "_" || scalar == ":" { bits |= nameStart | name }
    if ("0"..."9").contains(scalar) || scalar == "-" || scalar == "." { bits |= name }
    let isPlain = byte >= 0x20 && byte < 0x80 && scalar != "<" && scalar != "&"
    if isPlain && scalar != "]" || byte == 0x09 || byte == 0x0A { bits |= plainText }
    if isPlain && scalar != "\"" && scalar != "'" { bits |= plainValue }
    return bits
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// The length in bytes of the scalar here, when it is well-formed UTF-8 (Unicode, table 3-7) of a Char (section 2.2);
  /// else 0.
  static func scalarLength(_ at: UnsafePointer<UInt8>) -> Int {
    let first = at[0]
    switch first {
    case 0x20...0x7F, 0x09, 0x0A, 0x0D: return 1
    case 0xC2...0xDF: return isTrail(at[1]) ? 2 : 0
    case 0xE0...0xEF:
      let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = first == 0xED ? 0x9F : 0xBF
      guard at[1] >= low, at[1] <= high, isTrail(at[2]) else { return 0 }
      // U+FFFE and U+FFFF
      return first == 0xEF && at[1] == 0xBF && at[2] >= 0xBE ? 0 : 3
    case 0xF0...0xF4:
      let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
      return at[1] >= low && at[1] <= high && isTrail(at[2]) && isTrail(at[3]) ? 4 : 0
    default: return 0
    }
  }

  private static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// What an entity's or character's reference between `&` and `;` stands for; nil for any but the predefined entities
  /// and for what is no Char.
  static func reference(_ text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    switch String(decoding: text, as: UTF8.self) {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard text.count >= 2, text[0] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = text[1] == UInt8(ascii: "x")
    let digits = text.dropFirst(isHexadecimal ? 2 : 1)
    // A sign would be read as part of the number.
    guard let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(number), XMLText.isLegal(scalar)
    else { return nil }
    return scalar
  }
}
