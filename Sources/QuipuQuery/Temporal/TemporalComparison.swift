import QuipuGraph

/// The order of dates, times and durations.
public enum TemporalComparison {
  /// Below zero, zero or above; nil when the two are not of one type, or durations, whose lengths depend on where in the
  /// calendar they are laid. Times with offsets go by the moment, then by the offset from west to east, then by the
  /// zone's name (CIP2015-08-06): zero only for equal values.
  public static func compare(_ a: Value, _ b: Value) -> Int? {
    switch (a, b) {
    case (.date(let x), .date(let y)): sign(x, y)
    case (.localTime(let x), .localTime(let y)): sign(x, y)
    case (.time(let x), .time(let y)): compare(x, y)
    case (.localDateTime(let x), .localDateTime(let y)): sign(x, y)
    case (.dateTime(let x), .dateTime(let y)): compare(x, y)
    default: nil
    }
  }

  /// A total order for ORDER BY among values of one type: as `compare`, and durations by their average length, then by
  /// months, days and seconds. Zero when the types differ.
  public static func order(_ a: Value, _ b: Value) -> Int {
    if case .duration(let x) = a, case .duration(let y) = b { return compare(x, y) }
    return compare(a, b) ?? 0
  }

  /// Whether two values of one type are equal: by all of their parts, so that one moment in two zones is not equal, nor
  /// are a day and 24 hours. Nil when `a` and `b` are not both temporal values of one type.
  public static func equal(_ a: Value, _ b: Value) -> Bool? {
    if case .duration(let x) = a, case .duration(let y) = b { return x == y }
    return compare(a, b).map { $0 == 0 }
  }

  private static func sign<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }

  private static func compare(_ a: OffsetTime, _ b: OffsetTime) -> Int {
    let moments = sign(a.nanosecondsUTC, b.nanosecondsUTC)
    return moments != 0 ? moments : sign(a.offset.seconds, b.offset.seconds)
  }

  private static func compare(_ a: ZonedDateTime, _ b: ZonedDateTime) -> Int {
    let moments = sign(a.epochSeconds, b.epochSeconds)
    if moments != 0 { return moments }
    let fractions = sign(a.local.time.nanosecond, b.local.time.nanosecond)
    if fractions != 0 { return fractions }
    let offsets = sign(a.offset.seconds, b.offset.seconds)
    return offsets != 0 ? offsets : compareBytes(a.zone ?? "", b.zone ?? "")
  }

  private static func compare(_ a: CalendarDuration, _ b: CalendarDuration) -> Int {
    let lengths = sign(a.averageNanoseconds, b.averageNanoseconds)
    if lengths != 0 { return lengths }
    let parts = sign(a.months, b.months)
    return parts != 0 ? parts : sign(a.days, b.days)
  }
}

extension OffsetTime {
  /// Nanoseconds since midnight of UTC, which may be of the day before or after.
  var nanosecondsUTC: Int64 { time.nanosecondOfDay - Int64(offset.seconds) * 1_000_000_000 }
}

extension CalendarDuration {
  /// At 30.436875 days a month and 24 hours a day.
  var averageNanoseconds: Int128 {
    (Int128(months) * 2_629_746 + Int128(days) * 86_400) * 1_000_000_000 + clockNanoseconds
  }
}
