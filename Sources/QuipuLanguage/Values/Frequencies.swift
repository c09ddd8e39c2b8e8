/// How often: 'every Friday', 'daily', 'twice a week', 'every four years', 'on Fridays'.
extension ValueScanner {
  func frequency(at i: Int) -> ValueMatch? {
    let s = senses(i)
    if s.frequency != .none, !atom(i).isCapitalized || i == 0, !isHyphen(i + 1) || !isJoined(i + 1) {
      return iso(DecimalNumber(1), s.frequency).map { match(i, i + 1, "R/" + $0) }
    }
    if s.weekdayPlural > 0, key(i - 1) != .the { return match(i, i + 1, "R/-W-\(s.weekdayPlural)/P1W") }
    if key(i) == .every { return repeated(at: i) }
    return counted(at: i) ?? daysOfWeek(at: i)
  }

  /// 'six days a week'.
  private func daysOfWeek(at i: Int) -> ValueMatch? {
    guard isNumber(i) || senses(i).cardinal != nil, let n = number(at: i), let count = n.value.integer,
      (1...7).contains(count), senses(n.end).period == .day, key(n.end + 1) == .a || key(n.end + 1) == .per,
      senses(n.end + 2).period == .week, !atom(n.end + 2).endsInS
    else { return nil }
    return match(i, n.end + 3, "\(count)/P1W")
  }

  private func match(_ i: Int, _ end: Int, _ form: String) -> ValueMatch {
    ValueMatch(kind: .frequency, start: i, end: end, normalized: form)
  }

  /// 'every day', 'each month', 'every two weeks', 'every other day', 'every Friday', 'every August'.
  private func repeated(at i: Int) -> ValueMatch? {
    guard !isWord(i, "any"), let interval = interval(at: i + 1) else { return nil }
    return match(i, interval.end, "R/" + interval.form)
  }

  /// The 'two weeks' of 'every two weeks'.
  private func interval(at i: Int) -> (form: String, end: Int)? {
    let s = senses(i)
    if s.weekday > 0, !s.isShortWeekday { return ("-W-\(s.weekday)/P1W", pastDayPart(i + 1)) }
    if s.month > 0 {
      if let day = integer(i + 1, 1...31), CalendarPoint(month: Int(s.month), day: day).isValid {
        return (CalendarPoint(month: Int(s.month), day: day).iso + "/P1Y", i + 2)
      }
      return (CalendarPoint(month: Int(s.month)).iso + "/P1Y", i + 1)
    }
    if s.season > 0 { return ("P1Y", i + 1) }
    if s.keyword == .dayPart || s.period == .night { return ("P1D", i + 1) }
    var count = DecimalNumber(1)
    var at = i
    if s.keyword == .other || s.ordinal == 2 {
      (count, at) = (DecimalNumber(2), i + 1)
    } else if s.ordinal > 2 {
      (count, at) = (DecimalNumber(Int(s.ordinal)), i + 1)
    } else if let n = number(at: i), !n.isVague, !n.isArticle {
      (count, at) = (n.value, n.end)
    }
    // 'every few weeks' has no number; 'every second' is a unit.
    if at == i + 1, senses(at).period == .none, s.period == .second { return ("PT1S", i + 1) }
    guard senses(at).period != .none, senses(at).period != .weekend else { return nil }
    return iso(count, senses(at).period).map { ($0, at + 1) }
  }

  /// 'twice a week', 'once a month', 'three times a year', 'once every two years'.
  private func counted(at i: Int) -> ValueMatch? {
    var count = DecimalNumber(1)
    var at = i + 1
    if key(i) == .twice {
      count = DecimalNumber(2)
    } else if key(i) != .once {
      guard let n = number(at: i), key(n.end) == .times, !n.isVague, !n.isArticle else { return nil }
      (count, at) = (n.value, n.end + 1)
    }
    at = pastHyphen(at)
    let form: String
    let end: Int
    if key(at) == .every, !isWord(at, "any"), let every = interval(at: at + 1) {
      (form, end) = every
    } else {
      if key(at) == .a || key(at) == .per { at += 1 } else if senses(at).frequency == .none { return nil }
      let period = senses(at).period == .none ? senses(at).frequency : senses(at).period
      guard period != .none, !atom(at).endsInS, let one = iso(DecimalNumber(1), period) else { return nil }
      (form, end) = (one, at + 1)
    }
    return match(i, end, (count == DecimalNumber(1) ? "R/" : "\(count)/") + form)
  }
}
