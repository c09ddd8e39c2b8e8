import QuipuCore
import QuipuGraph

/// What `truncate` rounds down to.
enum TruncationUnit: String, CaseIterable {
  case millennium, century, decade, year, weekYear, quarter, month, week, day
  case hour, minute, second, millisecond, microsecond

  /// Whatever the case of the name's letters.
  init(_ name: String) throws(QueryError) {
    let lowercased = name.lowercased()
    guard let unit = TruncationUnit.allCases.first(where: { $0.rawValue.lowercased() == lowercased }) else {
      let names = TruncationUnit.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badTemporal("'\(name)' is no unit to truncate to: expected one of \(names)")
    }
    self = unit
  }

  /// Nanoseconds of the units that are smaller than a day.
  private var nanoseconds: Int64? {
    switch self {
    case .hour: 3_600_000_000_000
    case .minute: 60_000_000_000
    case .second: 1_000_000_000
    case .millisecond: 1_000_000
    case .microsecond: 1000
    default: nil
    }
  }

  var isOfTime: Bool { nanoseconds != nil }

  func truncate(_ time: TimeOfDay) -> TimeOfDay {
    guard let nanoseconds else { return .midnight }
    return TimeOfDay(wrapping: time.nanosecondOfDay / nanoseconds * nanoseconds)
  }

  /// The unit's first day; the day itself for smaller units.
  func truncate(_ date: CivilDate) throws(QueryError) -> CivilDate {
    switch self {
    case .millennium: try .newYear(floorDivide(date.year, 1000) * 1000)
    case .century: try .newYear(floorDivide(date.year, 100) * 100)
    case .decade: try .newYear(floorDivide(date.year, 10) * 10)
    case .year: try .newYear(date.year)
    case .weekYear: try .checked(weekYear: date.weekYear, week: 1, dayOfWeek: 1)
    case .quarter: try .checked(year: date.year, month: date.quarter * 3 - 2, day: 1)
    case .month: try .checked(year: date.year, month: date.month, day: 1)
    case .week: try date.adding(checked: Int64(1 - date.weekday))
    default: date
    }
  }
}
