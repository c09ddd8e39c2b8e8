/// A length of time in months, days and seconds, which do not convert into one another: a month has 28 to 31 days, and a
/// day may have 23 or 25 hours (openCypher CIP2015-08-06, date and time).
public struct CalendarDuration: Hashable, Sendable {
  public var months: Int64
  public var days: Int64
  /// Whole seconds, rounded down.
  public private(set) var seconds: Int64
  /// 0 ..< 1,000,000,000, to be added to `seconds` also when those are negative.
  public private(set) var nanoseconds: Int32

  public static let zero = CalendarDuration()

  /// Nanoseconds outside a second are carried into the seconds, as far as those reach (64 bits).
  public init(months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int64 = 0) {
    let billion: Int64 = 1_000_000_000
    let remainder = nanoseconds % billion
    let carry = nanoseconds / billion - (remainder < 0 ? 1 : 0)
    let (sum, overflow) = seconds.addingReportingOverflow(carry)
    self.months = months
    self.days = days
    self.seconds = overflow ? (carry < 0 ? .min : .max) : sum
    self.nanoseconds = Int32(remainder < 0 ? remainder + billion : remainder)
  }
}

extension CalendarDuration: CustomStringConvertible {
  /// ISO 8601, for example `P1Y2M3DT4H5M6.7S`; signs stand before the numbers, zero is `PT0S`.
  public var description: String {
    let date = part(months / 12, "Y") + part(months % 12, "M") + part(days, "D")
    let time = clockPart
    return date.isEmpty && time.isEmpty ? "PT0S" : "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  private var clockPart: String {
    let isNegative = seconds < 0
    // Below zero the fraction counts towards zero: -1 s and 0.3 s are -0.7 s.
    let whole = isNegative && nanoseconds > 0 ? seconds + 1 : seconds
    let fraction = isNegative && nanoseconds > 0 ? 1_000_000_000 - Int(nanoseconds) : Int(nanoseconds)
    let hours = part(whole / 3600, "H") + part(whole / 60 % 60, "M")
    let rest = whole % 60
    guard rest != 0 || fraction != 0 else { return hours }
    return hours + (isNegative ? "-" : "") + "\(rest.magnitude)\(decimals(fraction))S"
  }

  private func part(_ number: Int64, _ unit: String) -> String { number == 0 ? "" : "\(number)\(unit)" }

  /// From `PnYnMnWnDTnHnMnS`: parts may be absent (one must be there), have signs, and the seconds up to nine decimals;
  /// a sign before the `P` turns all of them. Nil for anything else, and for numbers beyond 64 bits.
  public init?(iso text: some StringProtocol) {
    var scanner = ISOScanner(text)
    guard let value = scanner.duration(), scanner.isAtEnd else { return nil }
    self = value
  }
}
