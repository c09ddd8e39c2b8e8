/// Shares: '4.6 percent', '14.5%', '20-25 per cent', '2 percentage points', 'a fifth more'; and fractions: 'one third'.
extension ValueScanner {
  func percent(_ range: NumberRange, at i: Int) -> ValueMatch? {
    guard !range.first.isArticle || key(range.end) == .percentage else { return nil }
    let at = pastHyphen(range.end)
    let comparison = comparator(before: i, after: at + 1)
    let sign = minus(before: i) != nil ? "-" : isMark(i - 1, "+") ? "+" : ""
    let start = sign.isEmpty ? i : i - 1
    if key(at) == .percentage, key(pastHyphen(at + 1)) == .point {
      let end = pastHyphen(at + 1) + 1
      return ValueMatch(
        kind: .percent, start: start, end: end, normalized: "\(sign)\(range.normalized) pp", comparator: comparison)
    }
    if let end = basisPointEnd(at) {
      let text = range.scaled(by: -2).normalized
      return ValueMatch(kind: .percent, start: start, end: end, normalized: "\(sign)\(text) pp", comparator: comparison)
    }
    if isWord(at, "pp") || isWord(at, "ppt") || isWord(at, "ppts"), range.first.isDigits {
      return ValueMatch(
        kind: .percent, start: start, end: at + 1, normalized: "\(sign)\(range.normalized) pp", comparator: comparison)
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
      case .to: !isRiseFrom(i)
      case .and: key(i - 1) == .between
      default: isHyphen(end)
      }
    guard isRange, let second = number(at: end + 1), !second.isArticle, let last = percentEnd(second.end) else {
      return nil
    }
    return (second.value, last)
  }

  /// 'basis points', '-basis-point', 'bp', 'bps'.
  private func basisPointEnd(_ i: Int) -> Int? {
    if key(i) == .basis, key(pastHyphen(i + 1)) == .point { return pastHyphen(i + 1) + 1 }
    return isNumber(i - 1) && (isWord(i, "bp") || isWord(i, "bps")) ? i + 1 : nil
  }

  /// 'half a percent', 'two-tenths of a percent', 'a quarter of one percent', 'a quarter-point'.
  func partOfPercent(at i: Int) -> ValueMatch? {
    guard let part = writtenFraction(at: i) else { return nil }
    let value = DecimalNumber.fraction(part.numerator, part.denominator)
    if part.denominator == 2 || part.denominator == 4, let end = pointEnd(part.end, after: i) {
      return match(i, end, "\(value) pp")
    }
    let at = past(.of, part.end)
    guard at > part.end || part.denominator == 2, key(at) == .a || senses(at).cardinal == 1 else { return nil }
    if key(at + 1) == .percentage, key(at + 2) == .point { return match(i, at + 3, "\(value) pp") }
    return percentEnd(at + 1).flatMap { key($0) == .point ? nil : match(i, $0, "\(value)%") }
  }

  private func match(_ i: Int, _ end: Int, _ form: String) -> ValueMatch {
    ValueMatch(kind: .percent, start: i, end: end, normalized: form, comparator: comparator(before: i, after: end))
  }

  /// '-point', '-percentage-point' after 'quarter'; the article before is that of the cut or rise.
  private func pointEnd(_ i: Int, after start: Int) -> Int? {
    if key(start) == .a, isHyphen(i) { return nil }
    if key(start) == .a, key(i) == .point, !atom(i).endsInS { return i + 1 }
    guard isHyphen(i), isJoined(i), isJoined(i + 1) else { return nil }
    if key(i + 1) == .point { return i + 2 }
    return key(i + 1) == .percentage && key(pastHyphen(i + 2)) == .point ? pastHyphen(i + 2) + 1 : nil
  }

  /// 'half', 'a quarter', 'two-tenths', 'three-quarters'.
  func writtenFraction(at i: Int) -> (numerator: Int, denominator: Int, end: Int)? {
    if key(i) == .half { return (1, 2, i + 1) }
    var numerator = 1
    var at = i
    if key(i) == .a {
      at = i + 1
    } else if let n = senses(i).cardinal {
      (numerator, at) = (Int(n), pastHyphen(i + 1))
    }
    let denominator = Int(senses(at).denominator)
    guard denominator > numerator, at > i || senses(at).period == .quarter, !isHyphen(i - 1) else { return nil }
    return (numerator, denominator, at + 1)
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
    if key(end) == .of, key(end + 1) == .a, senses(end + 2).scale > 0 { return nil }
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
    if key(i) == .a, senses(at).ordinal > 0 { return key(end) == .of || isAfterBy(i) }
    return numerator > 1 || key(end) == .of || isAfterBy(i)
  }

  /// 'by a third', 'by about a third', 'by more than a third'.
  private func isAfterBy(_ i: Int) -> Bool {
    if key(i - 1) == .by { return true }
    switch key(i - 1) {
    case .about, .over, .under: return key(i - 2) == .by
    case .than: return key(i - 3) == .by
    default: return false
    }
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
