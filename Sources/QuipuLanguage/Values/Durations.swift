/// Lengths of time, in ISO 8601: '18 months' P18M, 'two and a half years' P2Y6M, '24 hours' PT24H, '14-year-old' P14Y.
extension ValueScanner {
  func duration(_ range: NumberRange, at i: Int) -> ValueMatch? {
    let at = pastHyphen(range.end)
    let period = senses(at).period
    if range.first.isVague { return vagueDuration(range, at: i) }
    guard period != .none, period != .weekend, period != .quarter else { return nil }
    guard !atom(at).isCapitalized || atom(at).isAllCapitals else { return nil }
    if range.first.isArticle, senses(at).ordinal > 0 { return nil }
    if range.first.isArticle, !isLasting(i), !isAndAHalf(at + 1), tail(at + 1, period) == nil { return nil }
    if range.first.isArticle, isHyphen(at + 1) || isHyphen(at) { return nil }
    if isYearName(range, at, i) { return nil }
    guard let low = iso(range.low, period) else { return nil }
    var text = low
    if let high = range.high {
      guard let upper = iso(high, period) else { return nil }
      text = "\(low)..\(upper)"
    }
    var end = at + 1
    var form = text
    if range.high == nil, isAndAHalf(end), let sum = range.low + DecimalNumber(5, exponent: -1),
      let whole = iso(sum, period)
    {
      (form, end) = (whole, end + 3)
    }
    var last = period
    // 'four years, three months and two weeks': six parts at most.
    for _ in 0..<6 {
      guard range.high == nil, let more = tail(end, last) else { break }
      form += form.contains("T") && more.text.hasPrefix("T") ? String(more.text.dropFirst()) : more.text
      (end, last) = (more.end, more.period)
    }
    end = ageEnd(end) ?? end
    return ValueMatch(
      kind: .duration, start: i, end: end, normalized: form,
      comparator: comparator(before: i, after: end, isDuration: key(i - 1) == .over && key(end) != .old))
  }

  /// 'the 2018 day', 'would one day': no lengths.
  private func isYearName(_ range: NumberRange, _ at: Int, _ i: Int) -> Bool {
    let isAge = key(pastHyphen(at + 1)) == .old
    if range.end == at, !atom(at).endsInS, !isAge, integer(i, 1900...2099) != nil { return true }
    return senses(i - 1).isFuture && range.low == DecimalNumber(1) && senses(at).period == .day
  }

  /// 'a year' is a length after 'for', 'within', 'after'…, but a rate in 'twice a year'.
  private func isLasting(_ i: Int) -> Bool {
    switch key(i - 1) {
    case .for, .within, .in, .over, .under, .about, .than, .of, .after, .least, .to, .half, .lasting: true
    default: false
    }
  }

  /// 'hundreds of years'.
  private func vagueDuration(_ range: NumberRange, at i: Int) -> ValueMatch? {
    let at = past(.of, range.end)
    let period = senses(at).period
    guard period != .none, period != .weekend, period != .quarter, atom(at).endsInS || period == .century,
      let form = iso(range.low, period)
    else { return nil }
    return ValueMatch(kind: .duration, start: i, end: at + 1, normalized: form, comparator: .over)
  }

  private func isAndAHalf(_ i: Int) -> Bool { key(i) == .and && key(i + 1) == .a && key(i + 2) == .half }

  /// 'an hour-long talk', 'a year-long inquiry', 'a yearlong inquiry', 'three-quarters of an hour', 'a quarter-century',
  /// 'a quarter of a century'.
  func wordedDuration(at i: Int) -> ValueMatch? {
    let s = senses(i)
    if s.length != .none { return iso(DecimalNumber(1), s.length).map { lasting(i, i + 1, $0) } }
    if s.period != .none, isHyphen(i + 1), key(i + 2) == .long, !isHyphen(i - 1), !atom(i).endsInS {
      return iso(DecimalNumber(1), s.period).map { lasting(i, i + 3, $0) }
    }
    guard let part = part(at: i) else { return nil }
    let period = senses(part.end).period
    guard period.rawValue >= ValuePeriod.minute.rawValue, period != .quarter, !atom(part.end).endsInS else {
      return nil
    }
    let text = period == .hour ? iso(part.quarters * 15, .minute) : iso(part.quarters * 25, of: period)
    return text.map { lasting(i, part.end + 1, $0) }
  }

  private func lasting(_ i: Int, _ end: Int, _ form: String) -> ValueMatch {
    ValueMatch(kind: .duration, start: i, end: end, normalized: form, comparator: comparator(before: i, after: end))
  }

  /// Quarters of a period: 'a quarter of an', 'three-quarters of an', 'a quarter-', 'half-'.
  private func part(at i: Int) -> (quarters: Int, end: Int)? {
    if key(i) == .half, isHyphen(i + 1), isJoined(i + 1), isJoined(i + 2) { return (2, i + 2) }
    var quarters = 1
    var at = i
    if key(i) == .a { at = i + 1 }
    if let n = senses(i).cardinal, n == 1 || n == 3 { (quarters, at) = (Int(n), pastHyphen(i + 1)) }
    guard senses(at).denominator == 4, senses(at).period == .quarter else { return nil }
    if isHyphen(at + 1), at > i || !isHyphen(i - 1), isJoined(at + 2) { return (quarters, at + 2) }
    return key(at + 1) == .of && key(at + 2) == .a && at > i ? (quarters, at + 3) : nil
  }

  private func iso(_ minutes: Int, _ period: ValuePeriod) -> String? { iso(DecimalNumber(minutes), period) }

  /// Hundredths of a long period, in its whole parts: a quarter of a year is P3M, of a century P25Y.
  private func iso(_ hundredths: Int, of period: ValuePeriod) -> String? {
    switch period {
    case .century: "P\(hundredths)Y"
    case .millennium: "P\(hundredths * 10)Y"
    case .decade: hundredths % 10 == 0 ? "P\(hundredths / 10)Y" : nil
    case .year: "P\(hundredths * 12 / 100)M"
    case .day: "PT\(hundredths * 24 / 100)H"
    case .minute: "PT\(hundredths * 60 / 100)S"
    default: nil
    }
  }

  /// The smaller unit of 'two years and three months'.
  private func tail(_ i: Int, _ period: ValuePeriod) -> (text: String, end: Int, period: ValuePeriod)? {
    let and = key(i) == .and
    let start = and ? i + 1 : isMark(i, ",") ? past(.and, i + 1) : i
    guard let second = number(at: start), second.isArticle == false, senses(second.end).period.rawValue > 0 else {
      return nil
    }
    let smaller = senses(second.end).period
    guard isPart(smaller, of: period), let text = iso(second.value, smaller) else { return nil }
    return (String(text.dropFirst()), second.end + 1, smaller)
  }

  private func isPart(_ small: ValuePeriod, of large: ValuePeriod) -> Bool {
    switch (large, small) {
    case (.year, .month), (.year, .week), (.year, .day), (.month, .week), (.month, .day), (.week, .day), (.day, .hour),
      (.day, .minute), (.hour, .minute), (.hour, .second), (.minute, .second):
      true
    default: false
    }
  }

  /// '-old', ' old', '-olds'.
  private func ageEnd(_ i: Int) -> Int? {
    let at = pastHyphen(i)
    guard key(at) == .old else { return nil }
    return at + 1
  }

  /// The ISO 8601 duration of so many periods. Halves of years become months, of hours minutes.
  func iso(_ n: DecimalNumber, _ period: ValuePeriod) -> String? {
    switch period {
    case .millisecond: return "PT\(n.scaled(by: -3))S"
    case .second: return "PT\(n)S"
    case .minute: return "PT\(n)M"
    case .hour: return "PT" + split(n, 60, "H", "M")
    case .day, .night: return n.integer == nil ? "PT" + times(n, 24) + "H" : "P\(n)D"
    case .week: return n.integer == nil ? "P\(times(n, 7))D" : "P\(n)W"
    case .fortnight: return "P\(times(n, 14))D"
    case .month: return "P\(n)M"
    case .year: return "P" + split(n, 12, "Y", "M")
    case .decade: return "P\(times(n, 10))Y"
    case .century: return "P\(times(n, 100))Y"
    case .millennium: return "P\(times(n, 1000))Y"
    case .quarter: return "P\(times(n, 3))M"
    case .none, .weekend: return nil
    }
  }

  private func times(_ n: DecimalNumber, _ factor: Int) -> String {
    (n * DecimalNumber(factor))?.description ?? n.description
  }

  /// 2.5 years are 2Y6M; 1.3 years stay 1.3Y.
  private func split(_ n: DecimalNumber, _ factor: Int, _ large: String, _ small: String) -> String {
    guard n.exponent == -1, n.digits % 5 == 0, n.digits < 1_000_000 else { return "\(n)\(large)" }
    let whole = n.digits / 10
    return (whole > 0 ? "\(whole)\(large)" : "") + "\(factor / 2)\(small)"
  }
}
