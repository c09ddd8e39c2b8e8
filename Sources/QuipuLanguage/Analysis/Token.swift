import QuipuCore

/// One token: a stretch of bytes of the text with what every later stage asks of it.
public struct Token: Sendable, Equatable {
  /// What kind of characters the token is made of.
  public enum Kind: UInt8, Sendable {
    /// Letters, perhaps with inner apostrophes or periods (abbreviations: 'U.S.', 'Mr.').
    case word
    /// Starts with a digit: '14', '4.6', '1,200', '5th', '2024-07-23' may be one or several tokens.
    case number
    case punctuation
    /// Currency and other signs: '$', '%', '€', '+'.
    case symbol
    /// URL, e-mail address, hashtag, @handle, emoji.
    case special
  }

  public var range: ByteRange
  public var kind: Kind
  /// No white space between the token before and this one.
  public var isJoined: Bool

  public init(range: ByteRange, kind: Kind, isJoined: Bool) {
    self.range = range
    self.kind = kind
    self.isJoined = isJoined
  }
}

/// A sentence as a half-open range of token indexes.
public struct Sentence: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    case prose
    /// A line of its own without a full stop: a title, a heading.
    case heading
    /// An item of a list.
    case bullet
  }

  public var tokens: Range<Int>
  public var kind: Kind

  public init(tokens: Range<Int>, kind: Kind = .prose) {
    self.tokens = tokens
    self.kind = kind
  }
}
