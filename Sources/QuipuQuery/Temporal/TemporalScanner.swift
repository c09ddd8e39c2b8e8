import QuipuCore
import QuipuGraph

/// Reads openCypher's forms of dates, times and offsets off the front of a text: those of ISO 8601, basic and extended,
/// with weeks and ordinal days, and quarters besides. Methods return nil where the text is something else; the position
/// is then of no meaning. Errors are for dates and times that do not exist.
struct TemporalScanner {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// How many digits stand here.
  var digitCount: Int { bytes[position...].prefix { $0 >= 48 && $0 <= 57 }.count }

  /// Exactly so many digits, at most 18.
  mutating func digits(_ count: Int) -> Int? {
    guard count > 0, count <= min(18, digitCount) else { return nil }
    let number = bytes[position..<position + count].reduce(0) { $0 * 10 + Int($1 - 48) }
    position += count
    return number
  }

  /// The whole date: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-Www`, `YYYY-Www-D`, `YYYY-Qq`, `YYYY-Qq-DD`, `YYYY-DDD`, all
  /// also without hyphens. Years outside 0000 ... 9999 have a sign, up to nine digits and a hyphen after them.
  mutating func date() throws(QueryError) -> CivilDate? {
    let isNegative = next == UInt8(ascii: "-")
    let isSigned = take("-") || take("+")
    let count = isSigned ? digitCount : 4
    guard count <= 9, let digits = digits(count) else { return nil }
    let year = isNegative ? -digits : digits
    let hasHyphen = take("-")
    if take("W") { return try weekDate(year, hasHyphen) }
    if take("Q") { return try quarterDate(year, hasHyphen) }
    return hasHyphen ? try extendedDate(year) : try basicDate(year)
  }

  private mutating func weekDate(_ year: Int, _ isExtended: Bool) throws(QueryError) -> CivilDate? {
    guard let week = digits(2) else { return nil }
    guard isExtended ? take("-") : digitCount > 0 else {
      return try .checked(weekYear: year, week: week, dayOfWeek: 1)
    }
    guard digitCount == 1, let day = digits(1) else { return nil }
    return try .checked(weekYear: year, week: week, dayOfWeek: day)
  }

  private mutating func quarterDate(_ year: Int, _ isExtended: Bool) throws(QueryError) -> CivilDate? {
    guard let quarter = digits(1) else { return nil }
    let first = try CivilDate.newYear(year).with(quarter: quarter)
    guard isExtended ? take("-") : digitCount > 0 else { return first }
    guard digitCount == 2, let day = digits(2) else { return nil }
    return try first.with(dayOfQuarter: day)
  }

  private mutating func extendedDate(_ year: Int) throws(QueryError) -> CivilDate? {
    if digitCount == 3, let day = digits(3) { return try .newYear(year).with(ordinalDay: day) }
    guard digitCount == 2, let month = digits(2) else { return nil }
    guard take("-") else { return try .checked(year: year, month: month, day: 1) }
    guard digitCount == 2, let day = digits(2) else { return nil }
    return try .checked(year: year, month: month, day: day)
  }

  private mutating func basicDate(_ year: Int) throws(QueryError) -> CivilDate? {
    switch digitCount {
    case 0: return try .newYear(year)
    case 2: return try .checked(year: year, month: digits(2) ?? 0, day: 1)
    case 3: return try .newYear(year).with(ordinalDay: digits(3) ?? 0)
    case 4: return try .checked(year: year, month: digits(2) ?? 0, day: digits(2) ?? 0)
    default: return nil
    }
  }

  /// `hh`, `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fffffffff`, all also without colons; the decimal sign may be a comma.
  mutating func time() throws(QueryError) -> TimeOfDay? {
    guard let hour = digits(2) else { return nil }
    let isExtended = next == UInt8(ascii: ":")
    var parts = [0, 0]
    var count = 0
    while count < 2, isExtended ? take(":") : digitCount > 0 {
      guard let part = digits(2) else { return nil }
      parts[count] = part
      count += 1
    }
    var nanosecond = 0
    if count == 2, take(".") || take(",") {
      guard let fraction = nanoseconds() else { return nil }
      nanosecond = fraction
    }
    return try .checked(hour: hour, minute: parts[0], second: parts[1], nanosecond: nanosecond)
  }

  /// One to nine digits after a decimal sign.
  private mutating func nanoseconds() -> Int? {
    let count = digitCount
    guard count <= 9, let number = digits(count) else { return nil }
    return (count..<9).reduce(number) { value, _ in value * 10 }
  }

  /// `Z`, `±hh`, `±hh:mm` or `±hh:mm:ss`, the latter two also without colons; at most 18 hours.
  mutating func offset() -> UTCOffset? {
    if take("Z") { return .zero }
    let sign = next == UInt8(ascii: "-") ? -1 : 1
    guard take("-") || take("+"), let hours = digits(2) else { return nil }
    let isExtended = next == UInt8(ascii: ":")
    var seconds = hours * 3600
    for unit in [60, 1] {
      guard isExtended ? take(":") : digitCount > 0 else { break }
      guard let part = digits(2), part < 60 else { return nil }
      seconds += part * unit
    }
    return UTCOffset(seconds: sign * seconds)
  }

  /// The text between brackets, not empty.
  mutating func bracketed() -> String? {
    guard next == UInt8(ascii: "["), let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")),
      end > position + 1
    else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[position + 1..<end], as: UTF8.self)
  }
}
