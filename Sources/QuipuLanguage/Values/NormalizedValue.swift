import QuipuCore

/// A date, amount or measure found in the text, normalised.
public struct NormalizedValue: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// ISO 8601: `2024-07-23`, `2024-07`, `2024`; an interval, both ends in it: `2024-01/2024-06` (a half, quarter,
    /// season or 'early 2024', a third of the year), `2024-04-15/2024-04-21` (a week), `1940/1949` (a decade),
    /// `1801/1900` (a century); open `2024-05/..`, `../2025`. 'The end of 2025' is its last day `2025-12-31`.
    /// Years before 1 are astronomical: 44 BC is `-0043`.
    ///
    /// Where the year or week is unknown (no document date), the truncated forms of ISO 8601:2000: `--07-23`, `--07`,
    /// and `-W-2` for 'Tuesday'.
    case date
    /// ISO 8601 time of day: `15:11`, `15:11Z`, `14:00+01:00`.
    case time
    /// ISO 8601 duration: `P18M`, `P2Y`, `PT24H`; a range `P5D..P7D`. 'Two decades' are `P20Y`, '14-year-old' is `P14Y`.
    case duration
    /// How often, as a repeating interval of ISO 8601: 'every day' `R/P1D`, 'every Friday' `R/-W-5/P1W`, 'every August'
    /// `R/--08/P1Y`; a count in each period before a slash: 'twice a week' `2/P1W`.
    case frequency
    /// Amount and ISO 4217 code: `240000000000 USD`, a range `1200000000..1500000000 EUR`; the name as a plural where
    /// it belongs to several currencies: `40000 kronor`. A bare '$' or 'dollars' is taken as `USD`.
    case money
    /// `4.6%`, `20..25%`, `-0.3%`; percentage points `2 pp`, also for basis points: `0.25 pp`.
    case percent
    /// Number and symbol of a unit of measure: `1200000 t`, `7.5 km`, `2500000 mi2`, `5..10 km`, `-5 °C`.
    case quantity
    /// A bare number, also before a counted noun: `14`, `1200`, `10..15`; a fraction to four places: `0.3333`.
    /// 'Hundreds' is `100` with the comparator `over`.
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
