import QuipuCore

/// Date expressions: parts ('early 2020', 'the first half of'), intervals ('from 1947 to 1960', 'since May'), and the
/// year that the text leaves out.
extension ValueScanner {
  func date(at i: Int) -> ValueMatch? {
    // 'the Q1 report': the article is the report's.
    if key(i) == .the, quarterLabel(at: i + 1) != nil { return nil }
    guard let match = whole(from: i) else { return nil }
    var comparison = NormalizedValue.Comparator.exact
    if key(i - 1) == .about { comparison = .about }
    if isAtLeast(i + 1), key(i) == .since || key(i) == .until { comparison = .over }
    return ValueMatch(
      kind: .date, start: i, end: match.end, normalized: match.form.iso, comparator: comparison, calendar: match.form)
  }

  private func whole(from i: Int) -> DateMatch? {
    switch key(i) {
    case .since, .until: return open(at: i)
    case .from, .between: return open(at: i) ?? part(at: i + 1).flatMap { interval(at: i, $0) } ?? framedDays(at: i)
    default:
      guard let first = part(at: i) else { return nil }
      return interval(at: i, first) ?? single(first, isFuture: nil, at: i)
    }
  }

  /// 'since May', 'from 1928 onwards', 'until 2025'.
  private func open(at i: Int) -> DateMatch? {
    let at = isAtLeast(i + 1) ? i + 3 : i + 1
    switch key(i) {
    case .since:
      guard let date = single(at: at), let start = date.form.start else { return nil }
      return DateMatch(form: .interval(start, nil), end: date.end)
    case .until:
      guard var date = single(at: at, isFuture: isFuture(i)), let end = date.form.end else { return nil }
      // 'gave them until 15 April to reply'.
      if key(date.end) == .to, atom(date.end + 1).kind == .word, let late = single(at: at, isFuture: true),
        let end = late.form.end
      {
        date = late
        return DateMatch(form: .interval(nil, end), end: date.end)
      }
      return DateMatch(form: .interval(nil, end), end: date.end)
    case .from:
      guard let date = single(at: i + 1), let start = date.form.start else { return nil }
      if key(date.end) == .onward { return DateMatch(form: .interval(start, nil), end: date.end + 1) }
      guard key(date.end) == .on, isClauseEnd(date.end + 1) else { return nil }
      return DateMatch(form: .interval(start, nil), end: date.end + 1)
    default: return nil
    }
  }

  /// 'until at least 7 March'.
  private func isAtLeast(_ i: Int) -> Bool { key(i) == .at && key(i + 1) == .least }

  private func isClauseEnd(_ i: Int) -> Bool { i >= atoms.count || atoms[i].kind == .mark }

  /// 'from 1947 to 1960', 'between May and June in 1981', 'January-March 2024', '1922 - 2013', 'May 5 to June 7'.
  private func interval(at i: Int, _ first: DateMatch) -> DateMatch? {
    let isFramed = key(i) == .from || key(i) == .between
    if isFramed, let days = framedDays(at: i) { return days }
    guard isLink(first.end, i), var second = part(at: first.end + 1) else { return nil }
    let link = first.end
    if isHyphen(link), first.form.start?.day != nil, isYearForm(second.form) { return nil }
    if !isFramed, !isHyphen(link), isYearForm(first.form) != isYearForm(second.form) { return nil }
    if key(second.end) == .in || key(second.end) == .of, needsYear(second.form),
      let year = year(at: second.end + 1) ?? relativeYear(at: second.end + 1)
    {
      second.form = withYear(second.form, year.value)
      second.end = year.end
    }
    var start = first.form
    if needsYear(start), let year = second.form.start?.year, first.form.start?.month != nil {
      let wraps = (start.start?.month ?? 1) > (second.form.start?.month ?? 12)
      start = withYear(start, wraps ? year - 1 : year)
    }
    let future = isFuture(i)
    guard let from = resolved(start, future).start, let to = resolvedEnd(second.form, after: from, future) else {
      return nil
    }
    guard from.year == nil || to.year == nil || isOrdered(from, to) else { return nil }
    return DateMatch(form: .interval(from, to), end: second.end)
  }

  /// 'from 5 to 7 May', whose first day has no month of its own.
  private func framedDays(at i: Int) -> DateMatch? {
    guard key(i) == .from || key(i) == .between, isNumber(past(.the, i + 1)), let days = whole(at: i + 1),
      case .interval(let start, _) = days.form, start?.day != nil
    else { return nil }
    return DateMatch(form: resolved(days.form, isFuture(i)), end: days.end)
  }

  private func isLink(_ link: Int, _ i: Int) -> Bool {
    switch key(link) {
    case .to, .until, .through: return true
    case .and: return key(i) == .between
    default: return isHyphen(link)
    }
  }

  private func isYearForm(_ form: CalendarForm) -> Bool { form.start.map { $0.month == nil } ?? false }
  private func needsYear(_ form: CalendarForm) -> Bool { form.start.map { $0.year == nil } ?? false }

  private func isOrdered(_ a: CalendarPoint, _ b: CalendarPoint) -> Bool {
    guard let first = a.firstDay, let last = b.lastDay else { return false }
    return first <= last
  }

  private func withYear(_ form: CalendarForm, _ year: Int) -> CalendarForm { form.inYear(year) ?? form }

  /// The end of an interval comes after its start: 'November to March' ends in the next year.
  private func resolvedEnd(_ form: CalendarForm, after from: CalendarPoint, _ future: Bool) -> CalendarPoint? {
    guard needsYear(form), let year = from.year else { return resolved(form, future).end }
    let wraps = (form.end?.month ?? 12) < (from.month ?? 1)
    return withYear(form, wraps ? year + 1 : year).end
  }

  /// One date with its year, or nil.
  private func single(at i: Int, isFuture future: Bool? = nil) -> DateMatch? {
    part(at: i).map { single($0, isFuture: future, at: i) }
  }

  private func single(_ part: DateMatch, isFuture future: Bool?, at i: Int) -> DateMatch {
    var match = part
    if needsYear(match.form) || match.form.start == nil {
      match.form = resolved(match.form, future ?? isFuture(i))
    }
    return match
  }

  /// Finds the year of 'July 23' and the day of 'Tuesday': the latest on or before the anchor, or for something to
  /// come the first on or after it. Without an anchor the form stays as it is.
  func resolved(_ form: CalendarForm, _ future: Bool) -> CalendarForm {
    if !future, let told = form.inYear(narratedYear(form.start)) { return told }
    guard let anchor else { return form }
    switch form {
    case .weekday(let day):
      let distance = day - anchor.weekday
      let shift = future ? (distance < 0 ? distance + 7 : distance) : (distance > 0 ? distance - 7 : distance)
      return .point(CalendarPoint(anchor.adding(days: shift)))
    case .point(var p) where p.year == nil:
      p.year = year(of: p, anchor, future)
      return .point(p)
    case .interval(var a?, var b?) where a.year == nil:
      let year = year(of: a, anchor, future)
      a.year = year
      b.year = year
      return .interval(a, b)
    default: return form
    }
  }

  /// In a story of earlier years, the year of the last date read: 'On 5 August 1858 … On 16 August …'. A bare year
  /// holds for its own sentence, a date with a month for those after it while time goes on.
  private func narratedYear(_ point: CalendarPoint?) -> Int? {
    guard let point, point.year == nil, let month = point.month, let last = reference?.start, let year = last.year,
      referenceAge <= 3, CalendarPoint(year: year, month: month, day: point.day).isValid,
      anchor.map({ $0.year - year >= 2 }) ?? true
    else { return nil }
    guard let lastMonth = last.month else { return referenceAge == 0 && reference?.end?.year == year ? year : nil }
    let isLater = month > lastMonth || (month == lastMonth && (point.day ?? 31) >= (last.day ?? 1))
    return isLater ? year : nil
  }

  private func year(of p: CalendarPoint, _ anchor: CivilDate, _ future: Bool) -> Int {
    let month = p.month ?? 1
    let isAfter = month > anchor.month || (month == anchor.month && (p.day ?? anchor.day) > anchor.day)
    let isBefore = month < anchor.month || (month == anchor.month && (p.day ?? anchor.day) < anchor.day)
    if future { return isBefore && !isRecent(p, anchor) ? anchor.year + 1 : anchor.year }
    return isAfter ? anchor.year - 1 : anchor.year
  }

  /// What starts or will be done on a day of the last month is news of this year, not plans for the next.
  private func isRecent(_ p: CalendarPoint, _ anchor: CivilDate) -> Bool {
    guard let day = CalendarPoint(year: anchor.year, month: p.month, day: p.day).lastDay else { return false }
    return anchor.daysSinceEpoch - day.daysSinceEpoch <= 31
  }

  // MARK: parts

  /// A date with what says which part of it: 'early', 'mid-', 'late in', 'the end of', 'the first half of', 'Q3'.
  private func part(at i: Int) -> DateMatch? {
    let at = past(.the, i)
    if let third = third(at: at) { return third }
    if let end = periodEnd(at: at) { return end }
    if let edge = edge(at: at) { return edge }
    if let nth = nthDate(at: at, base: { runningWhole(at: $0) ?? wholeResolved(at: $0) }) { return nth }
    if let fraction = yearFraction(at: at, isBare: at == i) { return fraction }
    return whole(at: i)
  }

  private func whole(at i: Int) -> DateMatch? { relativeDate(at: i) ?? absoluteDate(at: i) }

  /// A date with year found, to take a part of.
  private func wholeResolved(at i: Int) -> DateMatch? {
    if key(i) == .the, senses(i + 1).period == .year, let year = relativeYear(at: i) {
      return DateMatch(form: .point(CalendarPoint(year: year.value)), end: year.end)
    }
    guard var match = whole(at: i) else { return nil }
    match.form = resolved(match.form, isFuture(i))
    return match
  }

  private func third(at i: Int) -> DateMatch? {
    let n: Int
    switch key(i) {
    case .early: n = 0
    case .mid, .middle: n = 1
    case .late: n = 2
    default: return nil
    }
    var at = pastHyphen(i + 1)
    if key(at) == .in || key(at) == .of { at += 1 }
    guard key(i) != .middle || key(i + 1) == .of, let base = wholeResolved(at: at) else { return nil }
    return DateMatch(form: base.form.third(n), end: base.end)
  }

  /// 'the end of 2025' is its last day, 'the start of May' its first.
  private func edge(at i: Int) -> DateMatch? {
    guard key(i) == .end || key(i) == .start || key(i) == .close, key(i + 1) == .of || senses(i + 1).month > 0 else {
      return nil
    }
    let at = past(.of, i + 1)
    let quarter = yearFraction(at: past(.the, at), isBare: false)
    guard let base = runningWhole(at: at) ?? quarter ?? wholeResolved(at: at) else { return nil }
    return DateMatch(form: base.form.edge(isEnd: key(i) != .start), end: base.end)
  }

  /// 'the month' in 'the end of the month': that of the document's date.
  private func runningWhole(at i: Int) -> DateMatch? {
    guard let anchor, key(i) == .the, !atom(i + 1).endsInS else { return nil }
    let period = senses(i + 1).period
    guard [.week, .month, .quarter, .decade, .century].contains(period) else { return nil }
    return shifted(CalendarPoint(anchor), period, 0, wholeWeek: true).map { DateMatch(form: $0, end: i + 2) }
  }

  /// 'year-end', 'month-end', "year's end", 'end-March', 'end-2024'.
  private func periodEnd(at i: Int) -> DateMatch? {
    if key(i) == .end, isHyphen(i + 1), isJoined(i + 2), let base = wholeResolved(at: i + 2) {
      return DateMatch(form: base.form.edge(isEnd: true), end: base.end)
    }
    let period = senses(i).period
    guard let anchor, period == .year || period == .month, !atom(i).endsInS || isMark(i + 1, "'") else { return nil }
    let isHyphened = isHyphen(i + 1) && key(i + 2) == .end
    guard isHyphened || (isPossessiveMark(i + 1) && key(i + 3) == .end) else { return nil }
    guard let form = shifted(CalendarPoint(anchor), period, 0) else { return nil }
    return DateMatch(form: form.edge(isEnd: true), end: isHyphened ? i + 3 : i + 4)
  }

  private func isPossessiveMark(_ i: Int) -> Bool {
    (isMark(i, "'") || isWord(i, "’")) && isWord(i + 1, "s")
  }

  /// 'first half of 2024', 'third quarter of 2023', 'third-quarter 2023', 'first three months of 2024', 'Q3 2023'.
  private func yearFraction(at i: Int, isBare: Bool) -> DateMatch? {
    if let label = quarterLabel(at: i) {
      let base = isMark(label.end, ",") ? label.end + 1 : past(.of, label.end)
      if isMark(base, "'") || isWord(base, "’"), let n = integer(base + 1, 0...99), atom(base + 1).range.count == 2,
        let form = CalendarForm.point(CalendarPoint(year: 2000 + n)).months(label.first, label.last)
      {
        return DateMatch(form: form, end: base + 2)
      }
      guard let year = wholeResolved(at: base), let form = year.form.months(label.first, label.last) else {
        return recent(label.first, label.last, label.end, isFuture(i))
      }
      return DateMatch(form: form, end: year.end)
    }
    let isLast = key(i) == .last || key(i) == .final
    guard let n = isLast ? (value: 0, end: i + 1) : ordinalNumber(at: i) else { return nil }
    let at = pastHyphen(n.end)
    if key(at) == .half, n.value == 1 || n.value == 2, key(at + 1) == .of || year(at: at + 1) != nil {
      guard let base = wholeResolved(at: past(.of, at + 1)) else { return nil }
      return DateMatch(form: base.form.half(n.value), end: base.end)
    }
    if key(at) == .half, n.value == 1 || n.value == 2, isAccount(at) {
      return recent(n.value * 6 - 5, n.value * 6, at + 1, isFuture(i))
    }
    if senses(at).period == .quarter {
      return quarter(isLast ? 4 : n.value, at + 1, isLast: key(i) == .last, at: i)
    }
    return months(isLast, n.value, at)
  }

  /// Sales, exports or profits are spoken of: 'the first half' is one of a year.
  private func isAccount(_ i: Int) -> Bool {
    (max(0, i - 16)..<(i + 12)).contains { senses($0).isAccount }
  }

  private func quarter(_ n: Int, _ end: Int, isLast: Bool, at i: Int) -> DateMatch? {
    guard (1...4).contains(n) else { return nil }
    if key(end) == .of || year(at: end) != nil, let base = wholeResolved(at: past(.of, end)),
      let form = base.form.months(n * 3 - 2, n * 3)
    {
      return DateMatch(form: form, end: base.end)
    }
    if key(end) == .of || isLast { return nil }
    return recent(n * 3 - 2, n * 3, end, isFuture(i))
  }

  /// A quarter or half without a year: the latest that began by the anchor, or of what is to come the first that
  /// ends after it.
  private func recent(_ first: Int, _ last: Int, _ end: Int, _ future: Bool) -> DateMatch? {
    guard let anchor else { return nil }
    let next = last >= anchor.month ? anchor.year : anchor.year + 1
    let year = future ? next : first <= anchor.month ? anchor.year : anchor.year - 1
    return DateMatch(
      form: .interval(CalendarPoint(year: year, month: first), CalendarPoint(year: year, month: last)), end: end)
  }

  /// 'first three months of 2024', 'last two months of the year'.
  private func months(_ isLast: Bool, _ ordinal: Int, _ i: Int) -> DateMatch? {
    guard ordinal <= 1, let n = number(at: i), let count = n.value.integer, (2...11).contains(count),
      senses(n.end).period == .month, key(n.end + 1) == .of, let base = wholeResolved(at: n.end + 2),
      let form = isLast ? base.form.months(13 - count, 12) : base.form.months(1, count)
    else { return nil }
    return DateMatch(form: form, end: base.end)
  }
}
