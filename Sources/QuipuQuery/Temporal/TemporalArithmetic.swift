import QuipuCore
import QuipuGraph

/// Sums of dates, times and durations, and multiples of durations. Results are nil where the operands are none that
/// belong here; errors are for results that no value can hold.
public enum TemporalArithmetic {
  /// A date or time and a duration either way round, or two durations.
  public static func add(
    _ a: Value, _ b: Value, timeZones: TimeZoneDatabase = .system
  ) throws(QueryError) -> Value? {
    if case .duration(let x) = a {
      if case .duration(let y) = b { return .duration(try sum(x, y, sign: 1)) }
      return try add(x, to: b, sign: 1, timeZones)
    }
    guard case .duration(let y) = b else { return nil }
    return try add(y, to: a, sign: 1, timeZones)
  }

  /// A date or time less a duration, or the difference of two durations.
  public static func subtract(
    _ a: Value, _ b: Value, timeZones: TimeZoneDatabase = .system
  ) throws(QueryError) -> Value? {
    guard case .duration(let y) = b else { return nil }
    if case .duration(let x) = a { return .duration(try sum(x, y, sign: -1)) }
    return try add(y, to: a, sign: -1, timeZones)
  }

  /// A duration times a number, either way round. Fractions of months become days, of days seconds.
  public static func multiply(_ a: Value, _ b: Value) throws(QueryError) -> Value? {
    if case .duration(let x) = a, let factor = try decimal(b) { return .duration(try product(x, factor)) }
    if case .duration(let y) = b, let factor = try decimal(a) { return .duration(try product(y, factor)) }
    return nil
  }

  /// A duration divided by a number.
  public static func divide(_ a: Value, _ b: Value) throws(QueryError) -> Value? {
    guard case .duration(let x) = a, let divisor = try decimal(b) else { return nil }
    guard divisor.digits != 0 else {
      throw QueryError(.arithmetic, .runtime, "DivisionByZero", "a duration cannot be divided by zero")
    }
    var parts = DurationParts(x)
    parts.months = try divisor.divided(into: parts.months)
    parts.days = try divisor.divided(into: parts.days)
    parts.seconds = try divisor.divided(into: parts.seconds)
    return .duration(try parts.duration())
  }

  private static func product(
    _ duration: CalendarDuration, _ factor: ExactDecimal
  ) throws(QueryError) -> CalendarDuration {
    var parts = DurationParts(duration)
    parts.months = try factor.multiplied(by: parts.months)
    parts.days = try factor.multiplied(by: parts.days)
    parts.seconds = try factor.multiplied(by: parts.seconds)
    return try parts.duration()
  }

  private static func decimal(_ value: Value) throws(QueryError) -> ExactDecimal? {
    switch value {
    case .int(let number): return ExactDecimal(number)
    case .double(let number):
      guard let decimal = ExactDecimal(number) else { throw .durationOverflow }
      return decimal
    default: return nil
    }
  }

  private static func sum(
    _ a: CalendarDuration, _ b: CalendarDuration, sign: Int128
  ) throws(QueryError) -> CalendarDuration {
    guard let months = Int64(exactly: Int128(a.months) + sign * Int128(b.months)),
      let days = Int64(exactly: Int128(a.days) + sign * Int128(b.days)),
      let duration = CalendarDuration(
        checkedMonths: months, days: days, nanoseconds: a.clockNanoseconds + sign * b.clockNanoseconds)
    else { throw .durationOverflow }
    return duration
  }

  /// Months first, then days, then the clock's part, as CIP2015-08-06 has it. A date takes whole days of the clock's
  /// part, a time takes that part alone and stays within its day.
  private static func add(
    _ duration: CalendarDuration, to value: Value, sign: Int128, _ zones: TimeZoneDatabase
  ) throws(QueryError) -> Value? {
    switch value {
    case .date(let date):
      let wholeDays = duration.clockNanoseconds / 86_400_000_000_000
      let days = Int128(duration.days) + wholeDays
      return .date(try shifted(date, duration.months, days, sign))
    case .localTime(let time): return .localTime(time.adding(duration, sign))
    case .time(let time): return .time(OffsetTime(time: time.time.adding(duration, sign), offset: time.offset))
    case .localDateTime(let local):
      let date = try shifted(local.date, duration.months, Int128(duration.days), sign)
      return .localDateTime(try LocalDateTime(date: date, time: local.time).adding(sign * duration.clockNanoseconds))
    case .dateTime(let zoned): return .dateTime(try add(duration, to: zoned, sign, zones))
    default: return nil
    }
  }

  /// Months and days go by the zone's calendar, the clock's part by time as it passes.
  private static func add(
    _ duration: CalendarDuration, to value: ZonedDateTime, _ sign: Int128, _ zones: TimeZoneDatabase
  ) throws(QueryError) -> ZonedDateTime {
    let zone = try TemporalZone(of: value, zones)
    let date = try shifted(value.local.date, duration.months, Int128(duration.days), sign)
    let sameTime = LocalDateTime(date: date, time: value.local.time)
    let day = try zone.dateTime(sameTime, preferring: value.offset)
    let clock = try day.local.adding(sign * duration.clockNanoseconds)
    return try zone.dateTime(at: clock.clockSeconds - Int(day.offset.seconds), nanosecond: clock.time.nanosecond)
  }

  private static func shifted(
    _ date: CivilDate, _ months: Int64, _ days: Int128, _ sign: Int128
  ) throws(QueryError) -> CivilDate {
    guard let months = Int64(exactly: sign * Int128(months)), let days = Int64(exactly: sign * days) else {
      throw .dateOutOfRange
    }
    return try date.adding(checkedMonths: months).adding(checked: days)
  }
}

extension TimeOfDay {
  fileprivate func adding(_ duration: CalendarDuration, _ sign: Int128) -> TimeOfDay {
    let day: Int128 = 86_400_000_000_000
    return TimeOfDay(wrapping: nanosecondOfDay + Int64(sign * duration.clockNanoseconds % day))
  }
}

extension LocalDateTime {
  fileprivate func adding(_ nanoseconds: Int128) throws(QueryError) -> LocalDateTime {
    let billion: Int128 = 1_000_000_000
    guard let seconds = Int64(exactly: nanoseconds / billion) else { throw .dateOutOfRange }
    return try adding(seconds: seconds, nanoseconds: Int64(nanoseconds % billion))
  }
}
