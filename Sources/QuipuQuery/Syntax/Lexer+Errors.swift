import QuipuCore

extension Lexer {
  /// What is wrong with a token of kind `invalid`, or a dash or arrow head that stands outside of patterns.
  static func error(_ bytes: [UInt8], _ range: ByteRange) -> QueryError {
    let start = Int(range.start)
    let opening = ByteRange(start..<min(start + 1, bytes.count))
    switch bytes[start] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let quote = Character(Unicode.Scalar(bytes[start]))
      return .syntax("UnexpectedSyntax", "the string that begins here has no closing \(quote)", at: opening)
    case UInt8(ascii: "/"):
      return .syntax("UnexpectedSyntax", "the comment that begins here has no closing */", at: opening)
    case UInt8(ascii: "`"):
      return .syntax("UnexpectedSyntax", "the name that begins here has no closing `", at: opening)
    case UInt8(ascii: "$"):
      return .syntax("UnexpectedSyntax", "expected a parameter's name after '$'", at: opening)
    default:
      return unknownCharacter(bytes, range)
    }
  }

  private static func unknownCharacter(_ bytes: [UInt8], _ range: ByteRange) -> QueryError {
    guard bytes[Int(range.start)] >= 0x80, let (scalar, _) = bytes.scalar(at: Int(range.start)) else {
      let text = String(decoding: bytes[range.range], as: UTF8.self)
      return .syntax("UnexpectedSyntax", "unexpected character '\(text)'", at: range)
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return .syntax(
      "InvalidUnicodeCharacter", "unexpected character '\(scalar)' (U+\(code)); in a name it needs backticks",
      at: range)
  }
}
