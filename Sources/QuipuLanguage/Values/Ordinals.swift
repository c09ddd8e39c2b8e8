/// Places in an order: 'first', 'twenty-fifth', '5th'.
extension ValueScanner {
  func ordinal(at i: Int) -> ValueMatch? {
    // 'FIRST' among words that are no capitals is a name.
    if atom(i).isAllCapitals, !atom(i - 1).isAllCapitals, !atom(i + 1).isAllCapitals { return nil }
    if key(i - 1) == .at, isWord(i, "first"), key(i - 2) != .the { return nil }
    if let n = ordinalNumber(at: i) {
      if isStreet(n.end) { return nil }
      return ValueMatch(kind: .ordinal, start: i, end: n.end, normalized: String(n.value))
    }
    return nil
  }

  /// '42nd Street' is a name.
  func isStreet(_ i: Int) -> Bool { atom(i).isCapitalized && senses(i).isStreet }

  /// 'two hundredth', 'one hundred and fiftieth'.
  private func hundredth(at i: Int) -> (value: Int, end: Int)? {
    guard let n = senses(i).cardinal, n < 100 else { return nil }
    let at = pastHyphen(i + 1)
    if senses(at).ordinal == 100 { return (Int(n) * 100, at + 1) }
    guard n < 10, senses(at).scale == 2, let part = smallOrdinal(at: past(.and, at + 1)) else { return nil }
    return (Int(n) * 100 + part.value, part.end)
  }

  /// 'fiftieth', 'twenty-first'.
  private func smallOrdinal(at i: Int) -> (value: Int, end: Int)? {
    let s = senses(i)
    if s.ordinal > 0, s.ordinal < 100 { return (Int(s.ordinal), i + 1) }
    guard let tens = s.cardinal, tens >= 20, tens % 10 == 0 else { return nil }
    let unit = senses(pastHyphen(i + 1)).ordinal
    return unit > 0 && unit < 10 ? (Int(tens) + Int(unit), pastHyphen(i + 1) + 1) : nil
  }

  func ordinalNumber(at i: Int) -> (value: Int, end: Int)? {
    if isNumber(i) {
      guard isJoined(i + 1), senses(i + 1).isOrdinalEnding, let n = atoms[i].number.integer else {
        return nil
      }
      return (n, i + 2)
    }
    let s = senses(i)
    if s.ordinal > 0 { return (Int(s.ordinal), i + 1) }
    if let large = hundredth(at: i) { return large }
    guard let tens = s.cardinal, tens >= 20, tens % 10 == 0 else { return nil }
    let at = pastHyphen(i + 1)
    let unit = senses(at).ordinal
    return unit > 0 && unit < 10 ? (Int(tens) + Int(unit), at + 1) : nil
  }
}
