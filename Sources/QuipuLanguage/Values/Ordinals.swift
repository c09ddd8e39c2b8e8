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

  func ordinalNumber(at i: Int) -> (value: Int, end: Int)? {
    if isNumber(i) {
      guard isJoined(i + 1), senses(i + 1).isOrdinalEnding, let n = atoms[i].number.integer else {
        return nil
      }
      return (n, i + 2)
    }
    let s = senses(i)
    if s.ordinal > 0 { return (Int(s.ordinal), i + 1) }
    guard let tens = s.cardinal, tens >= 20, tens % 10 == 0 else { return nil }
    let at = pastHyphen(i + 1)
    let unit = senses(at).ordinal
    return unit > 0 && unit < 10 ? (Int(tens) + Int(unit), at + 1) : nil
  }
}
