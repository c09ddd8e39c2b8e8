/// Shares: '4.6 percent', '14.5%', '20-25 per cent', '2 percentage points', 'a fifth more'; and fractions: 'one third'.
extension ValueScanner {
  func percent(_ range: NumberRange, at i: Int) -> ValueMatch? {
    guard !range.first.isArticle || key(range.end) == .percentage else { return nil }
    let at = pastHyphen(range.end)
    let comparison = comparator(before: i, after: at + 1)
    let sign = isMinus(i - 1) ? "-" : isMark(i - 1, "+") ? "+" : ""
    let start = sign.isEmpty ? i : i - 1
    if key(at) == .percentage, key(pastHyphen(at + 1)) == .point {
      let end = pastHyphen(at + 1) + 1
      return ValueMatch(
        kind: .percent, start: start, end: end, normalized: "\(sign)\(range.normalized) pp", comparator: comparison)
    }
    if key(at) == .basis, key(at + 1) == .point {
      let text = range.scaled(by: -2).normalized
      return ValueMatch(
        kind: .percent, start: start, end: at + 2, normalized: "\(sign)\(text) pp", comparator: comparison)
    }
    guard let end = percentEnd(at) else { return nil }
    var range = range
    var last = end
    if range.high == nil, !range.first.isArticle, let second = secondPercent(after: end, at: i) {
      range.high = second.value
      last = second.end
    }
    if key(last) == .point || key(last) == .percentage { return nil }
    return ValueMatch(
      kind: .percent, start: start, end: last, normalized: "\(sign)\(range.normalized)%",
      comparator: comparator(before: start, after: last))
  }

  private func percentEnd(_ i: Int) -> Int? {
    if key(i) == .percent { return i + 1 }
    return key(i) == .per && key(i + 1) == .cent ? i + 2 : nil
  }

  /// The '25%' of '20%-25%' or of 'between 20% and 25%'.
  private func secondPercent(after end: Int, at i: Int) -> (value: DecimalNumber, end: Int)? {
    let isRange =
      switch key(end) {
      case .to: key(i - 1) != .from
      case .and: key(i - 1) == .between
      default: isHyphen(end)
      }
    guard isRange, let second = number(at: end + 1), !second.isArticle, let last = percentEnd(second.end) else {
      return nil
    }
    return (second.value, last)
  }

  /// 'a third of', 'two thirds', 'three-quarters', 'half of'; with 'more', 'less', 'higher' after it a percentage.
  func fraction(at i: Int) -> ValueMatch? {
    var numerator = 1
    var at = i
    if key(i) == .a || senses(i).cardinal != nil {
      if let n = senses(i).cardinal { numerator = Int(n) }
      at = pastHyphen(i + 1)
    } else if key(i) != .half {
      return nil
    }
    let denominator = Int(senses(at).denominator)
    guard denominator > numerator, numerator > 0 else { return nil }
    let end = at + 1
    let isChange = key(end) == .more || key(end) == .less
    guard isChange || isShare(i, at, end, numerator) else { return nil }
    let value = DecimalNumber.fraction(numerator, denominator)
    let comparison = comparator(before: i, after: isChange ? end + 1 : end)
    if isChange {
      let percent = DecimalNumber.fraction(numerator * 100, denominator).rounded(to: 1)
      return ValueMatch(kind: .percent, start: i, end: end, normalized: "\(percent)%", comparator: comparison)
    }
    return ValueMatch(kind: .number, start: i, end: end, normalized: value.description, comparator: comparison)
  }

  /// A fraction is a share where 'of' or an article follows, or where it is plural or stands after 'by'.
  private func isShare(_ i: Int, _ at: Int, _ end: Int, _ numerator: Int) -> Bool {
    if atom(at).senses.period == .quarter, numerator > 1, senses(end).period != .none { return false }
    if key(at) == .half {
      let isPart = senses(i - 1).ordinal == 1 || senses(i - 1).ordinal == 2
      return [.of, .the, .that].contains(key(end)) && !isPart && key(i - 1) != .and
    }
    if key(i) == .a, senses(at).ordinal > 0 { return key(end) == .of || key(i - 1) == .by }
    return numerator > 1 || key(end) == .of || key(i - 1) == .by
  }
}

extension DecimalNumber {
  /// To so many places after the point, half up.
  func rounded(to places: Int) -> DecimalNumber {
    guard exponent < -places else { return self }
    let unit = DecimalNumber.power(min(18, -exponent - places))
    return DecimalNumber((digits + unit / 2) / unit, exponent: -places)
  }
}
