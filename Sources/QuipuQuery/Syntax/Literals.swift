import QuipuCore

/// Values of number and string tokens.
enum Literals {
  /// What is wrong with a literal: the error's detail, its message, and the bytes (within the token) if not all.
  struct Failure: Error {
    var detail: String
    var message: String
    var range: Range<Int>?
  }

  /// An integer or a float, negated if asked (so that the smallest integer can be written).
  static func number(_ text: ArraySlice<UInt8>, isNegative: Bool) throws(Failure) -> Expression.Kind {
    let second = text.dropFirst().first.map { $0 | 0x20 }
    if text.first == UInt8(ascii: "0"), second == UInt8(ascii: "x") {
      return try .integer(integer(text.dropFirst(2), radix: 16, isNegative: isNegative, text))
    }
    if text.first == UInt8(ascii: "0"), second == UInt8(ascii: "o") {
      return try .integer(integer(text.dropFirst(2), radix: 8, isNegative: isNegative, text))
    }
    if text.allSatisfy(\.isASCIIDigit) {
      let isOctal = text.first == UInt8(ascii: "0")
      return try .integer(integer(text, radix: isOctal ? 8 : 10, isNegative: isNegative, text))
    }
    let value = try float(text)
    return .float(isNegative ? -value : value)
  }

  private static func integer(
    _ digits: ArraySlice<UInt8>, radix: UInt64, isNegative: Bool, _ text: ArraySlice<UInt8>
  ) throws(Failure) -> Int64 {
    var magnitude: UInt64 = 0
    var overflows = false
    guard !digits.isEmpty else { throw invalidNumber(text) }
    for digit in digits {
      guard let value = digit.hexDigitValue, value < radix else { throw invalidNumber(text) }
      let (product, first) = magnitude.multipliedReportingOverflow(by: radix)
      let (sum, second) = product.addingReportingOverflow(UInt64(value))
      overflows = overflows || first || second
      magnitude = sum
    }
    let limit = UInt64(Int64.max) + (isNegative ? 1 : 0)
    guard !overflows, magnitude <= limit else {
      throw Failure(
        detail: "IntegerOverflow",
        message: "the integer '\(excerpt(text))' does not fit into 64 bits; write it as a float or a string")
    }
    return isNegative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(magnitude)
  }

  private static func float(_ text: ArraySlice<UInt8>) throws(Failure) -> Double {
    guard isFloat(text), let value = Double(String(decoding: text, as: UTF8.self)) else { throw invalidNumber(text) }
    guard value.isFinite else {
      throw Failure(
        detail: "FloatingPointOverflow",
        message: "the number '\(excerpt(text))' is larger than the largest float, 1.8e308")
    }
    return value
  }

  /// `[digits][.digits][e[+-]digits]`
  private static func isFloat(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text.drop(while: \.isASCIIDigit)
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: \.isASCIIDigit) }
    guard let mark = rest.first else { return true }
    guard mark | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(\.isASCIIDigit)
  }

  private static func invalidNumber(_ text: ArraySlice<UInt8>) -> Failure {
    Failure(detail: "InvalidNumberLiteral", message: "'\(excerpt(text))' is not a number")
  }

  /// The text, cut between characters after 40 bytes at most; on one line.
  static func excerpt(_ text: ArraySlice<UInt8>) -> String {
    var end = text.startIndex + min(40, text.count)
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    let line = text[..<end].map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    return String(decoding: line, as: UTF8.self) + (end < text.endIndex ? "…" : "")
  }

  /// What is written between the quotes, its escapes replaced.
  static func string(_ text: ArraySlice<UInt8>) throws(Failure) -> String {
    let inner = text.dropFirst().dropLast()
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(inner.count)
    var position = inner.startIndex
    while position < inner.endIndex {
      guard inner[position] == UInt8(ascii: "\\") else {
        result.append(inner[position])
        position += 1
        continue
      }
      position = try escape(inner, at: position, into: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends what the escape at a backslash stands for; returns where the text goes on.
  private static func escape(
    _ text: ArraySlice<UInt8>, at start: Int, into result: inout [UInt8]
  ) throws(Failure) -> Int {
    guard start + 1 < text.endIndex else { throw unknownEscape(text, start) }
    switch text[start + 1] {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): result.append(text[start + 1])
    case UInt8(ascii: "b"), UInt8(ascii: "B"): result.append(0x08)
    case UInt8(ascii: "f"), UInt8(ascii: "F"): result.append(0x0C)
    case UInt8(ascii: "n"), UInt8(ascii: "N"): result.append(0x0A)
    case UInt8(ascii: "r"), UInt8(ascii: "R"): result.append(0x0D)
    case UInt8(ascii: "t"), UInt8(ascii: "T"): result.append(0x09)
    case UInt8(ascii: "u"): return try unicodeEscape(text, at: start, digits: 4, into: &result)
    case UInt8(ascii: "U"): return try unicodeEscape(text, at: start, digits: 8, into: &result)
    default: throw unknownEscape(text, start)
    }
    return start + 2
  }

  private static func unknownEscape(_ text: ArraySlice<UInt8>, _ start: Int) -> Failure {
    Failure(
      detail: "UnexpectedSyntax",
      message: #"no such escape; known are \\ \' \" \b \f \n \r \t \uxxxx and \Uxxxxxxxx (write \\ for a backslash)"#,
      range: start..<min(start + 2, text.endIndex))
  }

  private static func unicodeEscape(
    _ text: ArraySlice<UInt8>, at start: Int, digits: Int, into result: inout [UInt8]
  ) throws(Failure) -> Int {
    var end = start + 2 + digits
    var value = hex(text, start + 2, digits)
    // Two \u escapes can stand for one character as UTF-16 surrogates.
    if digits == 4, let high = value, 0xD800..<0xDC00 ~= high, end + 2 <= text.endIndex,
      text[end] == UInt8(ascii: "\\"), text[end + 1] == UInt8(ascii: "u"), let low = hex(text, end + 2, 4),
      0xDC00..<0xE000 ~= low
    {
      value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
      end += 6
    }
    guard let value, let scalar = Unicode.Scalar(value) else {
      throw Failure(
        detail: "InvalidUnicodeLiteral",
        message: digits == 4
          ? #"\u needs the four hexadecimal digits of a character, such as \u00e9"#
          : #"\U needs the eight hexadecimal digits of a character, such as \U0001f600"#,
        range: start..<min(end, text.endIndex))
    }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return end
  }

  private static func hex(_ text: ArraySlice<UInt8>, _ start: Int, _ count: Int) -> UInt32? {
    guard start + count <= text.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in text[start..<start + count] {
      guard let digit = byte.hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// A word, or a name in backticks without them.
  static func name(_ text: ArraySlice<UInt8>) -> String {
    guard text.first == UInt8(ascii: "`") else { return String(decoding: text, as: UTF8.self) }
    var result: [UInt8] = []
    var wasBacktick = false
    for byte in text.dropFirst().dropLast() {
      let isBacktick = byte == UInt8(ascii: "`")
      if !(isBacktick && wasBacktick) { result.append(byte) }
      wasBacktick = isBacktick && !wasBacktick
    }
    return String(decoding: result, as: UTF8.self)
  }
}
