// What follows a backslash.
extension RegexParser {
  /// Outside a class, after the backslash.
  mutating func escapedAtom(_ start: Int) throws(RegexError) -> RegexNode {
    guard let scalar = current else { throw failure("a backslash at the end", at: start) }
    switch scalar {
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.noWordBoundary)
    case "A": return assertion(.textStart)
    case "z": return assertion(.textEnd)
    case "Z": return assertion(.textEndOrLastLine)
    case "Q": return quotation()
    case "R": return lineBreak()
    case "1"..."9", "k": throw failure("references back to groups are not supported", at: start)
    default: break
    }
    let set = try escapedSet(start)
    if case .range(let range) = set, range.count == 1 {
      return .scalar(range.lowerBound, ignoringCase: flags.ignoresCase)
    }
    return .set(flags.ignoresCase ? .ignoringCase(set) : set)
  }

  private mutating func assertion(_ assertion: RegexAssertion) -> RegexNode {
    offset += 1
    return .assertion(assertion)
  }

  /// `\R`: a line break of one or two characters.
  private mutating func lineBreak() -> RegexNode {
    offset += 1
    let pair = RegexNode.sequence([.scalar(0x0D, ignoringCase: false), .scalar(0x0A, ignoringCase: false)])
    return .alternatives([pair, .set(.union([.lineBreak, .range(0x0B...0x0C)]))])
  }

  /// `\Q…\E`: all that stands between, as it is.
  private mutating func quotation() -> RegexNode {
    offset += 1
    var nodes: [RegexNode] = []
    while offset < scalars.count, !take("\\E") {
      nodes.append(.scalar(scalars[offset].value, ignoringCase: flags.ignoresCase))
      offset += 1
    }
    return .sequence(nodes)
  }

  /// A class such as `\d`, or a set of the one scalar that the escape stands for. After the backslash.
  mutating func escapedSet(_ start: Int) throws(RegexError) -> ScalarSet {
    guard let scalar = current else { throw failure("a backslash at the end", at: start) }
    offset += 1
    switch scalar {
    case "d": return .digit
    case "D": return .negated(.digit)
    case "w": return .word
    case "W": return .negated(.word)
    case "s": return .space
    case "S": return .negated(.space)
    case "h": return .horizontalSpace
    case "H": return .negated(.horizontalSpace)
    case "v": return .union([.range(0x0A...0x0D), .scalars("\u{85}\u{2028}\u{2029}")])
    case "p": return try property(start)
    case "P": return .negated(try property(start))
    default: return .scalar(try escapedScalar(scalar, start))
    }
  }

  private mutating func escapedScalar(_ scalar: Unicode.Scalar, _ start: Int) throws(RegexError) -> UInt32 {
    switch scalar {
    case "t": return 0x09
    case "n": return 0x0A
    case "r": return 0x0D
    case "f": return 0x0C
    case "a": return 0x07
    case "e": return 0x1B
    case "x": return try take("{") ? bracedHexadecimal(start) : hexadecimal(digits: 2, start)
    case "u": return try hexadecimal(digits: 4, start)
    case "A"..."Z", "a"..."z", "0"..."9": throw failure("'\\\(scalar)' is no escape", at: start)
    default: return scalar.value
    }
  }

  private mutating func hexadecimal(digits: Int, _ start: Int) throws(RegexError) -> UInt32 {
    guard offset + digits <= scalars.count,
      let number = UInt32(String(String.UnicodeScalarView(scalars[offset..<offset + digits])), radix: 16)
    else { throw failure("expected \(digits) hexadecimal digits", at: start) }
    offset += digits
    return number
  }

  private mutating func bracedHexadecimal(_ start: Int) throws(RegexError) -> UInt32 {
    let end = scalars[offset...].firstIndex(of: "}") ?? scalars.count
    let digits = String(String.UnicodeScalarView(scalars[offset..<end]))
    guard end < scalars.count, let number = UInt32(digits, radix: 16), number <= 0x10FFFF else {
      throw failure("expected hexadecimal digits up to 10FFFF and '}'", at: start)
    }
    offset = end + 1
    return number
  }

  /// `\p{Lu}`, `\pL`, `\p{Alpha}`: general categories and Java's ASCII classes.
  private mutating func property(_ start: Int) throws(RegexError) -> ScalarSet {
    guard let first = current else { throw failure("expected a property's name", at: start) }
    var name = String(first)
    if take("{") {
      let end = scalars[offset...].firstIndex(of: "}") ?? scalars.count
      guard end < scalars.count else { throw failure("expected '}' after the property's name", at: start) }
      name = String(String.UnicodeScalarView(scalars[offset..<end]))
      offset = end + 1
    } else {
      offset += 1
    }
    if let set = RegexParser.properties[name] { return set }
    let category = name.hasPrefix("Is") ? String(name.dropFirst(2)) : name
    guard RegexParser.categories.contains(category) else { throw failure("'\(name)' is no known property", at: start) }
    return .category(category)
  }

  private static let categories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  private static let properties: [String: ScalarSet] = [
    "Lower": .lower, "Upper": .upper, "Alpha": .union([.lower, .upper]), "Digit": .digit,
    "Alnum": .union([.lower, .upper, .digit]), "Punct": .scalars("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    "Graph": .range(0x21...0x7E), "Print": .range(0x20...0x7E), "Blank": .scalars(" \t"), "Space": .space,
    "Cntrl": .union([.range(0...0x1F), .scalar(0x7F)]), "ASCII": .range(0...0x7F),
    "XDigit": .union([.digit, .range(0x41...0x46), .range(0x61...0x66)]),
    "IsAlphabetic": .union([.category("L"), .category("Nl")]), "IsLetter": .category("L"),
    "IsDigit": .category("Nd"), "IsUppercase": .category("Lu"), "IsLowercase": .category("Ll"),
    "IsPunctuation": .category("P"), "IsWhite_Space": .union([.space, .category("Z"), .scalar(0x85)]),
  ]
}
