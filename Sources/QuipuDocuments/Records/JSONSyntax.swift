/// Finds where JSON (RFC 8259) breaks its grammar, for error messages: the decoder says only that it does.
///
/// Keeps its own stack, so that nesting costs memory and never the call stack. Complexity: O(n).
struct JSONSyntax {
  struct Fault: Equatable {
    /// 0-based byte offset.
    var offset: Int
    var reason: String
  }

  private enum Expectation { case value, firstKey, key, colon, separator, firstElement }

  private let bytes: [UInt8]
  private var position = 0
  private var fault: Fault?
  /// The closing brackets still to come.
  private var open: [UInt8] = []
  /// Where the elements of an outermost array begin.
  private var elements: [Int] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil when the bytes are one JSON value.
  static func firstFault(in bytes: [UInt8]) -> Fault? {
    var syntax = JSONSyntax(bytes)
    syntax.run()
    return syntax.fault
  }

  /// The lines (1-based) where the elements of an array begin.
  static func elementLines(of bytes: [UInt8]) -> [Int] {
    var syntax = JSONSyntax(bytes)
    syntax.run()
    var lines: [Int] = []
    var (line, index) = (1, 0)
    for element in syntax.elements {
      while index < element {
        if bytes[index] == 0x0A { line += 1 }
        index += 1
      }
      lines.append(line)
    }
    return lines
  }

  /// 1-based line and column (in bytes) of an offset.
  static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let head = bytes.prefix(offset)
    let line = head.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return (line, offset - (head.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1)
  }

  private mutating func run() {
    var expected = Expectation.value
    while fault == nil {
      skipSpace()
      guard position < bytes.count else { return fail("it ends too early") }
      expected = step(expected)
      if open.isEmpty, expected == .separator {
        skipSpace()
        if fault == nil, position < bytes.count { fail("something follows the value") }
        return
      }
    }
  }

  private mutating func step(_ expected: Expectation) -> Expectation {
    let byte = bytes[position]
    switch expected {
    case .firstKey where byte == UInt8(ascii: "}"), .firstElement where byte == UInt8(ascii: "]"): return close(byte)
    case .firstKey, .key:
      guard byte == UInt8(ascii: "\"") else { return failed("a member's name in quotation marks is missing") }
      string()
      return .colon
    case .colon:
      guard byte == UInt8(ascii: ":") else { return failed("a colon is missing") }
      position += 1
      return .value
    case .separator:
      if byte == open.last { return close(byte) }
      guard byte == UInt8(ascii: ",") else { return failed("a comma or a closing bracket is missing") }
      position += 1
      return open.last == UInt8(ascii: "}") ? .key : .value
    case .value, .firstElement: return value(byte)
    }
  }

  private mutating func value(_ byte: UInt8) -> Expectation {
    if open == [UInt8(ascii: "]")] { elements.append(position) }
    switch byte {
    case UInt8(ascii: "{"):
      open.append(UInt8(ascii: "}"))
      position += 1
      return .firstKey
    case UInt8(ascii: "["):
      open.append(UInt8(ascii: "]"))
      position += 1
      return .firstElement
    case UInt8(ascii: "\""): string()
    default: scalar()
    }
    return .separator
  }

  private mutating func close(_ byte: UInt8) -> Expectation {
    open.removeLast()
    position += 1
    return .separator
  }

  private mutating func string() {
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"):
        guard position + 1 < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[position + 1]) else {
          return fail("an escape is wrong")
        }
        position += 2
      case 0..<0x20: return fail("a string holds a control character or does not end")
      default: position += 1
      }
    }
    fail("a string does not end")
  }

  /// A number or a word.
  private mutating func scalar() {
    let start = position
    while position < bytes.count, ASCII.isLetterOrDigit(bytes[position]) || "+-.".utf8.contains(bytes[position]) {
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if ["true", "false", "null"].contains(word) || (Double(word) != nil && word.first?.isLetter == false) { return }
    position = start
    fail("a value is missing or misspelt")
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func failed(_ reason: String) -> Expectation {
    fail(reason)
    return .value
  }

  private mutating func fail(_ reason: String) { fault = Fault(offset: position, reason: reason) }
}
