import QuipuCore
import QuipuGraph

/// The duration from one date or time to another (CIP2015-08-06). Where only one of the two has a date, or a zone, the
/// other takes it over; where none has a date there are no months and days; a date alone begins at midnight.
struct DurationBetween {
  private let from: ZonedDateTime
  private let to: ZonedDateTime
  /// Whether both have a date of their own.
  private let haveDates: Bool
  private let zone: TemporalZone

  /// Throws when one is no date or time.
  init(_ from: Value, _ to: Value, _ zones: TimeZoneDatabase) throws(QueryError) {
    guard let a = TemporalParts(from), let b = TemporalParts(to) else {
      throw .wrongTemporalType("a duration lies between two dates or times: got something else")
    }
    haveDates = a.date != nil && b.date != nil
    let someDate = a.date ?? b.date ?? CivilDate(daysSinceEpoch: 0)
    let own = try a.zone(zones)
    let other = try b.zone(zones)
    zone = own ?? other ?? .utc
    self.from = try (own ?? zone).dateTime(a.localDateTime(on: b.date ?? someDate), preferring: a.offset)
    let end = try (other ?? zone).dateTime(b.localDateTime(on: a.date ?? someDate), preferring: b.offset)
    // Both on the clock of the first.
    self.to = try zone.dateTime(at: end.epochSeconds, nanosecond: end.local.time.nanosecond)
  }

  /// As many whole months as there are, then days, then the rest.
  func between() throws(QueryError) -> CalendarDuration {
    guard haveDates else { return try inSeconds() }
    let months = wholeMonths(from.local, to.local)
    let monthsLater = try zone.dateTime(
      LocalDateTime(date: from.local.date.adding(checkedMonths: months), time: from.local.time),
      preferring: from.offset)
    let days = wholeDays(monthsLater.local, to.local)
    let daysLater = try zone.dateTime(
      LocalDateTime(date: monthsLater.local.date.adding(checked: days), time: from.local.time),
      preferring: monthsLater.offset)
    return try duration(months: months, days: days, nanoseconds: nanoseconds(daysLater, to))
  }

  func inMonths() throws(QueryError) -> CalendarDuration {
    CalendarDuration(months: wholeMonths(from.local, to.local))
  }

  func inDays() throws(QueryError) -> CalendarDuration {
    CalendarDuration(days: wholeDays(from.local, to.local))
  }

  func inSeconds() throws(QueryError) -> CalendarDuration {
    try duration(months: 0, days: 0, nanoseconds: nanoseconds(from, to))
  }

  private func duration(months: Int64, days: Int64, nanoseconds: Int128) throws(QueryError) -> CalendarDuration {
    guard let duration = CalendarDuration(checkedMonths: months, days: days, nanoseconds: nanoseconds) else {
      throw .durationOverflow
    }
    return duration
  }

  private func nanoseconds(_ from: ZonedDateTime, _ to: ZonedDateTime) -> Int128 {
    Int128(to.epochSeconds - from.epochSeconds) * 1_000_000_000
      + Int128(to.local.time.nanosecond - from.local.time.nanosecond)
  }

  private func wholeDays(_ from: LocalDateTime, _ to: LocalDateTime) -> Int64 {
    Int64(fullDays(from, to).daysSinceEpoch - from.date.daysSinceEpoch)
  }

  private func wholeMonths(_ from: LocalDateTime, _ to: LocalDateTime) -> Int64 {
    let end = fullDays(from, to)
    // A month has less than 32 days, so this orders days and counts months at once.
    let packed = (end.monthsSinceYearZero * 32 + end.day) - (from.date.monthsSinceYearZero * 32 + from.date.day)
    return Int64(packed / 32)
  }

  /// The end's date, but a day nearer to the start where the last day is not full.
  private func fullDays(_ from: LocalDateTime, _ to: LocalDateTime) -> CivilDate {
    if to.date > from.date, to.time < from.time { return to.date.adding(days: -1) }
    if to.date < from.date, to.time > from.time { return to.date.adding(days: 1) }
    return to.date
  }
}

/// What a date or time is made of.
struct TemporalParts {
  var date: CivilDate?
  var time: TimeOfDay?
  var offset: UTCOffset?
  private var zoneName: String?

  /// Nil for values of other types, durations among them.
  init?(_ value: Value) {
    switch value {
    case .date(let date): self.date = date
    case .localTime(let time): self.time = time
    case .time(let time): (self.time, offset) = (time.time, time.offset)
    case .localDateTime(let local): (date, time) = (local.date, local.time)
    case .dateTime(let zoned):
      (date, time) = (zoned.local.date, zoned.local.time)
      (offset, zoneName) = (zoned.offset, zoned.zone)
    default: return nil
    }
  }

  /// Nil when it has neither a zone nor an offset.
  func zone(_ zones: TimeZoneDatabase) throws(QueryError) -> TemporalZone? {
    if let zoneName { return try TemporalZone(name: zoneName, zones) }
    return offset.map { .fixed($0) }
  }

  func localDateTime(on other: CivilDate) -> LocalDateTime {
    LocalDateTime(date: date ?? other, time: time ?? .midnight)
  }
}
