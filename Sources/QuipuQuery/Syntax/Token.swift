import QuipuCore

/// A smallest piece of a query text that has a meaning, with the bytes where it stands.
public struct Token: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable {
    /// A name or a keyword.
    case word
    /// A name in backticks.
    case quotedName
    /// `$name`
    case parameter
    /// Begins like a number; whether it is one is for the parser to say.
    case number
    /// In single or double quotes.
    case string
    /// `// …` or `/* … */`; only from lexers that keep comments.
    case comment
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, semicolon, colon, dot, dotDot, bar, ampersand, exclamation
    case plus, minus, star, slash, percent, caret
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, plusEqual, regexMatch
    /// A Unicode dash or arrow head, which patterns may be drawn with.
    case otherDash, otherLeftArrow, otherRightArrow
    /// Characters that begin nothing of the language, or a string, name or comment that does not end.
    case invalid
    /// After the last token; empty.
    case end
  }

  public var kind: Kind
  /// Set for words only.
  var keyword: Keyword?
  public var range: ByteRange

  init(_ kind: Kind, _ range: ByteRange, keyword: Keyword? = nil) {
    self.kind = kind
    self.keyword = keyword
    self.range = range
  }

  /// A word that openCypher reserves, or that has a meaning in some places.
  public var isKeyword: Bool { keyword != nil }

  /// A word or a name in backticks.
  var isAnyName: Bool { kind == .word || kind == .quotedName }

  /// What may stand for a variable: a word that is not reserved, or a name in backticks.
  var isSymbolicName: Bool { kind == .quotedName || kind == .word && !(keyword?.isReserved ?? false) }
}
