import QuipuCore
import QuipuGraph

/// The components of dates, times and durations, as `value.key` reads them.
public enum TemporalComponents {
  /// Nil when a value of this type has no such component, or the value is not temporal; null when the component is
  /// beyond 64 bits (the nanoseconds of centuries).
  public static func component(_ key: String, of value: Value) -> Value? {
    switch value {
    case .date(let date): of(date, key).map { .int(Int64($0)) }
    case .localTime(let time): of(time, key).map { .int(Int64($0)) }
    case .time(let time): of(time.time, key).map { .int(Int64($0)) } ?? of(time.offset, nil, key)
    case .localDateTime(let local): of(local, key).map { .int(Int64($0)) }
    case .dateTime(let zoned):
      of(zoned.local, key).map { .int(Int64($0)) } ?? of(zoned.offset, zoned.zone, key) ?? epoch(zoned, key)
    case .duration(let duration):
      of(duration, key).map { number in Int64(exactly: number).map { .int($0) } ?? .null }
    default: nil
    }
  }

  private static func of(_ date: CivilDate, _ key: String) -> Int? {
    switch key {
    case "year": date.year
    case "quarter": date.quarter
    case "month": date.month
    case "week": date.week
    case "weekYear": date.weekYear
    case "dayOfQuarter", "quarterDay": date.dayOfQuarter
    case "day": date.day
    case "ordinalDay": date.ordinalDay
    case "dayOfWeek", "weekDay": date.weekday
    default: nil
    }
  }

  private static func of(_ time: TimeOfDay, _ key: String) -> Int? {
    switch key {
    case "hour": time.hour
    case "minute": time.minute
    case "second": time.second
    case "millisecond": time.nanosecond / 1_000_000
    case "microsecond": time.nanosecond / 1000
    case "nanosecond": time.nanosecond
    default: nil
    }
  }

  private static func of(_ local: LocalDateTime, _ key: String) -> Int? { of(local.date, key) ?? of(local.time, key) }

  private static func of(_ offset: UTCOffset, _ zone: String?, _ key: String) -> Value? {
    switch key {
    case "timezone": .string(zone ?? offset.description)
    case "offset": .string(offset.description)
    case "offsetMinutes": .int(Int64(offset.seconds / 60))
    case "offsetSeconds": .int(Int64(offset.seconds))
    default: nil
    }
  }

  private static func epoch(_ zoned: ZonedDateTime, _ key: String) -> Value? {
    switch key {
    case "epochSeconds": .int(Int64(zoned.epochSeconds))
    // Years have nine digits, so this stays within 64 bits.
    case "epochMillis": .int(Int64(zoned.epochSeconds * 1000 + zoned.local.time.nanosecond / 1_000_000))
    default: nil
    }
  }

  /// Months, days and seconds each convert among their own units only; what is left of one unit is `…OfYear` and so on.
  private static func of(_ duration: CalendarDuration, _ key: String) -> Int128? {
    dateUnits(duration, key) ?? clockUnits(duration, key)
  }

  private static func dateUnits(_ duration: CalendarDuration, _ key: String) -> Int128? {
    let (months, days) = (Int128(duration.months), Int128(duration.days))
    return switch key {
    case "years": months / 12
    case "quarters": months / 3
    case "months": months
    case "weeks": days / 7
    case "days": days
    case "quartersOfYear": months / 3 % 4
    case "monthsOfYear": months % 12
    case "monthsOfQuarter": months % 3
    case "daysOfWeek": days % 7
    default: nil
    }
  }

  private static func clockUnits(_ duration: CalendarDuration, _ key: String) -> Int128? {
    let (seconds, fraction) = (Int128(duration.seconds), Int128(duration.nanoseconds))
    return switch key {
    case "hours": seconds / 3600
    case "minutes": seconds / 60
    case "seconds": seconds
    case "milliseconds": seconds * 1000 + fraction / 1_000_000
    case "microseconds": seconds * 1_000_000 + fraction / 1000
    case "nanoseconds": seconds * 1_000_000_000 + fraction
    case "minutesOfHour": seconds / 60 % 60
    case "secondsOfMinute": seconds % 60
    case "millisecondsOfSecond": fraction / 1_000_000
    case "microsecondsOfSecond": fraction / 1000
    case "nanosecondsOfSecond": fraction
    default: nil
    }
  }
}
