import QuipuCore

/// A date as read, before the missing year is found.
struct DateMatch {
  var form: CalendarForm
  var end: Int
}

/// Dates that name themselves: '23 July 2024', 'July 23', '2024-07-23', 'May 2024', '2024', 'the 1940s'.
extension ValueScanner {
  func absoluteDate(at i: Int) -> DateMatch? {
    if senses(i).weekday > 0 { return weekdayDate(at: i) }
    if senses(i).month > 0 { return monthDate(at: i) }
    if senses(i).isHoliday { return holiday(at: i) }
    if isNumber(i) { return digitDate(at: i) }
    if senses(i).season > 0 { return season(at: i) }
    if key(i) == .the { return theDate(at: i) }
    return century(at: i) ?? yearPart(at: i) ?? era(at: i) ?? spokenDecade(at: i)
  }

  /// 'Monday', 'Tuesday, July 23', 'Monday, 22 April 2024'.
  private func weekdayDate(at i: Int) -> DateMatch? {
    let next = isMark(i + 1, ",") ? i + 2 : key(i + 1) == .the ? i + 2 : i + 1
    if let date = senses(next).month > 0 ? monthDate(at: next) : digitDate(at: next), case .point(let p) = date.form,
      p.day != nil
    {
      return date
    }
    if isDayName(at: i) { return nil }
    // 'on a Monday' is any.
    if senses(i).isShortWeekday || key(i - 1) == .a || key(i - 1) == .every { return nil }
    return DateMatch(form: .weekday(Int(senses(i).weekday)), end: pastDayPart(i + 1))
  }

  /// 'Black Friday', 'Bloody Sunday', 'the Sunday Times'.
  private func isDayName(at i: Int) -> Bool {
    if senses(i - 1).isDayName, atom(i - 1).isCapitalized { return true }
    let next = atom(i + 1)
    return key(i - 1) == .the && next.kind == .word && next.isCapitalized && (!next.hasSenses || next.senses.isWeak)
  }

  /// After 'morning', 'afternoon', 'evening' or 'night'.
  func pastDayPart(_ i: Int) -> Int {
    let isPart = key(i) == .dayPart || (senses(i).period == .night && !atom(i).endsInS)
    return isPart && !atom(i).isCapitalized ? i + 1 : i
  }

  /// A day of the month: '23', '23rd', 'the 23rd', 'twenty-third'.
  private func day(at i: Int) -> (value: Int, end: Int)? {
    let at = past(.the, i)
    if let n = ordinalNumber(at: at), (1...31).contains(n.value) { return n }
    guard let n = integer(at, 1...31), !isMark(at + 1, ":"), atom(at).range.count <= 2 else { return nil }
    if isMark(at + 1, "%") || key(at + 1) == .percent { return nil }
    return (n, at + 1)
  }

  /// A year of four digits, after a comma too where `comma` says so.
  func year(at i: Int, comma: Bool = false) -> (value: Int, end: Int)? {
    let at = comma && isMark(i, ",") ? i + 1 : i
    guard let n = integer(at, 1000...2199), atom(at).range.count == 4 else { return nil }
    if isJoined(at + 1), atom(at + 1).kind == .word { return nil }
    return (n, at + 1)
  }

  /// 'July 23, 2024', 'July 5-7', 'July 2024', 'July of 2024', 'March the same year', 'July'.
  private func monthDate(at i: Int) -> DateMatch? {
    let month = Int(senses(i).month)
    if let day = day(at: i + 1), !isCount(at: i + 1, day.end, before: i) { return monthDay(month, day, at: i) }
    if let year = year(at: key(i + 1) == .of ? i + 2 : i + 1, comma: true) {
      return DateMatch(form: .point(CalendarPoint(year: year.value, month: month)), end: year.end)
    }
    if let year = relativeYear(at: past(.of, i + 1)) {
      return DateMatch(form: .point(CalendarPoint(year: year.value, month: month)), end: year.end)
    }
    guard !senses(i).isAmbiguousMonth || isMonthPlace(i) else { return nil }
    // A title: 'The Hunt for Red October'.
    if i > 1, atom(i - 1).kind == .word, atom(i - 1).isCapitalized, !atom(i - 1).hasSenses { return nil }
    return DateMatch(form: .point(CalendarPoint(month: month)), end: i + 1)
  }

  /// 'In May 14 people were hurt': the number counts what follows; 'on May 14 people' names the day.
  private func isCount(at i: Int, _ end: Int, before month: Int) -> Bool {
    key(month - 1) != .on && senses(end - 1).ordinal == 0 && !senses(end - 1).isOrdinalEnding
      && (isPlainPlural(end) || senses(end).isPlural || senses(end).scale > 0)
  }

  private func monthDay(_ month: Int, _ day: (value: Int, end: Int), at i: Int) -> DateMatch? {
    var start = CalendarPoint(month: month, day: day.value)
    var end: CalendarPoint?
    var at = day.end
    if isHyphen(at) || key(at) == .and || key(at) == .to, let second = self.day(at: at + 1), second.value > day.value,
      senses(second.end).month == 0, isHyphen(at) || isDayList(second, at: i)
    {
      end = CalendarPoint(month: month, day: second.value)
      at = second.end
    }
    if let year = year(at: at, comma: true) ?? relativeYear(at: isMark(at, ",") ? at + 1 : past(.of, at)) {
      start.year = year.value
      end?.year = year.value
      at = year.end
    }
    guard start.isValid, end?.isValid ?? true else { return nil }
    return DateMatch(form: end.map { .interval(start, $0) } ?? .point(start), end: at)
  }

  /// 'May 3 and 4': the second number is a day too, and counts nothing.
  private func isDayList(_ second: (value: Int, end: Int), at month: Int) -> Bool {
    let next = atom(second.end)
    if next.kind == .word, next.isCapitalized || !next.hasSenses { return false }
    return isNumber(second.end - 1) && !isPlainPlural(second.end) && !next.senses.isPlural && next.senses.scale == 0
      && next.senses.period == .none && key(second.end) != .percent
  }

  /// Where a bare 'May' or 'March' is the month: after a preposition or another word of dates.
  private func isMonthPlace(_ i: Int) -> Bool {
    let s = senses(i - 1)
    if s.month > 0 || s.isFuture && key(i - 1) == .start { return true }
    switch key(i - 1) {
    case .in, .since, .until, .by, .from, .between, .through, .before, .after, .last, .next, .this, .early, .mid, .late,
      .during, .of, .following, .previous:
      return true
    case .and, .to, .or: return senses(i - 2).month > 0 || isNumber(i - 2) || key(i + 1) == .in
    default: return isHyphen(i - 1) && (key(i - 2) == .mid || senses(i - 2).month > 0)
    }
  }

  /// '23 July 2024', '23rd of July', '5-7 May', '2024-07-23', '7/23/2024', '23.07.2024', '2024', '1980-88', '1990s'.
  private func digitDate(at i: Int) -> DateMatch? {
    if let date = numericDate(at: i) { return date }
    if let first = day(at: i) {
      var end = first.end
      var second: (value: Int, end: Int)?
      if isHyphen(end) || key(end) == .to || key(end) == .and, let other = day(at: end + 1), other.value > first.value {
        second = other
        end = other.end
      }
      end = past(.of, end)
      if second == nil, isHyphen(end), isJoined(end), isJoined(end + 1), senses(end + 1).month > 0 {
        if let date = dashedMonth(first.value, end + 1) { return date }
      }
      if senses(end).month > 0, let month = dayMonth(first.value, second?.value, end) { return month }
    }
    if let decade = decade(at: i) { return decade }
    return monthNumber(at: i) ?? labelledYear(at: i) ?? bareYear(at: i) ?? century(at: i) ?? era(at: i)
  }

  /// '2022 Q2', 'the 2025 fiscal year'.
  private func labelledYear(at i: Int) -> DateMatch? {
    guard let year = year(at: i) else { return nil }
    let at = isMark(year.end, ",") ? year.end + 1 : year.end
    if let label = quarterLabel(at: at),
      let form = CalendarForm.point(CalendarPoint(year: year.value)).months(label.first, label.last)
    {
      return DateMatch(form: form, end: label.end)
    }
    guard key(year.end) == .fiscal, senses(year.end + 1).period == .year else { return nil }
    return DateMatch(form: .point(CalendarPoint(year: year.value)), end: year.end + 2)
  }

  private func dayMonth(_ first: Int, _ second: Int?, _ i: Int) -> DateMatch? {
    let month = Int(senses(i).month)
    var year = self.year(at: i + 1, comma: true) ?? relativeYear(at: past(.of, i + 1))
    if year.map({ isMark(i + 1, ",") && isPlainPlural($0.end) }) ?? false { year = nil }
    let start = CalendarPoint(year: year?.value, month: month, day: first)
    let end = second.map { CalendarPoint(year: year?.value, month: month, day: $0) }
    guard start.isValid, end?.isValid ?? true else { return nil }
    return DateMatch(form: end.map { .interval(start, $0) } ?? .point(start), end: year?.end ?? i + 1)
  }

  /// '2024' where it is a year, '1980-88', '2023/24'.
  private func bareYear(at i: Int) -> DateMatch? {
    guard let first = year(at: i), !(isMark(i + 1, ":") && isJoined(i + 2) && isNumber(i + 2)) else { return nil }
    if isHyphen(i + 1) || isMark(i + 1, "/"), isJoined(i + 2) || key(i - 1) == .none,
      let second = secondYear(after: first.value, at: i + 2)
    {
      return years(first.value, second, i + 3)
    }
    guard isYear(i, first.value) else { return nil }
    if key(i + 1) == .bc { return DateMatch(form: .point(CalendarPoint(year: 1 - first.value)), end: i + 2) }
    return DateMatch(form: .point(CalendarPoint(year: first.value)), end: i + 1)
  }

  private func secondYear(after first: Int, at i: Int) -> Int? {
    guard let n = integer(i, 0...2199), !(isJoined(i + 1) && atom(i + 1).kind == .word) else { return nil }
    let year = atom(i).range.count == 2 ? first / 100 * 100 + n : atom(i).range.count == 4 ? n : 0
    return year > first ? year : nil
  }

  /// Whether four digits are a year: not after a name, a bound or a sign, and not counting a plural.
  private func isYear(_ i: Int, _ n: Int) -> Bool {
    let before = atom(i - 1)
    if isJoined(i), before.kind == .word || isMark(i - 1, "$") || isMark(i - 1, "#") || isMark(i - 1, ".") {
      return false
    }
    if senses(i - 1).currencySymbol > 0 || senses(i - 1).currencyCode > 0 || senses(i - 1).isLabel { return false }
    if isMark(i + 1, "+") || (before.isCapitalized && before.senses.isYearName) { return false }
    if key(i + 1) == .percent || key(pastHyphen(i + 1)) == .old || senses(i + 1).scale > 0 { return false }
    switch key(i - 1) {
    case .in: return true
    case .the: return (1500...2099).contains(n) && !(n % 100 == 0 && isCounted(afterYear: i))
    case .since, .until, .by, .from, .of, .during, .before, .after, .early, .late, .mid, .between, .through:
      return !isCounted(afterYear: i)
    case .over, .under, .than, .least, .most: return false
    case .about: return !isCounted(afterYear: i) && (1500...2099).contains(n)
    default: break
    }
    guard (1500...2099).contains(n), !isCounted(afterYear: i) else { return false }
    if before.kind == .word, before.isCapitalized, before.senses.keyword == .none, i > 1 { return isAfterDate(i) }
    return senses(i + 1).unit == 0
  }

  private func isAfterDate(_ i: Int) -> Bool { senses(i - 1).month > 0 || senses(i - 1).season > 0 }

  private func isCounted(afterYear i: Int) -> Bool {
    isPlainPlural(i + 1) || senses(i + 1).isPlural || currencyName(at: i + 1) != nil
  }

  /// 'spring 2022', 'the summer of 2023', 'winter 2021': three months of the northern meteorological season.
  private func season(at i: Int) -> DateMatch? {
    let first = Int(senses(i).season)
    guard first > 0 else { return nil }
    let at = past(.of, i + 1)
    guard let year = year(at: at) ?? relativeYear(at: at) else { return nil }
    // 'the winter of 1776-77' is one winter.
    let isSplit = first == 12 && isHyphen(year.end) && secondYear(after: year.value, at: year.end + 1) == year.value + 1
    return DateMatch(form: seasonForm(first, year.value), end: isSplit ? year.end + 2 : year.end)
  }

  func seasonForm(_ first: Int, _ year: Int) -> CalendarForm {
    let last = first == 12 ? CalendarPoint(year: year + 1, month: 2) : CalendarPoint(year: year, month: first + 2)
    return .interval(CalendarPoint(year: year, month: first), last)
  }

  /// 'the 1990s', 'the 19th century', 'the 5th of May', 'the year 2000'.
  private func theDate(at i: Int) -> DateMatch? {
    if let day = day(at: i), key(day.end) == .of, senses(day.end + 1).month > 0 {
      return dayMonth(day.value, nil, day.end + 1)
    }
    if senses(i + 1).period == .year, !atom(i + 1).endsInS, let year = year(at: i + 2) {
      return DateMatch(form: .point(CalendarPoint(year: year.value)), end: year.end)
    }
    if isNumber(i + 1) || senses(i + 1).decade > 0, let decade = decade(at: i + 1) { return decade }
    if isNumber(i + 1), let year = labelledYear(at: i + 1), case .point = year.form { return year }
    if key(i + 1) == .fiscal, let year = yearPart(at: i + 1) { return year }
    let at = isMark(i + 1, "'") || isCurled(i + 1) ? i + 2 : i + 1
    if isNumber(at), let decade = decade(at: at) { return decade }
    return century(at: i + 1) ?? season(at: i + 1)
  }

  /// 'Q3 2023', 'H1 2024', 'Q3 of last year', 'fiscal 2024'.
  private func yearPart(at i: Int) -> DateMatch? {
    if key(i) == .fiscal {
      let at = senses(i + 1).period == .year ? i + 2 : i + 1
      if isJoined(at), let n = integer(at, 0...99), atom(at).range.count == 2 { return point(2000 + n, at + 1) }
      guard let first = year(at: at) else { return nil }
      if isHyphen(first.end) || isMark(first.end, "/"), let second = secondYear(after: first.value, at: first.end + 1) {
        return years(first.value, second, first.end + 2)
      }
      return point(first.value, first.end)
    }
    return nil
  }

  private func point(_ year: Int, _ end: Int) -> DateMatch {
    DateMatch(form: .point(CalendarPoint(year: year)), end: end)
  }

  /// 'Q3', 'H1', '3Q', '1H' and the place after them.
  func quarterLabel(at i: Int) -> (first: Int, last: Int, end: Int)? {
    if let n = integer(i, 1...4), isJoined(i + 1), atom(i + 1).isAllCapitals, !isJoined(i + 2) {
      if isWord(i + 1, "q") { return (n * 3 - 2, n * 3, i + 2) }
      if isWord(i + 1, "h"), n <= 2 { return (n * 6 - 5, n * 6, i + 2) }
    }
    guard isJoined(i + 1), atom(i).isAllCapitals else { return nil }
    if isWord(i, "q"), let n = integer(i + 1, 1...4) { return (n * 3 - 2, n * 3, i + 2) }
    if isWord(i, "h"), let n = integer(i + 1, 1...2) { return (n * 6 - 5, n * 6, i + 2) }
    return nil
  }
}
