/// Decades, centuries and eras: 'the 1990s', 'the early sixties', 'the 19th century', '44 BC'.
extension ValueScanner {
  /// 'the eighties', 'the early sixties', 'the 60s': of the last century; 'the noughties' are the 2000s.
  func spokenDecade(at i: Int) -> DateMatch? {
    guard key(i - 1) == .the || isThird(i - 1), !senses(i - 2).isPossessive, !senses(i - 3).isPossessive else {
      return nil
    }
    if senses(i).decade > 0 { return years(1900 + Int(senses(i).decade), 1909 + Int(senses(i).decade), i + 1) }
    guard let n = integer(i, 20...90), n % 10 == 0, isJoined(i + 1), isWord(i + 1, "s") else { return nil }
    return years(1900 + n, 1909 + n, i + 2)
  }

  private func isThird(_ i: Int) -> Bool {
    let word = isHyphen(i) ? key(i - 1) : key(i)
    return [.early, .mid, .late].contains(word) && (key(i - 1) == .the || key(i - 2) == .the)
  }

  /// '1990s', '1940s and 1950s' being two of them; "'90s" is read in the century before 2000.
  func decade(at i: Int) -> DateMatch? {
    if let spoken = spokenDecade(at: i) { return spoken }
    if isMark(i + 1, "'") || isCurled(i + 1), key(i - 1) == .the || isThird(i - 1), isJoined(i + 2), isWord(i + 2, "s"),
      let n = integer(i, 1000...2190), n % 10 == 0
    {
      return years(n, n % 100 == 0 && n < 2000 ? n + 99 : n + 9, i + 3)
    }
    guard isJoined(i + 1), isWord(i + 1, "s") else { return nil }
    if let n = integer(i, 1000...2190), n % 10 == 0 {
      let last = n % 100 == 0 && n < 2000 ? n + 99 : n + 9
      return years(n, last, i + 2)
    }
    guard let n = integer(i, 10...90), n % 10 == 0, isJoined(i), isMark(i - 1, "'") || isCurled(i - 1) else {
      return nil
    }
    return years(1900 + n, 1909 + n, i + 2)
  }

  func isCurled(_ i: Int) -> Bool { isWord(i, "’") || isWord(i, "‘") }

  func years(_ a: Int, _ b: Int, _ end: Int) -> DateMatch {
    DateMatch(form: .interval(CalendarPoint(year: a), CalendarPoint(year: b)), end: end)
  }

  /// '19th century', 'nineteenth century'; before Christ where it says so.
  func century(at i: Int) -> DateMatch? {
    guard let n = ordinalNumber(at: i), senses(pastHyphen(n.end)).period == .century, (1...22).contains(n.value) else {
      return nil
    }
    let end = pastHyphen(n.end) + 1
    if key(end) == .bc { return years(1 - n.value * 100, -(n.value - 1) * 100, end + 1) }
    return years(n.value * 100 - 99, n.value * 100, key(end) == .ad ? end + 1 : end)
  }

  /// '44 BC', 'AD 79', '79 AD'.
  func era(at i: Int) -> DateMatch? {
    if key(i) == .ad, atom(i).isAllCapitals, let n = integer(i + 1, 1...2199) {
      return DateMatch(form: .point(CalendarPoint(year: n)), end: i + 2)
    }
    guard let n = integer(i, 1...9999), atom(i + 1).isAllCapitals else { return nil }
    if key(i + 1) == .bc { return DateMatch(form: .point(CalendarPoint(year: 1 - n)), end: i + 2) }
    return key(i + 1) == .ad ? DateMatch(form: .point(CalendarPoint(year: n)), end: i + 2) : nil
  }
}
