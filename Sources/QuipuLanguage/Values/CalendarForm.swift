import QuipuCore

/// A year, month or day; what the text leaves out is nil ('July 23' has no year).
struct CalendarPoint: Sendable, Equatable {
  var year: Int?
  var month: Int?
  var day: Int?

  init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(_ date: CivilDate) { self.init(year: date.year, month: date.month, day: date.day) }

  /// ISO 8601: `2024-07-23`, `2024-07`, `2024`; without a year `--07-23` and `--07` (truncated forms of ISO 8601:2000).
  /// Years before 1 are astronomical: 44 BC is `-0043`.
  var iso: String {
    let head = year.map { ($0 < 0 ? "-" : "") + digits(abs($0), 4) } ?? "-"
    guard let month else { return head }
    return head + "-" + digits(month, 2) + (day.map { "-" + digits($0, 2) } ?? "")
  }

  private func digits(_ n: Int, _ width: Int) -> String {
    let text = String(n)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// The first, second or last month of the three from this one to another.
  fileprivate func monthOfSeason(_ n: Int, to last: CalendarPoint) -> CalendarPoint? {
    guard day == nil, last.day == nil, let year, let month, let lastYear = last.year, let lastMonth = last.month,
      (lastYear - year) * 12 + lastMonth - month == 2
    else { return nil }
    let at = month - 1 + n
    return CalendarPoint(year: year + at / 12, month: at % 12 + 1)
  }

  var firstDay: CivilDate? { year.flatMap { CivilDate(year: $0, month: month ?? 1, day: day ?? 1) } }

  var lastDay: CivilDate? {
    guard let year else { return nil }
    let m = month ?? 12
    return CivilDate(year: year, month: m, day: day ?? ((1...12).contains(m) ? CivilDate.daysInMonth(m, of: year) : 1))
  }

  /// False for 30 February, also without a year.
  var isValid: Bool {
    guard let month else { return day == nil }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= CivilDate.daysInMonth(month, of: year ?? 2000)
  }
}

/// What a date expression stands for.
enum CalendarForm: Sendable, Equatable {
  case point(CalendarPoint)
  /// A closed interval; a nil end is open.
  case interval(CalendarPoint?, CalendarPoint?)
  /// 1 = Monday, without a week.
  case weekday(Int)
  /// A day with a time of day: `2024-07-23T08:30Z`.
  case moment(CalendarPoint, ClockTime)

  var iso: String {
    switch self {
    case .point(let point): point.iso
    case .interval(let start, let end): "\(start?.iso ?? "..")/\(end?.iso ?? "..")"
    case .weekday(let day): "-W-\(day)"
    case .moment(let day, let time): day.iso + "T" + time.iso
    }
  }

  var start: CalendarPoint? {
    switch self {
    case .point(let point), .moment(let point, _): point
    case .interval(let start, _): start
    case .weekday: nil
    }
  }

  var end: CalendarPoint? {
    switch self {
    case .point(let point), .moment(let point, _): point
    case .interval(_, let end): end
    case .weekday: nil
    }
  }

  /// Both ends in a year; nil without one, and of a weekday.
  func inYear(_ year: Int?) -> CalendarForm? {
    guard let year else { return nil }
    switch self {
    case .point(var p):
      p.year = year
      return .point(p)
    case .interval(var a, var b):
      a?.year = year
      b?.year = year
      return .interval(a, b)
    case .weekday, .moment: return nil
    }
  }

  /// Parts: 'early' 0, 'mid' 1, 'late' 2 of a year, month, decade or century, each a third of it.
  func third(_ n: Int) -> CalendarForm {
    switch self {
    case .point(let p):
      guard p.day == nil, p.isValid, p.year != nil || p.month != nil else { return self }
      guard let month = p.month else { return months(of: p, n * 4 + 1, n * 4 + 4) }
      let last = CivilDate.daysInMonth(month, of: p.year ?? 2023)
      let days = n == 0 ? (1, 10) : n == 1 ? (11, 20) : (21, last)
      return .interval(
        CalendarPoint(year: p.year, month: month, day: days.0), CalendarPoint(year: p.year, month: month, day: days.1))
    case .interval(let a?, let b?):
      if let month = a.monthOfSeason(n, to: b) { return .point(month) }
      guard let first = a.year, let last = b.year, a.month == nil, b.month == nil, last > first else { return self }
      let size = last - first + 1
      let head = (size + 2) / 3
      let tail = size / 3
      switch n {
      case 0: return years(first, first + head - 1)
      case 1: return years(first + head, last - tail)
      default: return years(last - tail + 1, last)
      }
    default: return self
    }
  }

  /// The first or second half.
  func half(_ n: Int) -> CalendarForm {
    switch self {
    case .point(let p):
      guard p.day == nil, let last = p.lastDay else { return self }
      guard let month = p.month else { return months(of: p, n * 6 - 5, n * 6) }
      let days = n == 1 ? (1, 15) : (16, last.day)
      return .interval(
        CalendarPoint(year: p.year, month: month, day: days.0), CalendarPoint(year: p.year, month: month, day: days.1))
    case .interval(let a?, let b?):
      guard let first = a.year, let last = b.year, a.month == nil, b.month == nil, last > first else { return self }
      let middle = first + (last - first + 1) / 2
      return n == 1 ? years(first, middle - 1) : years(middle, last)
    default: return self
    }
  }

  /// A quarter of a year, or its first or last months.
  func months(_ first: Int, _ last: Int) -> CalendarForm? {
    guard case .point(let p) = self, p.month == nil, p.year != nil else { return nil }
    return months(of: p, first, last)
  }

  /// The first or last day.
  func edge(isEnd: Bool) -> CalendarForm {
    let point = isEnd ? end : start
    guard let day = isEnd ? point?.lastDay : point?.firstDay else { return self }
    return .point(CalendarPoint(day))
  }

  private func months(of p: CalendarPoint, _ first: Int, _ last: Int) -> CalendarForm {
    .interval(CalendarPoint(year: p.year, month: first), CalendarPoint(year: p.year, month: last))
  }

  private func years(_ a: Int, _ b: Int) -> CalendarForm {
    .interval(CalendarPoint(year: a), CalendarPoint(year: b))
  }
}
