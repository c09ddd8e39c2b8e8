/// How old: 'aged 34', 'aged five to nine', 'the age of 34', 'in his 50s', 'in her early thirties'. '34-year-old' is read
/// as a length of time.
extension ValueScanner {
  func age(at i: Int) -> ValueMatch? {
    if key(i) == .aged { return aged(at: i) }
    if isNumber(i) || senses(i).cardinal != nil, isWord(i - 1, "age") || (key(i - 1) == .of && isWord(i - 2, "age")),
      let range = numberRange(at: i), let last = (range.high ?? range.low).integer, last <= 125, isEnd(range.end)
    {
      return match(i, range)
    }
    return decadeOfLife(at: i)
  }

  /// A length is read with its own words: 'aged 18 months'.
  private func isEnd(_ i: Int) -> Bool { senses(pastHyphen(i)).period == .none && key(i) != .percent }

  private func aged(at i: Int) -> ValueMatch? {
    let at = key(i + 1) == .between ? i + 2 : i + 1
    guard let range = numberRange(at: at), !range.first.isArticle, !range.first.isVague, isEnd(range.end),
      let last = (range.high ?? range.low).integer, last <= 125
    else { return nil }
    return match(i, range)
  }

  private func match(_ i: Int, _ range: NumberRange) -> ValueMatch {
    let low = "P\(range.low)Y"
    return ValueMatch(
      kind: .duration, start: i, end: range.end, normalized: range.high.map { "\(low)..P\($0)Y" } ?? low,
      comparator: comparator(before: i, after: range.end))
  }

  /// '50s' after 'his', 'early thirties' after 'her'.
  private func decadeOfLife(at i: Int) -> ValueMatch? {
    let third = [ValueKeyword.early, .mid, .late].firstIndex(of: key(i))
    let at = third == nil ? i : pastHyphen(i + 1)
    guard senses(i - 1).isPossessive, let decade = lifeDecade(at: at) else { return nil }
    // As thirds of a decade are in dates: four years, three, three.
    let first = decade.value + [0, 4, 7][third ?? 0]
    let last = third.map { decade.value + [3, 6, 9][$0] } ?? decade.value + 9
    return ValueMatch(kind: .duration, start: i, end: decade.end, normalized: "P\(first)Y..P\(last)Y")
  }

  private func lifeDecade(at i: Int) -> (value: Int, end: Int)? {
    let word = Int(senses(i).decade)
    if word > 0, word < 100 { return (word, i + 1) }
    guard let n = integer(i, 10...90), n % 10 == 0, isJoined(i + 1), isWord(i + 1, "s") else { return nil }
    return (n, i + 2)
  }
}
