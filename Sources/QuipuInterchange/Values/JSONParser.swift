import QuipuGraph

/// What is wrong with a JSON text, and at which byte.
struct JSONError: Error, Equatable {
  var offset: Int
  var reason: String
}

/// Reads one JSON text (RFC 8259) into a property value. Complexity: O(bytes).
struct JSONParser: ~Copyable {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private static let maximumDepth = 256
  /// Whether maps with one tag become what they stand for.
  private let isTagged: Bool

  private init(_ bytes: [UInt8], isTagged: Bool) {
    self.bytes = bytes
    self.isTagged = isTagged
  }

  static func parse(_ bytes: [UInt8], isTagged: Bool = true) throws(JSONError) -> PropertyValue {
    var parser = JSONParser(bytes, isTagged: isTagged)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let value = try parser.value()
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.error("more text after the end of the value") }
    return value
  }

  private func error(_ reason: String) -> JSONError { JSONError(offset: position, reason: reason) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSONError) -> PropertyValue {
    skipSpace()
    switch next {
    case nil: throw error("the text ends where a value should stand")
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    // Python writes these three, though RFC 8259 has no such numbers.
    case UInt8(ascii: "N"): return try word("NaN", .double(.nan))
    case UInt8(ascii: "I"): return try word("Infinity", .double(.infinity))
    default: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: PropertyValue) throws(JSONError) -> PropertyValue {
    let text = word.withUTF8Buffer { Array($0) }
    guard bytes[position...].starts(with: text) else { throw error("no JSON value") }
    position += text.count
    return value
  }

  private mutating func descend() throws(JSONError) {
    depth += 1
    guard depth <= JSONParser.maximumDepth else {
      throw error("more than \(JSONParser.maximumDepth) brackets inside one another")
    }
  }

  private mutating func array() throws(JSONError) -> PropertyValue {
    try descend()
    position += 1
    var values: [PropertyValue] = []
    if !take("]") {
      repeat { values.append(try value()) } while take(",")
      guard take("]") else { throw error("expected ',' or ']'") }
    }
    depth -= 1
    return .list(values)
  }

  private mutating func object() throws(JSONError) -> PropertyValue {
    try descend()
    position += 1
    var map = PropertyMap()
    if !take("}") {
      repeat {
        skipSpace()
        guard next == UInt8(ascii: "\"") else { throw error("expected a key in quotes") }
        let key = try string()
        guard take(":") else { throw error("expected ':' after the key") }
        map[key] = try value()
      } while take(",")
      guard take("}") else { throw error("expected ',' or '}'") }
    }
    depth -= 1
    return isTagged ? PropertyJSON.untagged(map) : .map(map)
  }

  private mutating func number() throws(JSONError) -> PropertyValue {
    let start = position
    var isWhole = true
    while let byte = next {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "-"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"): isWhole = false
      default:
        if byte == UInt8(ascii: "I"), position == start + 1, bytes[start] == UInt8(ascii: "-") {
          return try word("Infinity", .double(-.infinity))
        }
        return try number(start, isWhole)
      }
      position += 1
    }
    return try number(start, isWhole)
  }

  private func number(_ start: Int, _ isWhole: Bool) throws(JSONError) -> PropertyValue {
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let number = Int64(text) { return .int(number) }
    guard let number = Double(text) else { throw JSONError(offset: start, reason: "no JSON value") }
    return .double(number)
  }
}

// Strings
extension JSONParser {
  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
    if next == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<position])
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(&text)
      case 0..<0x20:
        position -= 1
        throw error("a control character in a string, which must be escaped")
      default: text.append(byte)
      }
    }
    throw JSONError(offset: start - 1, reason: "this string has no closing quote")
  }

  private mutating func escape(_ text: inout [UInt8]) throws(JSONError) {
    let byte = next
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
    case let byte? where [0x22, 0x5C, 0x2F].contains(byte): text.append(byte)
    default:
      position -= 2
      throw error("an unknown escape")
    }
  }

  /// `\uxxxx`, or two of them for a scalar beyond the basic plane; half a pair becomes U+FFFD.
  private mutating func scalar() throws(JSONError) -> Character {
    let first = try hex()
    guard first & 0xFC00 == 0xD800 else { return Character(Unicode.Scalar(first) ?? "\u{FFFD}") }
    guard bytes[position...].starts(with: [0x5C, UInt8(ascii: "u")]) else { return "\u{FFFD}" }
    let before = position
    position += 2
    let second = try hex()
    guard second & 0xFC00 == 0xDC00 else {
      position = before
      return "\u{FFFD}"
    }
    return Character(Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)) ?? "\u{FFFD}")
  }

  private mutating func hex() throws(JSONError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw error("an escape is cut short") }
    var number: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("four hexadecimal digits should stand here")
      }
      number = number << 4 + UInt32(digit)
    }
    position += 4
    return number
  }
}
