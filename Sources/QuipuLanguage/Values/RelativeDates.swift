import QuipuCore

/// Dates that count from the document's date or from the last date read: 'last Tuesday', 'three weeks ago', 'a year
/// earlier', 'that year', 'next month'.
extension ValueScanner {
  /// The date to count from: the last one read, else the anchor.
  private var base: CalendarPoint? { reference?.start ?? anchor.map { CalendarPoint($0) } }

  func relativeDate(at i: Int) -> DateMatch? {
    switch key(i) {
    case .the, .last, .past, .next, .same:
      let at = past(.the, i)
      if let period = countedPeriod(at: at) ?? runningPeriod(at: i) ?? samePeriod(at: at) { return period }
    default: break
    }
    switch key(i) {
    case .today, .yesterday, .tomorrow: return dayWord(at: i)
    case .earlier, .later: return within(at: i)
    case .last, .next, .this, .past: return anchored(at: i)
    case .previous, .following, .same, .that, .prior: return referred(at: i, i)
    case .the: return theRelative(at: i)
    default: return counted(at: i) ?? inCounted(at: i)
    }
  }

  private func dayWord(at i: Int) -> DateMatch? {
    guard let anchor else { return nil }
    let shift = key(i) == .yesterday ? -1 : key(i) == .tomorrow ? 1 : 0
    return DateMatch(form: .point(CalendarPoint(anchor.adding(days: shift))), end: pastDayPart(i + 1))
  }

  /// 'earlier this month', 'later today': the month, the day.
  private func within(at i: Int) -> DateMatch? {
    guard [.this, .last, .next, .today, .that].contains(key(i + 1)) else { return nil }
    return relativeDate(at: i + 1)
  }

  private func theRelative(at i: Int) -> DateMatch? {
    if senses(i + 1).period == .day, let anchor {
      if key(i + 2) == .before, key(i + 3) == .yesterday {
        return DateMatch(form: .point(CalendarPoint(anchor.adding(days: -2))), end: i + 4)
      }
      if key(i + 2) == .after, key(i + 3) == .tomorrow {
        return DateMatch(form: .point(CalendarPoint(anchor.adding(days: 2))), end: i + 4)
      }
    }
    if senses(i + 1).period == .weekend, let anchor { return weekend(anchor, isFuture(i), i + 2) }
    switch key(i + 1) {
    case .past, .last: return anchored(at: i + 1)
    case .previous, .following, .same, .prior: return referred(at: i, i + 1)
    case .next where senses(i + 2).period == .day: return referred(at: i, i + 1)
    case .next where reference != nil && !atom(i + 2).endsInS: return referred(at: i, i + 1)
    default: break
    }
    guard senses(i + 1).period != .none, [.before, .after].contains(key(i + 2)), isClauseEnd(i + 3), let base else {
      return nil
    }
    let count = key(i + 2) == .before ? -1 : 1
    return shifted(base, senses(i + 1).period, count).map { DateMatch(form: $0, end: i + 3) }
  }

  /// 'the weekend': the latest that has begun, or the next one.
  private func weekend(_ anchor: CivilDate, _ isNext: Bool, _ end: Int) -> DateMatch {
    let saturday = anchor.adding(days: isNext ? 6 - anchor.weekday : -((anchor.weekday + 1) % 7))
    return DateMatch(form: .interval(CalendarPoint(saturday), CalendarPoint(saturday.adding(days: 1))), end: end)
  }

  /// 'the past year': up to the anchor.
  private func pastPeriod(_ period: ValuePeriod, _ anchor: CivilDate, _ end: Int) -> DateMatch? {
    let start: CivilDate
    switch period {
    case .week: start = anchor.adding(days: -7)
    case .month: start = anchor.adding(months: -1)
    case .quarter: start = anchor.adding(months: -3)
    case .year: start = anchor.adding(months: -12)
    case .decade: start = anchor.adding(months: -120)
    case .century: start = anchor.adding(months: -1200)
    default: return nil
    }
    return DateMatch(form: .interval(CalendarPoint(start), CalendarPoint(anchor)), end: end)
  }

  private func isClauseEnd(_ i: Int) -> Bool { i >= atoms.count || atoms[i].kind == .mark || key(i) == .and }

  // MARK: 'last', 'this', 'next' count from the anchor

  private func anchored(at i: Int) -> DateMatch? {
    guard let anchor else { return nil }
    let step = key(i) == .next ? 1 : key(i) == .this ? 0 : -1
    let s = senses(i + 1)
    if key(i) == .past, s.weekday == 0 { return atom(i + 1).endsInS ? nil : pastPeriod(s.period, anchor, i + 2) }
    if s.weekday > 0, !s.isShortWeekday {
      return DateMatch(form: weekday(Int(s.weekday), step, anchor), end: pastDayPart(i + 2))
    }
    if s.month > 0 { return monthAnchored(at: i, step, anchor) }
    if s.season > 0 { return DateMatch(form: seasonForm(Int(s.season), step, anchor), end: i + 2) }
    if (s.keyword == .dayPart && s.period == .none) || (s.period == .night && step <= 0) {
      return DateMatch(form: .point(CalendarPoint(anchor.adding(days: s.period == .night ? step : 0))), end: i + 2)
    }
    guard s.period.rawValue >= ValuePeriod.week.rawValue, s.period != .millennium else { return nil }
    if atom(i + 1).endsInS { return nil }
    guard let form = shifted(CalendarPoint(anchor), s.period, step, wholeWeek: true) else { return nil }
    return DateMatch(form: form, end: i + 2)
  }

  /// 'last Tuesday' is the latest before the anchor, 'next Tuesday' the first after it, 'this Tuesday' in its week.
  private func weekday(_ day: Int, _ step: Int, _ anchor: CivilDate) -> CalendarForm {
    var distance = day - anchor.weekday
    if step < 0, distance >= 0 { distance -= 7 }
    if step > 0, distance <= 0 { distance += 7 }
    return .point(CalendarPoint(anchor.adding(days: distance)))
  }

  private func monthAnchored(at i: Int, _ step: Int, _ anchor: CivilDate) -> DateMatch? {
    let month = Int(senses(i + 1).month)
    var year = anchor.year
    if step < 0, month >= anchor.month { year -= 1 }
    if step > 0, month <= anchor.month { year += 1 }
    if let day = integer(i + 2, 1...31), CalendarPoint(year: year, month: month, day: day).isValid {
      return DateMatch(form: .point(CalendarPoint(year: year, month: month, day: day)), end: i + 3)
    }
    return DateMatch(form: .point(CalendarPoint(year: year, month: month)), end: i + 2)
  }

  private func seasonForm(_ first: Int, _ step: Int, _ anchor: CivilDate) -> CalendarForm {
    var year = anchor.year
    let last = first == 12 ? 14 : first + 2
    if first == 12, step <= 0, anchor.month <= 2 || step < 0 { year -= 1 }
    if first != 12, step < 0, last >= anchor.month { year -= 1 }
    if step > 0, first <= anchor.month { year += 1 }
    return seasonForm(first, year)
  }

  // MARK: 'previous', 'following', 'same', 'that' count from the last date read

  private func referred(at i: Int, _ word: Int) -> DateMatch? {
    guard let base else { return nil }
    var word = word
    if key(word) == .that || key(word) == .this, key(word + 1) == .same { word += 1 }
    let step =
      switch key(word) {
      case .previous, .prior: -1
      case .following, .next: 1
      default: 0
      }
    let s = senses(word + 1)
    if s.season > 0 || (s.month > 0 && step != 0 && !isNumber(word + 2)), let form = referred(s, step, base) {
      return DateMatch(form: form, end: word + 2)
    }
    if s.keyword == .dayPart, let day = shifted(base, .day, step) { return DateMatch(form: day, end: word + 2) }
    guard s.period.rawValue >= ValuePeriod.day.rawValue, !atom(word + 1).endsInS else { return nil }
    guard let form = shifted(base, s.period, step, wholeWeek: true) else { return nil }
    return DateMatch(form: form, end: word + 2)
  }

  /// 'the next summer', 'the following March', 'that spring'.
  private func referred(_ s: WordSenses, _ step: Int, _ base: CalendarPoint) -> CalendarForm? {
    guard let year = base.year else { return nil }
    guard base.month != nil, let day = base.firstDay else {
      let form = s.season > 0 ? seasonForm(Int(s.season), year + step) : nil
      return form ?? .point(CalendarPoint(year: year + step, month: Int(s.month)))
    }
    if s.season > 0 { return seasonForm(Int(s.season), step, day) }
    let isWrapped = step > 0 ? Int(s.month) <= day.month : step < 0 && Int(s.month) >= day.month
    return .point(CalendarPoint(year: isWrapped ? year + step : year, month: Int(s.month)))
  }

  /// A year by relation, after a month or a part of a year: 'last year', 'the same year', 'that year', 'the year'.
  func relativeYear(at i: Int) -> (value: Int, end: Int)? {
    if key(i) == .the, senses(i + 1).period == .year, key(i - 1) == .of, let year = anchor?.year {
      return (year, i + 2)
    }
    guard [.last, .next, .this, .that, .the, .same, .previous, .following].contains(key(i)) else { return nil }
    let at = key(i) == .the ? i + 2 : i + 1
    guard senses(at).period == .year, !atom(at).endsInS, let match = relativeDate(at: i),
      case .point(let point) = match.form, let year = point.year, point.month == nil
    else { return nil }
    return (year, match.end)
  }

  // MARK: counts

  /// 'three weeks ago', 'a year earlier', 'two years before', '18 months later', 'ten days from now'.
  private func counted(at i: Int) -> DateMatch? {
    guard let n = number(at: i), let count = n.value.integer, count < 10_000 else { return nil }
    let at = pastHyphen(n.end)
    let period = senses(at).period
    guard period != .none else { return nil }
    switch key(at + 1) {
    case .ago: return anchor.flatMap { shifted(CalendarPoint($0), period, -count, at + 2) }
    case .earlier: return base.flatMap { shifted($0, period, -count, at + 2) }
    case .later:
      let base = reference?.end ?? base
      return base.flatMap { shifted($0, period, count, at + 2) }
    case .before where isClauseEnd(at + 2): return base.flatMap { shifted($0, period, -count, at + 2) }
    case .from where key(at + 2) == .now || key(at + 2) == .today:
      return anchor.flatMap { shifted(CalendarPoint($0), period, count, at + 3) }
    default: return nil
    }
  }

  /// 'in three weeks' of something to come.
  private func inCounted(at i: Int) -> DateMatch? {
    guard key(i) == .in, let anchor, let n = number(at: i + 1), let count = n.value.integer, count < 10_000 else {
      return nil
    }
    let period = senses(n.end).period
    guard period.rawValue >= ValuePeriod.day.rawValue else { return nil }
    if let end = timeEnd(n.end + 1) { return shifted(CalendarPoint(anchor), period, count, end) }
    guard isFuture(i) else { return nil }
    return shifted(CalendarPoint(anchor), period, count, n.end + 1)
  }

  /// The "' time" of "in two weeks' time".
  private func timeEnd(_ i: Int) -> Int? {
    guard isMark(i, "'") || isWord(i, "’") || isWord(i, "’s") else { return nil }
    let at = isWord(i + 1, "s") ? i + 2 : i + 1
    return key(at) == .time ? at + 1 : nil
  }

  private func shifted(_ base: CalendarPoint, _ period: ValuePeriod, _ count: Int, _ end: Int) -> DateMatch? {
    shifted(base, period, count).map { DateMatch(form: $0, end: end) }
  }

  /// So many periods away, as exact as the period; nil where the base is less exact than it.
  func shifted(_ base: CalendarPoint, _ period: ValuePeriod, _ count: Int, wholeWeek: Bool = false) -> CalendarForm? {
    guard let year = base.year else { return nil }
    switch period {
    case .year: return .point(CalendarPoint(year: year + count))
    case .decade where !wholeWeek: return .point(CalendarPoint(year: year + count * 10))
    case .century where !wholeWeek: return .point(CalendarPoint(year: year + count * 100))
    case .decade: return yearsForm((year / 10 + count) * 10, 10)
    case .century: return yearsForm(((year - 1) / 100 + count) * 100 + 1, 100)
    case .month, .quarter: break
    default: return shiftedDays(base, period, count, wholeWeek: wholeWeek)
    }
    guard base.month != nil, let first = base.firstDay else { return nil }
    if period == .month {
      let month = first.adding(months: count)
      return .point(CalendarPoint(year: month.year, month: month.month))
    }
    let start = first.adding(months: count * 3 - (first.month - 1) % 3)
    return .interval(
      CalendarPoint(year: start.year, month: start.month), CalendarPoint(year: start.year, month: start.month + 2))
  }

  private func yearsForm(_ first: Int, _ size: Int) -> CalendarForm {
    .interval(CalendarPoint(year: first), CalendarPoint(year: first + size - 1))
  }

  private func shiftedDays(
    _ base: CalendarPoint, _ period: ValuePeriod, _ count: Int, wholeWeek: Bool
  ) -> CalendarForm? {
    guard base.day != nil, let day = base.firstDay else { return nil }
    switch period {
    case .day, .night: return .point(CalendarPoint(day.adding(days: count)))
    case .fortnight: return .point(CalendarPoint(day.adding(days: count * 14)))
    case .week where !wholeWeek: return .point(CalendarPoint(day.adding(days: count * 7)))
    case .week, .weekend:
      let monday = day.adding(days: 1 - day.weekday + count * 7)
      let from = period == .week ? monday : monday.adding(days: 5)
      return .interval(CalendarPoint(from), CalendarPoint(monday.adding(days: 6)))
    case .hour where count.magnitude % 24 == 0:
      return .point(CalendarPoint(day.adding(days: count / 24)))
    default: return nil
    }
  }

  // MARK: tense

  /// Whether the clause speaks of something to come: the nearest marker before the expression decides, else the first
  /// after it where it stands at the start of the sentence.
  func isFuture(_ i: Int) -> Bool {
    var k = i - 1
    while k >= 0, i - k < 30 {
      if let future = tense(k) { return future }
      // 'agreed to cut them by March', 'the vote to be held on Sunday'.
      if key(k) == .to, key(i - 1) == .by || isWord(k + 1, "be"), isInfinitive(k + 1) { return true }
      k -= 1
    }
    guard i < 4 else { return key(i - 1) == .by }
    k = i
    while k < atoms.count, k - i < 20 {
      if let future = tense(k) { return future }
      k += 1
    }
    return false
  }

  /// 'to', 'until', 'for', 'back to' after 'extended', 'set'.
  private func isBeforeDeferred(_ k: Int) -> Bool {
    let at = isWord(k, "back") || isWord(k, "again") ? k + 1 : k
    return [.to, .until, .for].contains(key(at))
  }

  /// A word in small letters that could be a verb.
  private func isInfinitive(_ k: Int) -> Bool {
    atom(k).kind == .word && !atom(k).isCapitalized && senses(k).starts.isEmpty && !atom(k).endsInS
      && senses(k).scale == 0
  }

  private func tense(_ k: Int) -> Bool? {
    let a = atoms[k]
    guard a.kind == .word, !a.isCapitalized || a.hasSenses, a.senses.month == 0 else { return nil }
    if a.senses.isFuture { return true }
    if a.senses.isDeferral, isBeforeDeferred(k + 1) { return true }
    if isWord(k, "is") || isWord(k, "are"), key(k + 1) == .to { return true }
    // 'will be held', 'to be held': the word before decides.
    if isWord(k - 1, "be") { return nil }
    if a.senses.isPast || (a.endsInEd && !a.isCapitalized) { return false }
    return nil
  }
}
