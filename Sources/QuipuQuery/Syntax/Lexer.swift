import QuipuCore

/// Cuts query text into tokens, from its first byte to its last, without looking back. Linear time.
public struct Lexer: Sendable {
  let bytes: [UInt8]
  let keepsComments: Bool
  private(set) var position = 0

  /// With `keepsComments`, comments are tokens too; white space never is.
  public init(_ text: String, keepsComments: Bool = false) {
    self.init(bytes: Array(text.utf8), keepsComments: keepsComments)
  }

  init(bytes: [UInt8], keepsComments: Bool = false) {
    self.bytes = bytes
    self.keepsComments = keepsComments
  }

  /// All tokens, without the empty one at the end.
  public static func tokens(of text: String, keepsComments: Bool = false) -> [Token] {
    var lexer = Lexer(text, keepsComments: keepsComments)
    var tokens: [Token] = []
    while true {
      let token = lexer.next()
      if token.kind == .end { return tokens }
      tokens.append(token)
    }
  }

  /// The next token; at the end of the text, again and again one of kind `end`.
  public mutating func next() -> Token {
    while true {
      skipSpace()
      let start = position
      guard start < bytes.count else { return Token(.end, ByteRange(start..<start)) }
      let kind = scan(bytes[start])
      if kind == .comment && !keepsComments { continue }
      let range = ByteRange(start..<position)
      return Token(kind, range, keyword: kind == .word ? Keyword.find(bytes[range.range]) : nil)
    }
  }

  func byte(_ offset: Int) -> UInt8 {
    let index = position + offset
    return index < bytes.count ? bytes[index] : 0
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte) {
        position += 1
      } else if byte >= 0x80, let (scalar, length) = bytes.scalar(at: position), scalar.isQuerySpace {
        position += length
      } else {
        return
      }
    }
  }

  /// Moves over one token (or comment) and tells its kind.
  private mutating func scan(_ first: UInt8) -> Token.Kind {
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return scanNumber()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return scanString(first)
    case UInt8(ascii: "`"): return scanQuotedName()
    case UInt8(ascii: "$"): return scanParameter()
    case UInt8(ascii: "/"): return scanSlash()
    case UInt8(ascii: "."): return scanDot()
    default: break
    }
    if scanWord() { return .word }
    return first < 0x80 ? scanSymbol(first) : scanOther()
  }

  /// Moves over a name's characters, if one begins here.
  private mutating func scanWord() -> Bool {
    guard let length = bytes.nameStartLength(at: position) else { return false }
    position += length
    scanNameRest()
    return true
  }

  private mutating func scanNameRest() {
    while let length = bytes.namePartLength(at: position) { position += length }
  }

  private mutating func scanQuotedName() -> Token.Kind {
    position += 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "`") {
        if byte(1) != UInt8(ascii: "`") {
          position += 1
          return .quotedName
        }
        position += 1
      }
      position += 1
    }
    position = bytes.count
    return .invalid
  }

  private mutating func scanParameter() -> Token.Kind {
    position += 1
    if byte(0) == UInt8(ascii: "`") { return scanQuotedName() == .quotedName ? .parameter : .invalid }
    let start = position
    scanNameRest()
    return position > start ? .parameter : .invalid
  }

  private mutating func scanString(_ quote: UInt8) -> Token.Kind {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == quote { return .string }
    }
    position = bytes.count
    return .invalid
  }

  private mutating func scanSlash() -> Token.Kind {
    if byte(1) == UInt8(ascii: "/") {
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      return .comment
    }
    guard byte(1) == UInt8(ascii: "*") else {
      position += 1
      return .slash
    }
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        position += 2
        return .comment
      }
      position += 1
    }
    return .invalid
  }

  private mutating func scanDot() -> Token.Kind {
    switch byte(1) {
    case UInt8(ascii: "."):
      position += 2
      return .dotDot
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return scanNumber()
    default:
      position += 1
      return .dot
    }
  }

  /// Digits, a fraction, an exponent, and whatever name characters follow (which make it invalid later).
  private mutating func scanNumber() -> Token.Kind {
    let isPrefixed = byte(0) == UInt8(ascii: "0") && [UInt8(ascii: "x"), UInt8(ascii: "o")].contains(byte(1) | 0x20)
    if !isPrefixed {
      scanDigits()
      if byte(0) == UInt8(ascii: "."), byte(1).isASCIIDigit {
        position += 1
        scanDigits()
      }
      if byte(0) | 0x20 == UInt8(ascii: "e") {
        let hasSign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
        if byte(hasSign ? 2 : 1).isASCIIDigit { position += hasSign ? 2 : 1 }
      }
    }
    scanNameRest()
    return .number
  }

  private mutating func scanDigits() {
    while byte(0).isASCIIDigit { position += 1 }
  }

  /// Punctuation of one or two ASCII characters.
  private mutating func scanSymbol(_ first: UInt8) -> Token.Kind {
    let pair = (first, byte(1))
    position += 1
    if let kind = Lexer.pair(pair.0, pair.1) {
      position += 1
      return kind
    }
    return Lexer.symbols[Int(first)] ?? .invalid
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
    switch (first, second) {
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): .notEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
    case (UInt8(ascii: "+"), UInt8(ascii: "=")): .plusEqual
    case (UInt8(ascii: "="), UInt8(ascii: "~")): .regexMatch
    default: nil
    }
  }

  /// By ASCII code.
  private static let symbols: [Token.Kind?] = {
    var table = [Token.Kind?](repeating: nil, count: 128)
    let kinds: [(UnicodeScalar, Token.Kind)] = [
      ("(", .leftParenthesis), (")", .rightParenthesis), ("[", .leftBracket), ("]", .rightBracket), ("{", .leftBrace),
      ("}", .rightBrace), (",", .comma), (";", .semicolon), (":", .colon), ("|", .bar), ("&", .ampersand),
      ("!", .exclamation), ("+", .plus), ("-", .minus), ("*", .star), ("%", .percent), ("^", .caret), ("=", .equal),
      ("<", .less), (">", .greater),
    ]
    for (scalar, kind) in kinds { table[Int(scalar.value)] = kind }
    return table
  }()

  /// One character beyond ASCII that is no letter.
  private mutating func scanOther() -> Token.Kind {
    guard let (scalar, length) = bytes.scalar(at: position) else {
      position += 1
      return .invalid
    }
    position += length
    // openCypher 9, rules `Dash`, `LeftArrowHead`, `RightArrowHead`.
    switch scalar.value {
    case 0xAD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .otherDash
    case 0x27E8, 0x3008, 0xFE64, 0xFF1C: return .otherLeftArrow
    case 0x27E9, 0x3009, 0xFE65, 0xFF1E: return .otherRightArrow
    default: return .invalid
    }
  }
}
