import QuipuCore

/// Stretches that end or begin at the document's date ('the past five years', 'the next three months'), and the same
/// stretch of another year ('the same period last year').
extension ValueScanner {
  /// 'the past five years', 'the last 12 months', 'the next two days'; without a document date they are lengths.
  func countedPeriod(at i: Int) -> DateMatch? {
    guard let anchor, [.last, .past, .next].contains(key(i)), let n = number(at: i + 1), !n.isArticle, !n.isVague,
      let count = n.value.integer, (1...1000).contains(count)
    else { return nil }
    let period = senses(n.end).period
    guard period != .none, key(n.end + 1) != .of, !isHyphen(n.end), !isHyphen(n.end + 1) else { return nil }
    let sign = key(i) == .next ? 1 : -1
    if sign > 0, isStory, let start = reference?.start {
      // 'Over the next 23 years' of a life told counts from the date told last.
      guard let end = shifted(start, period, count)?.end else { return nil }
      return DateMatch(form: .interval(start, end), end: n.end + 1)
    }
    guard let other = moved(anchor, period, sign * count) else { return nil }
    return DateMatch(form: between(anchor, other), end: n.end + 1)
  }

  /// The last date read is near and years before the document's.
  private var isStory: Bool {
    guard referenceAge <= 3, let year = reference?.start?.year, let now = anchor?.year else { return false }
    return now - year >= 2
  }

  /// 'the last decade' after 'over' or 'in': up to the document's date; 'last decade' alone is one of the calendar.
  func runningPeriod(at i: Int) -> DateMatch? {
    guard let anchor, key(i) == .the, key(i + 1) == .last || key(i + 1) == .next, !atom(i + 2).endsInS,
      key(i + 3) != .of, [.over, .in, .during, .for, .within].contains(key(i - 1))
    else { return nil }
    let period = senses(i + 2).period
    guard [.week, .month, .year, .decade].contains(period) else { return nil }
    return moved(anchor, period, key(i + 1) == .next ? 1 : -1).map {
      DateMatch(form: between(anchor, $0), end: i + 3)
    }
  }

  private func between(_ a: CivilDate, _ b: CivilDate) -> CalendarForm {
    .interval(CalendarPoint(min(a, b)), CalendarPoint(max(a, b)))
  }

  private func moved(_ day: CivilDate, _ period: ValuePeriod, _ count: Int) -> CivilDate? {
    switch period {
    case .hour where count.magnitude % 24 == 0: day.adding(days: count / 24)
    case .day, .night: day.adding(days: count)
    case .week: day.adding(days: count * 7)
    case .fortnight: day.adding(days: count * 14)
    case .month: day.adding(months: count)
    case .quarter: day.adding(months: count * 3)
    case .year: day.adding(months: count * 12)
    case .decade: day.adding(months: count * 120)
    case .century: day.adding(months: count * 1200)
    default: nil
    }
  }

  /// 'the same period last year', 'the same quarter of 2022', 'the same month a year earlier': the last date read, in
  /// that year; where that is no part of a year, the year.
  func samePeriod(at i: Int) -> DateMatch? {
    guard key(i) == .same, key(i + 1) == .span || key(i + 1) == .time || senses(i + 1).period != .none else {
      return nil
    }
    let at = key(i + 2) == .of || key(i + 2) == .in ? i + 3 : i + 2
    let plain = year(at: at).map { (value: $0.value, end: $0.end) }
    guard let target = plain ?? relativeYear(at: at) ?? yearBefore(at: at) else { return nil }
    return DateMatch(form: reference?.moved(to: target.value) ?? year(target.value), end: target.end)
  }

  private func year(_ n: Int) -> CalendarForm { .point(CalendarPoint(year: n)) }

  /// 'a year earlier', 'a year ago', 'the year before'.
  private func yearBefore(at i: Int) -> (value: Int, end: Int)? {
    guard let base = reference?.start?.year ?? anchor?.year, senses(i + 1).period == .year else { return nil }
    if key(i) == .a, key(i + 2) == .earlier || key(i + 2) == .ago || key(i + 2) == .before { return (base - 1, i + 3) }
    return key(i) == .the && key(i + 2) == .before ? (base - 1, i + 3) : nil
  }
}

extension CalendarForm {
  /// The same months or days of another year.
  fileprivate func moved(to year: Int) -> CalendarForm? {
    switch self {
    case .point(var point):
      point.year = year
      return point.isValid ? .point(point) : nil
    case .interval(var start?, var end?):
      guard let first = start.year, let last = end.year, start.month != nil, last - first <= 1 else { return nil }
      start.year = year
      end.year = year + last - first
      return start.isValid && end.isValid ? .interval(start, end) : nil
    default: return nil
    }
  }
}
