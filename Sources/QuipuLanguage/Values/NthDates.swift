import QuipuCore

/// Days and weeks by their place in a month or year: 'the first week of May', 'the last Sunday of October', 'the third
/// Monday in January 2024', 'the last day of 2023', 'the first two weeks of June'.
extension ValueScanner {
  /// At the ordinal.
  func nthDate(at i: Int, base wholeDate: (Int) -> DateMatch?) -> DateMatch? {
    let isLast = key(i) == .last || key(i) == .final
    guard let n = isLast ? (value: 1, end: i + 1) : ordinalNumber(at: i), (1...5).contains(n.value) else { return nil }
    var count = 1
    var at = n.end
    if n.value == 1, let several = number(at: at), let value = several.value.integer, (2...31).contains(value) {
      (count, at) = (value, several.end)
    }
    let s = senses(at)
    guard s.weekday > 0 || [.day, .week, .weekend].contains(s.period), key(at + 1) == .of || key(at + 1) == .in,
      let base = wholeDate(at + 2), case .point(let period) = base.form, period.day == nil,
      let first = period.firstDay, let last = period.lastDay
    else { return nil }
    let start: CivilDate
    var length = count
    if s.weekday > 0 || s.period == .weekend {
      guard count == 1 else { return nil }
      let day = s.weekday > 0 ? Int(s.weekday) : 6
      start =
        isLast
        ? last.adding(days: -((last.weekday - day + 7) % 7))
        : first.adding(days: (day - first.weekday + 7) % 7 + 7 * (n.value - 1))
      length = s.period == .weekend ? 2 : 1
    } else {
      length = s.period == .week ? 7 * count : count
      start = isLast ? last.adding(days: 1 - length) : first.adding(days: length * (n.value - 1))
    }
    guard start >= first, start <= last else { return nil }
    let from = CalendarPoint(start)
    let form = CalendarForm.interval(from, CalendarPoint(start.adding(days: length - 1)))
    return DateMatch(form: length == 1 ? .point(from) : form, end: base.end)
  }
}
