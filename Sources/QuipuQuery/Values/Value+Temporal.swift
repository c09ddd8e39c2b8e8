import QuipuCore
import QuipuGraph

// Equality and order of dates, times and durations, the one place where values ask for them.
extension Value {
  /// `=` between two values of which at least one is of no other kind; false where the types differ.
  static func temporalsEqual(_ a: Value, _ b: Value) -> Bool? { TemporalComparison.equal(a, b) ?? false }

  /// `<` between dates and times of one type. Nil for all else.
  static func compareTemporals(_ a: Value, _ b: Value) -> Int? { TemporalComparison.compare(a, b) }

  /// A total order within each type. Nil for values of two types.
  static func orderTemporals(_ a: Value, _ b: Value) -> Int? {
    if case .duration = a, case .duration = b { return TemporalComparison.order(a, b) }
    return TemporalComparison.compare(a, b)
  }
}

extension ZonedDateTime {
  var nanosecondsSinceEpoch: Int128 {
    let seconds = Int128(local.date.daysSinceEpoch) * 86_400 - Int128(offset.seconds)
    return seconds * 1_000_000_000 + Int128(local.time.nanosecondOfDay)
  }
}
