/// Finds where a text stops being JSON (RFC 8259): the decoder of FoundationEssentials tells only that it does.
struct JSONSyntax {
  /// The first byte that cannot stand where it does, and why.
  struct Failure: Error, Equatable {
    var offset: Int
    var problem: String
  }

  /// As deep as the decoder goes.
  private static let depthLimit = 512
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Nil for well-formed JSON. The offset counts bytes from the slice's start. Complexity: O(n).
  static func failure(in bytes: ArraySlice<UInt8>) -> Failure? {
    var syntax = JSONSyntax(bytes)
    do throws(Failure) {
      try syntax.value(depth: 0)
      syntax.skipSpace()
      if syntax.position < bytes.endIndex { throw syntax.failed("something follows the end of the object") }
      if String(validating: bytes, as: UTF8.self) == nil { throw syntax.brokenEncoding() }
      return nil
    } catch { return error }
  }

  private mutating func value(depth: Int) throws(Failure) {
    skipSpace()
    guard depth < JSONSyntax.depthLimit else { throw failed("nested deeper than \(JSONSyntax.depthLimit)") }
    guard let first = next else { throw failed("the line ends where a value should be") }
    switch first {
    case UInt8(ascii: "{"): try members(depth)
    case UInt8(ascii: "["): try list(closing: "]") { (s) throws(Failure) in try s.value(depth: depth + 1) }
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: throw failed("no JSON value starts like this")
    }
  }

  private mutating func members(_ depth: Int) throws(Failure) {
    try list(closing: "}") { (s) throws(Failure) in
      s.skipSpace()
      guard s.next == UInt8(ascii: "\"") else { throw s.failed("expected a member's name in double quotes") }
      try s.string()
      s.skipSpace()
      guard s.next == UInt8(ascii: ":") else { throw s.failed("expected ':' after the member's name") }
      s.position += 1
      try s.value(depth: depth + 1)
    }
  }

  /// Brackets around elements with commas between them.
  private mutating func list(
    closing: Unicode.Scalar, element: (inout JSONSyntax) throws(Failure) -> Void
  ) throws(Failure) {
    let close = UInt8(ascii: closing)
    position += 1
    skipSpace()
    if next == close {
      position += 1
      return
    }
    while true {
      try element(&self)
      skipSpace()
      if next == close {
        position += 1
        return
      }
      guard next == UInt8(ascii: ",") else { throw failed("expected ',' or '\(closing)'") }
      position += 1
    }
  }

  private mutating func string() throws(Failure) {
    position += 1
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: throw failed("a control character inside a string; write it as \\u00XX")
      default: position += 1
      }
    }
    throw failed("the line ends inside a string")
  }

  private mutating func escape() throws(Failure) {
    position += 1
    guard let letter = next else { throw failed("the line ends inside a string") }
    guard "\"\\/bfnrtu".utf8.contains(letter) else { throw failed("no escape sequence starts like this") }
    position += 1
    guard letter == UInt8(ascii: "u") else { return }
    for _ in 0..<4 {
      guard let digit = next, Unicode.Scalar(digit).properties.isASCIIHexDigit else {
        throw failed("\\u needs four hexadecimal digits")
      }
      position += 1
    }
  }

  private mutating func number() throws(Failure) {
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    guard next == UInt8(ascii: "e") || next == UInt8(ascii: "E") else { return }
    position += 1
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
    try digits()
  }

  private mutating func digits() throws(Failure) {
    guard let first = next, first >= 0x30, first <= 0x39 else { throw failed("expected a digit") }
    while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
  }

  private mutating func word(_ expected: String) throws(Failure) {
    for byte in expected.utf8 {
      guard next == byte else { throw failed("expected '\(expected)'") }
      position += 1
    }
  }

  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private func failed(_ problem: String) -> Failure {
    Failure(offset: position - bytes.startIndex, problem: problem)
  }

  /// Where the bytes before are the same once decoded and encoded again.
  private func brokenEncoding() -> Failure {
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let same = zip(bytes, repaired).prefix { $0 == $1 }.count
    return Failure(offset: same, problem: "the bytes are no UTF-8")
  }
}
