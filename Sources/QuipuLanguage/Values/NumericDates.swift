/// Dates in digits and marks: '2024-07-23', '7/23/2024', '23.07.2024', '14-Nov-2019', '06/2021', '2024-07-23T15:11Z'.
extension ValueScanner {
  /// Three numbers with one separator: year first (`-`, `/`, `.`), day first (`.`, or where the month comes too high),
  /// else month first as in American text.
  func numericDate(at i: Int) -> DateMatch? {
    let separator = mark(i + 1)
    guard separator == 45 || separator == 47 || separator == 46, isJoined(i + 1), mark(i + 3) == separator,
      isJoined(i + 3), isJoined(i + 2), isJoined(i + 4), let a = integer(i, 1...2199), let b = integer(i + 2, 1...31),
      let c = integer(i + 4, 1...2199)
    else { return nil }
    var point: CalendarPoint
    if atom(i).range.count == 4 {
      point = CalendarPoint(year: a, month: b, day: c)
      if separator == 45, point.isValid, let time = timeOfDay(at: i + 5) {
        return DateMatch(form: .moment(point, time), end: time.end)
      }
    } else if atom(i + 4).range.count == 2, separator == 47 {
      let year = c < 50 ? 2000 + c : 1900 + c
      point = CalendarPoint(year: year, month: a <= 12 ? a : b, day: a <= 12 ? b : a)
    } else if atom(i + 4).range.count == 4, separator != 46, a <= 12 {
      point = CalendarPoint(year: c, month: a, day: b)
    } else if atom(i + 4).range.count == 4 {
      point = CalendarPoint(year: c, month: b, day: a)
    } else {
      return nil
    }
    guard let year = point.year, year >= 1000, point.isValid else { return nil }
    return DateMatch(form: .point(point), end: i + 5)
  }

  /// 'T08:30:00Z' after a date.
  private func timeOfDay(at i: Int) -> ClockTime? {
    guard isJoined(i), isWord(i, "t"), isJoined(i + 1) else { return nil }
    return clockTime(at: i + 1)
  }

  /// '14-Nov-2019'.
  func dashedMonth(_ day: Int, _ i: Int) -> DateMatch? {
    guard isHyphen(i + 1), isJoined(i + 2), let year = year(at: i + 2) else { return nil }
    let point = CalendarPoint(year: year.value, month: Int(senses(i).month), day: day)
    return point.isValid ? DateMatch(form: .point(point), end: year.end) : nil
  }

  /// '06/2021', '2021-06'; '1990-91' are two years.
  func monthNumber(at i: Int) -> DateMatch? {
    guard isJoined(i + 1), isJoined(i + 2), atom(i + 3).mark != mark(i + 1) || !isJoined(i + 3) else { return nil }
    if isMark(i + 1, "/"), let month = integer(i, 1...12), atom(i).range.count == 2, let year = year(at: i + 2) {
      return DateMatch(form: .point(CalendarPoint(year: year.value, month: month)), end: year.end)
    }
    guard isHyphen(i + 1), let year = integer(i, 1500...2099), let month = integer(i + 2, 1...12),
      atom(i + 2).range.count == 2, month <= year % 100, !(isJoined(i + 3) && atom(i + 3).kind != .mark)
    else { return nil }
    return DateMatch(form: .point(CalendarPoint(year: year, month: month)), end: i + 3)
  }
}
