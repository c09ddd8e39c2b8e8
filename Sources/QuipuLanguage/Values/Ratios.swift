/// How much of how much: 'one in five' 0.2, 'nine out of ten' 0.9, 'a ratio of 3:1', 'three-to-one', and multiples:
/// 'doubled' 2, 'threefold' 3.
extension ValueScanner {
  func ratio(at i: Int) -> ValueMatch? {
    if senses(i).multiple > 0 {
      return numberMatch(i, i + 1, DecimalNumber(Int(senses(i).multiple), exponent: -1).description)
    }
    guard isNumber(i) || senses(i).cardinal != nil, let first = count(at: i) else { return nil }
    return share(first, at: i) ?? proportion(first, at: i)
  }

  private func numberMatch(_ i: Int, _ end: Int, _ form: String) -> ValueMatch {
    ValueMatch(kind: .number, start: i, end: end, normalized: form, comparator: comparator(before: i, after: end))
  }

  /// A whole number of one word or run of digits.
  private func count(at i: Int) -> (value: Int, end: Int)? {
    if let n = integer(i, 0...9999) { return (n, i + 1) }
    guard let n = number(at: i), !n.isArticle, !n.isVague, let value = n.value.integer else { return nil }
    return (value, n.end)
  }

  /// 'one in five', '1 in 10', 'nine out of ten', 'one in a million'. Both in digits or both in words, or one in some.
  private func share(_ first: (value: Int, end: Int), at i: Int) -> ValueMatch? {
    let isOut = key(first.end) == .out && key(first.end + 1) == .of
    guard key(first.end) == .in || isOut, first.value > 0, first.value < 100 else { return nil }
    let at = isOut ? first.end + 2 : first.end + 1
    guard let second = key(at) == .a ? scaleCount(at) : count(at: at), second.value > first.value,
      second.value <= 1_000_000_000, senses(second.end).period == .none, senses(second.end).month == 0
    else { return nil }
    // 'nine in 10': small numbers in words, from ten on in digits.
    let isAlike = isNumber(i) == isNumber(at) || [10, 20, 100, 1000].contains(second.value)
    guard isOut || first.value == 1 || isAlike, !isPlainPlural(i + 1) else { return nil }
    if !isOut, integer(at, 1500...2199) != nil { return nil }
    let places = 1_000_000_000
    guard second.value <= 10_000 else {
      let exact = places / second.value * second.value == places
      return exact
        ? numberMatch(i, second.end, DecimalNumber(first.value * (places / second.value), exponent: -9).description)
        : nil
    }
    return numberMatch(i, second.end, DecimalNumber.fraction(first.value, second.value).description)
  }

  /// 'a million'.
  private func scaleCount(_ i: Int) -> (value: Int, end: Int)? {
    let power = Int(senses(i + 1).scale)
    return (2...9).contains(power) ? (DecimalNumber.power(power), i + 2) : nil
  }

  /// '3:1' near a word for ratios, 'three-to-one', '2-to-1'.
  private func proportion(_ first: (value: Int, end: Int), at i: Int) -> ValueMatch? {
    let link = first.end
    if isMark(link, ":"), isJoined(link), isJoined(link + 1), let second = integer(link + 1, 1...999),
      !isMark(link + 2, ":"), (i - 4...i - 1).contains(where: { key($0) == .ratio }) || key(link + 2) == .ratio
    {
      return numberMatch(i, link + 2, "\(first.value):\(second)")
    }
    guard isHyphen(link), key(link + 1) == .to, isHyphen(link + 2), let second = count(at: link + 3),
      second.value < first.value, !isHyphen(second.end)
    else { return nil }
    return numberMatch(i, second.end, "\(first.value):\(second.value)")
  }
}
