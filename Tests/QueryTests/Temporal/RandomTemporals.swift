import QuipuCore
import QuipuGraph
import QuipuTestSupport

@testable import QuipuQuery

/// Random dates, times and durations, small and extreme ones.
struct RandomTemporals {
  var random: SplitMix64

  static let zones = [
    "Europe/Paris", "Europe/Dublin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia",
    "Asia/Kathmandu", "Africa/Casablanca", "Asia/Tokyo", "Antarctica/Troll",
  ]

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func date() -> CivilDate {
    let days = Int.random(in: 0..<4, using: &random) == 0 ? CivilDate.epochDays : -200_000...200_000
    return CivilDate(daysSinceEpoch: Int.random(in: days, using: &random))
  }

  mutating func time() -> TimeOfDay {
    let unit: Int64 = [1, 1000, 1_000_000_000, 60_000_000_000].randomElement(using: &random) ?? 1
    return TimeOfDay(wrapping: Int64.random(in: 0..<86_400_000_000_000, using: &random) / unit * unit)
  }

  mutating func offset() -> UTCOffset {
    let unit = [1, 60, 3600].randomElement(using: &random) ?? 1
    return UTCOffset(seconds: Int.random(in: -64_800...64_800, using: &random) / unit * unit) ?? .zero
  }

  mutating func local() -> LocalDateTime { LocalDateTime(date: date(), time: time()) }

  /// Within some centuries, in a named zone or at an offset.
  mutating func zoned() throws -> ZonedDateTime {
    let instant = Int.random(in: -6_000_000_000...6_000_000_000, using: &random)
    guard Bool.random(using: &random), let name = RandomTemporals.zones.randomElement(using: &random) else {
      return try TemporalZone.fixed(offset()).dateTime(at: instant, nanosecond: 5)
    }
    return try TemporalZone(name: name, .system).dateTime(at: instant, nanosecond: 0)
  }

  mutating func duration() -> CalendarDuration {
    let limit: Int64 = [0, 2, 100, 1_000_000_000_000, .max].randomElement(using: &random) ?? 1
    return CalendarDuration(
      months: Int64.random(in: -limit...limit, using: &random), days: Int64.random(in: -limit...limit, using: &random),
      seconds: Int64.random(in: -limit...limit, using: &random),
      nanoseconds: Bool.random(using: &random) ? 0 : Int64.random(in: 0..<1_000_000_000, using: &random))
  }

  /// A value of each type.
  mutating func values() throws -> [Value] {
    [
      .date(date()), .localTime(time()), .time(OffsetTime(time: time(), offset: offset())), .localDateTime(local()),
      .dateTime(try zoned()), .duration(duration()),
    ]
  }
}
