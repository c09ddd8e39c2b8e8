import QuipuCore

/// A date, amount or measure found in the text, normalised.
public struct Value: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// ISO 8601: `2024-07-23`, `2024-07`, `2024`, an interval `2024-01/2024-06`, open `2024-05/..`, without a year `--07-23`.
    case date
    /// ISO 8601 time of day: `15:11`, `15:11Z`.
    case time
    /// ISO 8601 duration: `P18M`, `P2Y`, `PT24H`.
    case duration
    /// Amount and ISO 4217 code: `240000000000 USD`; `40000 krona` when the currency has no code known.
    case money
    /// `4.6%`.
    case percent
    /// Number and unit: `1200000 t`, `7.5 km`, `20 militants` when the unit is a counted noun.
    case quantity
    /// A bare number: `14`, `1200`.
    case number
    /// `1`, `3`: 'first', '5th'.
    case ordinal
  }

  public var kind: Kind
  /// Token indexes, half open.
  public var tokens: Range<Int>
  public var normalized: String
  /// How the number is bounded: 'over 240 billion', 'at least', 'about'.
  public var comparator: Comparator

  public enum Comparator: String, Sendable, CaseIterable { case exact, over, under, about }

  public init(kind: Kind, tokens: Range<Int>, normalized: String, comparator: Comparator = .exact) {
    self.kind = kind
    self.tokens = tokens
    self.normalized = normalized
    self.comparator = comparator
  }
}
