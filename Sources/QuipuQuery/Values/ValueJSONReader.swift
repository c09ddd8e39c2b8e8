import QuipuGraph

/// Reads JSON (RFC 8259) into values: numbers without a point or exponent are integers where 64 bits hold them, all
/// others floats. Of two members with one key the later stands.
///
/// In the TCK's style objects with one `$` key are what `TCKJSONEncoding` writes; nodes, relationships and paths, which
/// belong to a graph, are refused. Complexity: O(bytes · log members).
public struct ValueJSONReader {
  /// How deep lists and objects may stand within one another.
  public static let nestingLimit = 512

  let style: ValueJSONStyle
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  private init(_ bytes: [UInt8], _ style: ValueJSONStyle) {
    self.bytes = bytes
    self.style = style
  }

  /// Reads one value, the whole of the text.
  public static func read(_ text: String, style: ValueJSONStyle = .plain) throws(ValueJSONError) -> Value {
    try read(Array(text.utf8), style: style)
  }

  public static func read(_ bytes: [UInt8], style: ValueJSONStyle = .plain) throws(ValueJSONError) -> Value {
    var reader = ValueJSONReader(bytes, style)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.offset == bytes.count else { throw ValueJSONError(.trailingText, offset: reader.offset) }
    return value
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func value() throws(ValueJSONError) -> Value {
    skipSpace()
    switch current ?? 0 {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: return try word()
    }
  }

  private mutating func word() throws(ValueJSONError) -> Value {
    for (word, value) in [("true", Value.bool(true)), ("false", .bool(false)), ("null", .null)]
    where bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return value
    }
    throw ValueJSONError(.expected("a value"), offset: offset)
  }

  private mutating func enter() throws(ValueJSONError) {
    depth += 1
    guard depth <= ValueJSONReader.nestingLimit else {
      throw ValueJSONError(.nestedTooDeeply(limit: ValueJSONReader.nestingLimit), offset: offset)
    }
    offset += 1
    skipSpace()
  }

  /// Takes the byte if it is next.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: scalar) else { return false }
    offset += 1
    return true
  }

  private mutating func array() throws(ValueJSONError) -> Value {
    try enter()
    defer { depth -= 1 }
    var elements: [Value] = []
    if take("]") { return .list([]) }
    while true {
      elements.append(try value())
      if take("]") { return .list(elements) }
      guard take(",") else { throw ValueJSONError(.expected("',' or ']' after an element"), offset: offset) }
    }
  }

  private mutating func object() throws(ValueJSONError) -> Value {
    let start = offset
    let pairs = try members()
    guard style == .tck, pairs.contains(where: { $0.key.utf8.first == UInt8(ascii: "$") }) else {
      return .map(ValueMap(pairs))
    }
    guard pairs.count == 1, let value = TCKJSONDecoding.value(pairs[0].key, pairs[0].value) else {
      throw ValueJSONError(.unknownWrapper(pairs.first { $0.key.hasPrefix("$") }?.key ?? "$"), offset: start)
    }
    return value
  }

  private mutating func members() throws(ValueJSONError) -> [(key: String, value: Value)] {
    try enter()
    defer { depth -= 1 }
    var pairs: [(key: String, value: Value)] = []
    if take("}") { return [] }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw ValueJSONError(.expected("a key in quotes"), offset: offset) }
      let key = try string()
      guard take(":") else { throw ValueJSONError(.expected("':' after a key"), offset: offset) }
      skipSpace()
      let isWrappedMap = style == .tck && key == "$map" && current == UInt8(ascii: "{")
      pairs.append((key, isWrappedMap ? .map(ValueMap(try members())) : try value()))
      if take("}") { return pairs }
      guard take(",") else { throw ValueJSONError(.expected("',' or '}' after a member"), offset: offset) }
    }
  }
}

extension ValueJSONReader {
  private mutating func number() throws(ValueJSONError) -> Value {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    let isZero = current == UInt8(ascii: "0")
    try digits()
    guard !isZero || offset == first + 1 else {
      throw ValueJSONError(.expected("no zeros before a number"), offset: first)
    }
    var isInteger = true
    if current == UInt8(ascii: ".") {
      isInteger = false
      offset += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isInteger, let integer = Int64(text) { return .int(integer) }
    guard let float = Double(text), float.isFinite else { throw ValueJSONError(.numberOutOfRange, offset: start) }
    return .double(float)
  }

  private mutating func digits() throws(ValueJSONError) {
    let start = offset
    while let byte = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { offset += 1 }
    guard offset > start else { throw ValueJSONError(.expected("a digit"), offset: offset) }
  }

  /// From the quote on.
  private mutating func string() throws(ValueJSONError) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = current {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw ValueJSONError(.invalidUTF8, offset: start)
        }
        return string
      case UInt8(ascii: "\\"): try escape(&text)
      case 0..<0x20: throw ValueJSONError(.controlCharacterInString, offset: offset - 1)
      default: text.append(byte)
      }
    }
    throw ValueJSONError(.expected("the closing quote of the string at byte \(start)"), offset: offset)
  }

  /// After the backslash.
  private mutating func escape(_ text: inout [UInt8]) throws(ValueJSONError) {
    let start = offset - 1
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
      UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    let letter = current ?? 0
    offset += 1
    if let byte = simple[letter] { return text.append(byte) }
    guard letter == UInt8(ascii: "u"), var code = hexadecimal() else {
      throw ValueJSONError(.invalidEscape, offset: start)
    }
    if 0xD800..<0xDC00 ~= code, bytes[min(offset, bytes.count)...].starts(with: [0x5C, UInt8(ascii: "u")]) {
      offset += 2
      guard let low = hexadecimal(), 0xDC00..<0xE000 ~= low else {
        throw ValueJSONError(.invalidEscape, offset: start)
      }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw ValueJSONError(.invalidEscape, offset: start) }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var code: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
      code = code << 4 | UInt32(digit)
    }
    offset += 4
    return code
  }
}
