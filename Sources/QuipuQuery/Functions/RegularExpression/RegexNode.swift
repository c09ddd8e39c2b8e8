/// The syntax tree of a regular expression, flags already applied.
indirect enum RegexNode: Sendable {
  case empty
  case scalar(UInt32, ignoringCase: Bool)
  case set(ScalarSet)
  case assertion(RegexAssertion)
  case sequence([RegexNode])
  case alternatives([RegexNode])
  /// `maximum` is nil without an upper bound.
  case repetition(RegexNode, minimum: Int, maximum: Int?)
}

/// What holds or does not hold between two scalars.
enum RegexAssertion: UInt8, Sendable {
  case textStart, textEnd
  /// At the end, or before a line break that ends the text.
  case textEndOrLastLine
  case lineStart, lineEnd
  case wordBoundary, noWordBoundary
}

/// A set of Unicode scalars.
indirect enum ScalarSet: Sendable {
  case range(ClosedRange<UInt32>)
  /// General categories, by the two letters of the Unicode standard or the first alone.
  case category(String)
  case union([ScalarSet])
  case intersection([ScalarSet])
  case negated(ScalarSet)
  /// What has a case variant in the set.
  case ignoringCase(ScalarSet)

  func contains(_ scalar: UInt32) -> Bool {
    switch self {
    case .range(let range): range.contains(scalar)
    case .category(let name): Unicode.Scalar(scalar)?.properties.generalCategory.abbreviation.hasPrefix(name) ?? false
    case .union(let sets): sets.contains { $0.contains(scalar) }
    case .intersection(let sets): sets.allSatisfy { $0.contains(scalar) }
    case .negated(let set): !set.contains(scalar)
    case .ignoringCase(let set):
      set.contains(scalar) || set.contains(CaseVariants.lower(scalar)) || set.contains(CaseVariants.upper(scalar))
    }
  }
}

extension ScalarSet {
  static func scalar(_ value: UInt32) -> ScalarSet { .range(value...value) }
  static func scalars(_ text: String) -> ScalarSet { .union(text.unicodeScalars.map { scalar($0.value) }) }

  static let digit = ScalarSet.range(0x30...0x39)
  static let lower = ScalarSet.range(0x61...0x7A)
  static let upper = ScalarSet.range(0x41...0x5A)
  static let word = ScalarSet.union([digit, lower, upper, scalar(0x5F)])
  static let space = ScalarSet.union([.range(0x09...0x0D), scalar(0x20)])
  static let horizontalSpace = scalars("\t \u{A0}\u{1680}\u{180E}\u{202F}\u{205F}\u{3000}")
  static let lineBreak = scalars("\n\r\u{85}\u{2028}\u{2029}")
  static let all = ScalarSet.range(0...0x10FFFF)
}

extension Unicode.GeneralCategory {
  /// The Unicode standard's short name.
  fileprivate var abbreviation: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
