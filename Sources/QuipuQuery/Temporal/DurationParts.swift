import QuipuGraph

/// A duration whose parts may have fractions, in fixed point with 18 decimals. Fractions of a month become days at the
/// average length of a month, fractions of a day become seconds.
struct DurationParts {
  /// Each a number of months, days or seconds, times 10^18.
  var months: Int128 = 0
  var days: Int128 = 0
  var seconds: Int128 = 0

  static let one: Int128 = 1_000_000_000_000_000_000
  /// Millionths of a day in the average month of the Gregorian calendar: 146,097 days in 4,800 months.
  private static let averageMonth: Int128 = 30_436_875

  init() {}

  init(_ duration: CalendarDuration) {
    months = Int128(duration.months) * DurationParts.one
    days = Int128(duration.days) * DurationParts.one
    seconds =
      Int128(duration.seconds) * DurationParts.one
      + Int128(duration.nanoseconds) * (DurationParts.one / 1_000_000_000)
  }

  /// Whole months, days and nanoseconds, the last rounded to the nearest, halves towards zero. Throws beyond 64 bits.
  func duration() throws(QueryError) -> CalendarDuration {
    let one = DurationParts.one
    let days = try DurationParts.sum(days, months % one * DurationParts.averageMonth / 1_000_000)
    let seconds = try DurationParts.sum(seconds, days % one * 86_400)
    let nanosecond = one / 1_000_000_000
    let half = nanosecond / 2
    let rounded = seconds % nanosecond
    let nanoseconds = seconds / nanosecond + (rounded > half ? 1 : rounded < -half ? -1 : 0)
    guard let wholeMonths = Int64(exactly: months / one), let wholeDays = Int64(exactly: days / one),
      let duration = CalendarDuration(checkedMonths: wholeMonths, days: wholeDays, nanoseconds: nanoseconds)
    else { throw .durationOverflow }
    return duration
  }

  static func sum(_ a: Int128, _ b: Int128) throws(QueryError) -> Int128 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard !overflow else { throw .durationOverflow }
    return sum
  }
}

extension CalendarDuration {
  /// Nil when the seconds go beyond 64 bits.
  init?(checkedMonths months: Int64, days: Int64, nanoseconds: Int128) {
    let billion: Int128 = 1_000_000_000
    let remainder = nanoseconds % billion
    let carry: Int128 = remainder < 0 ? 1 : 0
    guard let seconds = Int64(exactly: nanoseconds / billion - carry) else { return nil }
    self.init(months: months, days: days, seconds: seconds, nanoseconds: Int64(remainder + carry * billion))
  }

  /// The seconds' part, in nanoseconds.
  var clockNanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }
}

/// A decimal number as it is written: `digits` times 10^`exponent`.
struct ExactDecimal {
  var digits: Int128
  var exponent: Int

  init(_ integer: Int64) {
    digits = Int128(integer)
    exponent = 0
  }

  /// The shortest decimal number that stands for this one, as it prints: 0.7 is seven tenths, not the binary fraction
  /// just below. Nil for infinities and NaN.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    self.init(number.description.utf8)
  }

  /// From an optional sign, digits with a decimal sign among them, an exponent. Decimals beyond the thirtieth digit have
  /// no weight here; nil for other text and for more than 30 digits before the decimal sign.
  init?(_ text: some Sequence<UInt8>) {
    var isNegative = false
    var isFraction = false
    var digits: Int128 = 0
    var exponent = 0
    var count = 0
    var iterator = text.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: ","): isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let power = ExactDecimal.integer(&iterator) else { return nil }
        exponent += power
      case 48...57:
        if digits != 0 || byte != 48 { count += 1 }
        guard count <= 30 else {
          if isFraction { continue } else { return nil }
        }
        digits = digits * 10 + Int128(byte - 48)
        if isFraction { exponent -= 1 }
      default: return nil
      }
    }
    self.digits = isNegative ? -digits : digits
    self.exponent = exponent
  }

  private static func integer(_ bytes: inout some IteratorProtocol<UInt8>) -> Int? {
    var text: [UInt8] = []
    while let byte = bytes.next() { text.append(byte) }
    return Int(String(decoding: text, as: UTF8.self))
  }

  /// `value` times this, rounded towards zero. Throws when that is beyond 128 bits.
  func multiplied(by value: Int128) throws(QueryError) -> Int128 {
    let (high, low) = value.magnitude.multipliedFullWidth(by: digits.magnitude)
    let places = min(38, max(0, -exponent))
    let divisor = (0..<places).reduce(UInt128(1)) { power, _ in power * 10 }
    guard high < divisor else { throw .durationOverflow }
    let quotient = divisor.dividingFullWidth((high, low)).quotient
    guard let size = Int128(exactly: quotient) else { throw .durationOverflow }
    let isNegative = (value < 0) != (digits < 0)
    return try ExactDecimal.scale(isNegative ? -size : size, by: exponent + places)
  }

  /// `value` divided by this, which is not zero, by long division. Throws when that is beyond 128 bits.
  func divided(into value: Int128) throws(QueryError) -> Int128 {
    var (quotient, remainder) = value.quotientAndRemainder(dividingBy: digits)
    for _ in 0..<max(0, -exponent) {
      let (wide, tooLarge) = quotient.multipliedReportingOverflow(by: 10)
      let (digit, rest) = (remainder * 10).quotientAndRemainder(dividingBy: digits)
      let (sum, overflow) = wide.addingReportingOverflow(digit)
      guard !tooLarge, !overflow else { throw .durationOverflow }
      (quotient, remainder) = (sum, rest)
    }
    return try ExactDecimal.scale(quotient, by: -max(0, exponent))
  }

  /// `value` times 10^`exponent`, rounded towards zero.
  private static func scale(_ value: Int128, by exponent: Int) throws(QueryError) -> Int128 {
    guard value != 0 else { return 0 }
    var scaled = value
    for _ in 0..<min(40, abs(exponent)) {
      if exponent < 0 {
        scaled /= 10
      } else {
        let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
        guard !overflow else { throw .durationOverflow }
        scaled = product
      }
    }
    return scaled
  }
}
