import QuipuCore
import QuipuGraph

// Equality and order of dates, times and durations, the one place where values ask for them.
extension Value {
  /// `=` between two values of which at least one is of no other kind; false where the types differ.
  static func temporalsEqual(_ a: Value, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.duration(let x), .duration(let y)): x == y
    default: compareTemporals(a, b).map { $0 == 0 } ?? false
    }
  }

  /// `<` between dates and times of one type: by the instant, where the offset is known. Nil for all else.
  static func compareTemporals(_ a: Value, _ b: Value) -> Int? {
    switch (a, b) {
    case (.date(let x), .date(let y)): sign(x, y)
    case (.localTime(let x), .localTime(let y)): sign(x, y)
    case (.localDateTime(let x), .localDateTime(let y)): sign(x, y)
    case (.time(let x), .time(let y)): sign(x.nanosecondOfUTCDay, y.nanosecondOfUTCDay)
    case (.dateTime(let x), .dateTime(let y)): sign(x.nanosecondsSinceEpoch, y.nanosecondsSinceEpoch)
    default: nil
    }
  }

  /// A total order within each type: what `compareTemporals` leaves equal though it differs (an offset, a zone's name)
  /// is told apart; durations go by their length with months and days of mean length. Nil for values of two types.
  static func orderTemporals(_ a: Value, _ b: Value) -> Int? {
    switch (a, b) {
    case (.time(let x), .time(let y)):
      first(sign(x.nanosecondOfUTCDay, y.nanosecondOfUTCDay), sign(x.offset.seconds, y.offset.seconds))
    case (.dateTime(let x), .dateTime(let y)):
      first(
        sign(x.nanosecondsSinceEpoch, y.nanosecondsSinceEpoch), sign(x.offset.seconds, y.offset.seconds),
        compareText(x.zone ?? "", y.zone ?? ""))
    case (.duration(let x), .duration(let y)):
      first(
        sign(x.meanNanoseconds, y.meanNanoseconds), sign(x.months, y.months), sign(x.days, y.days),
        sign(x.seconds, y.seconds))
    default: compareTemporals(a, b)
    }
  }

  private static func sign<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }

  private static func first(_ signs: Int...) -> Int { signs.first { $0 != 0 } ?? 0 }
}

extension OffsetTime {
  /// May lie outside a day.
  var nanosecondOfUTCDay: Int64 { time.nanosecondOfDay - Int64(offset.seconds) * 1_000_000_000 }
}

extension ZonedDateTime {
  var nanosecondsSinceEpoch: Int128 {
    let seconds = Int128(local.date.daysSinceEpoch) * 86_400 - Int128(offset.seconds)
    return seconds * 1_000_000_000 + Int128(local.time.nanosecondOfDay)
  }
}

extension CalendarDuration {
  /// A month counts as a twelfth of 365.2425 days, a day as 24 hours.
  var meanNanoseconds: Int128 {
    let seconds = Int128(months) * 2_629_746 + Int128(days) * 86_400 + Int128(seconds)
    return seconds * 1_000_000_000 + Int128(nanoseconds)
  }
}
