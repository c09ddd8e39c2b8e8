/// Lengths of time, in ISO 8601: '18 months' P18M, 'two and a half years' P2Y6M, '24 hours' PT24H, '14-year-old' P14Y.
extension ValueScanner {
  func duration(_ range: NumberRange, at i: Int) -> ValueMatch? {
    let at = pastHyphen(range.end)
    let period = senses(at).period
    guard period != .none, period != .weekend, period != .quarter, !range.first.isVague else { return nil }
    guard !atom(at).isCapitalized || atom(at).isAllCapitals else { return nil }
    if range.first.isArticle, !isLasting(i) || senses(at).ordinal > 0 { return nil }
    if isYearName(range, at, i) { return nil }
    guard let low = iso(range.low, period) else { return nil }
    var text = low
    if let high = range.high {
      guard let upper = iso(high, period) else { return nil }
      text = "\(low)..\(upper)"
    }
    var end = at + 1
    var form = text
    if range.high == nil, let more = tail(end, period) {
      form += more.text
      end = more.end
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
    case .for, .within, .in, .over, .under, .about, .than, .of, .after, .least, .to, .half: true
    default: false
    }
  }

  /// 'a half' after the unit ('a year and a half'), or the smaller unit of 'two years and three months'.
  private func tail(_ i: Int, _ period: ValuePeriod) -> (text: String, end: Int)? {
    let and = key(i) == .and
    if and, key(i + 1) == .a, key(i + 2) == .half {
      let half = iso(DecimalNumber(5, exponent: -1), period)
      return half.map { (String($0.dropFirst()), i + 3) }
    }
    let start = and ? i + 1 : isMark(i, ",") ? i + 1 : i
    guard let second = number(at: start), second.isArticle == false, senses(second.end).period.rawValue > 0 else {
      return nil
    }
    let smaller = senses(second.end).period
    guard isPart(smaller, of: period), let text = iso(second.value, smaller) else { return nil }
    let isTimeAfterDate = text.hasPrefix("PT") && period.rawValue <= ValuePeriod.hour.rawValue
    return (String(text.dropFirst(isTimeAfterDate ? 2 : 1)), second.end + 1)
  }

  private func isPart(_ small: ValuePeriod, of large: ValuePeriod) -> Bool {
    switch (large, small) {
    case (.year, .month), (.month, .day), (.day, .hour), (.hour, .minute), (.minute, .second): true
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
    case .none, .weekend, .quarter: return nil
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
