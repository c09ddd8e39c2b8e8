import QuipuCore
import QuipuGraph

/// Calendar and clock arithmetic that the value types of the graph leave to the query language.
extension CivilDate {
  /// The years that openCypher's dates may have.
  static let years = -999_999_999...999_999_999
  /// Their days since 1970-01-01.
  static let epochDays = -365_243_219_162...365_241_780_471

  static func checked(year: Int, month: Int, day: Int) throws(QueryError) -> CivilDate {
    try check(year, in: years, "year")
    try check(month, in: 1...12, "month")
    try check(day, in: 1...daysInMonth(month, of: year), "day")
    return CivilDate(year: year, month: month, day: day) ?? CivilDate(daysSinceEpoch: 0)
  }

  /// Throws where the sum lies outside of `years`.
  func adding(checked days: Int64) throws(QueryError) -> CivilDate {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(Int(days))
    guard !overflow, CivilDate.epochDays.contains(sum) else { throw .dateOutOfRange }
    return CivilDate(daysSinceEpoch: sum)
  }

  /// The same day so many months later, or the last one of a shorter month. Throws where that is outside of `years`.
  func adding(checkedMonths months: Int64) throws(QueryError) -> CivilDate {
    let (sum, overflow) = monthsSinceYearZero.addingReportingOverflow(Int(months))
    guard !overflow, CivilDate.years.contains(floorDivide(sum, 12)) else { throw .dateOutOfRange }
    return adding(months: Int(months))
  }

  var monthsSinceYearZero: Int { year * 12 + month - 1 }

  /// The same day in another year and month, or the last one of a shorter month.
  func with(year: Int? = nil, month: Int? = nil) throws(QueryError) -> CivilDate {
    let (year, month) = (year ?? self.year, month ?? self.month)
    try check(year, in: CivilDate.years, "year")
    try check(month, in: 1...12, "month")
    return try .checked(year: year, month: month, day: min(day, CivilDate.daysInMonth(month, of: year)))
  }

  static func newYear(_ year: Int) throws(QueryError) -> CivilDate { try checked(year: year, month: 1, day: 1) }
}

/// Quarters and days of the year.
extension CivilDate {
  /// 1 ... 4.
  var quarter: Int { (month + 2) / 3 }

  /// 1 ... 366.
  var ordinalDay: Int { dayCount(sinceMonth: 1) }

  /// 1 ... 92.
  var dayOfQuarter: Int { dayCount(sinceMonth: quarter * 3 - 2) }

  private func dayCount(sinceMonth first: Int) -> Int {
    (first..<month).reduce(day) { $0 + CivilDate.daysInMonth($1, of: year) }
  }

  func with(ordinalDay: Int) throws(QueryError) -> CivilDate {
    try check(ordinalDay, in: 1...(CivilDate.isLeap(year) ? 366 : 365), "ordinalDay")
    return try .newYear(year).adding(checked: Int64(ordinalDay - 1))
  }

  /// The same day of another quarter's month, or the last one of a shorter month.
  func with(quarter: Int) throws(QueryError) -> CivilDate {
    try check(quarter, in: 1...4, "quarter")
    return try with(month: month + (quarter - self.quarter) * 3)
  }

  func with(dayOfQuarter day: Int) throws(QueryError) -> CivilDate {
    let first = quarter * 3 - 2
    let length = (first..<first + 3).reduce(0) { $0 + CivilDate.daysInMonth($1, of: year) }
    try check(day, in: 1...length, "dayOfQuarter")
    return try CivilDate.checked(year: year, month: first, day: 1).adding(checked: Int64(day - 1))
  }
}

/// Weeks of ISO 8601: they begin on Monday, and the first of a year has its first Thursday.
extension CivilDate {
  /// The year that the week belongs to.
  var weekYear: Int { adding(days: 4 - weekday).year }

  /// 1 ... 53.
  var week: Int { (adding(days: 4 - weekday).ordinalDay - 1) / 7 + 1 }

  static func weeks(in year: Int) -> Int {
    // 28 December is in the last week.
    CivilDate(year: year, month: 12, day: 28)?.week ?? 52
  }

  static func checked(weekYear: Int, week: Int, dayOfWeek: Int) throws(QueryError) -> CivilDate {
    try check(weekYear, in: years, "year")
    try check(week, in: 1...weeks(in: weekYear), "week")
    try check(dayOfWeek, in: 1...7, "dayOfWeek")
    let fourth = try checked(year: weekYear, month: 1, day: 4)
    return try fourth.adding(checked: Int64((week - 1) * 7 + dayOfWeek - fourth.weekday))
  }
}

extension TimeOfDay {
  static let midnight = TimeOfDay(hour: 0, minute: 0) ?? TimeOfDay(wrapping: 0)

  /// The time so many nanoseconds after midnight, days left out.
  init(wrapping nanoseconds: Int64) {
    let day: Int64 = 86_400_000_000_000
    let remainder = nanoseconds % day
    self = TimeOfDay(nanosecondOfDay: remainder < 0 ? remainder + day : remainder) ?? .midnight
  }

  static func checked(hour: Int, minute: Int, second: Int, nanosecond: Int) throws(QueryError) -> TimeOfDay {
    try check(hour, in: 0...23, "hour")
    try check(minute, in: 0...59, "minute")
    try check(second, in: 0...59, "second")
    try check(nanosecond, in: 0...999_999_999, "nanosecond")
    return TimeOfDay(hour: hour, minute: minute, second: second, nanosecond: nanosecond) ?? .midnight
  }
}

extension LocalDateTime {
  /// Seconds since 1970-01-01T00:00 on this clock, rounded down.
  var clockSeconds: Int { date.daysSinceEpoch * 86_400 + Int(time.nanosecondOfDay / 1_000_000_000) }

  /// Throws where the date lies outside of `CivilDate.years`. Nanoseconds must be within a second.
  init(clockSeconds: Int, nanosecond: Int) throws(QueryError) {
    guard CivilDate.epochDays.contains(floorDivide(clockSeconds, 86_400)) else { throw .dateOutOfRange }
    let ofDay = Int64(floorModulo(clockSeconds, 86_400)) * 1_000_000_000 + Int64(nanosecond)
    self.init(date: CivilDate(daysSinceEpoch: floorDivide(clockSeconds, 86_400)), time: TimeOfDay(wrapping: ofDay))
  }

  func adding(seconds: Int64, nanoseconds: Int64) throws(QueryError) -> LocalDateTime {
    let sum = Int64(time.nanosecond) + nanoseconds
    let carried = floorDivide(Int(sum), 1_000_000_000)
    let (partial, tooLarge) = clockSeconds.addingReportingOverflow(Int(seconds))
    let (total, overflow) = partial.addingReportingOverflow(carried)
    guard !tooLarge, !overflow else { throw .dateOutOfRange }
    return try LocalDateTime(clockSeconds: total, nanosecond: floorModulo(Int(sum), 1_000_000_000))
  }
}

extension ZonedDateTime {
  /// Seconds since 1970-01-01T00:00Z, rounded down.
  var epochSeconds: Int { local.clockSeconds - Int(offset.seconds) }
}

func check(_ value: Int, in range: ClosedRange<Int>, _ name: String) throws(QueryError) {
  guard range.contains(value) else {
    throw QueryError(
      .argument, .runtime, "NumberOutOfRange",
      "\(name) is \(value), expected \(range.lowerBound) to \(range.upperBound)")
  }
}

extension QueryError {
  static var dateOutOfRange: QueryError {
    QueryError(
      .argument, .runtime, "NumberOutOfRange", "the date lies outside the years -999,999,999 to 999,999,999")
  }

  static var durationOverflow: QueryError {
    QueryError(
      .arithmetic, .runtime, "IntegerOverflow", "the duration's months, days or seconds are beyond 64 bits")
  }

  /// An argument of a right type that stands for nothing.
  static func badTemporal(_ message: String) -> QueryError {
    QueryError(.argument, .runtime, "InvalidArgumentValue", message)
  }

  static func wrongTemporalType(_ message: String) -> QueryError {
    QueryError(.type, .runtime, "InvalidArgumentType", message)
  }
}
