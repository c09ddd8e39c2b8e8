/// Holidays with a fixed date: 'Christmas Day', "New Year's Eve", 'Boxing Day', 'Halloween', 'Christmas 2023'.
extension ValueScanner {
  func holiday(at i: Int) -> DateMatch? {
    guard senses(i).isHoliday, atom(i).isCapitalized, let day = holidayDay(at: i) else { return nil }
    var point = CalendarPoint(month: day.month, day: day.day)
    var end = day.end
    if let year = year(at: end, comma: true) ?? relativeYear(at: end) {
      point.year = year.value
      end = year.end
    }
    return DateMatch(form: .point(point), end: end)
  }

  private func holidayDay(at i: Int) -> (month: Int, day: Int, end: Int)? {
    let isEve = { (at: Int) in self.isWord(at, "eve") && self.atom(at).isCapitalized }
    let isDay = { (at: Int) in self.senses(at).period == .day && self.atom(at).isCapitalized }
    if isWord(i, "christmas") {
      if isEve(i + 1) { return (12, 24, i + 2) }
      let next = atom(i + 1)
      if next.kind == .word, next.isCapitalized, !isDay(i + 1), next.senses.month == 0 { return nil }
      return (12, 25, isDay(i + 1) ? i + 2 : i + 1)
    }
    if isWord(i, "halloween") { return (10, 31, i + 1) }
    if isWord(i, "boxing") { return isDay(i + 1) ? (12, 26, i + 2) : nil }
    if isWord(i, "new"), isWord(i + 1, "year") || isWord(i + 1, "year's") || isWord(i + 1, "year’s") {
      var at = i + 2
      if isMark(at, "'") || isWord(at, "’") { at += 1 }
      if isWord(at, "s") || isWord(at, "’s") { at += 1 }
      return isEve(at) ? (12, 31, at + 1) : isDay(at) ? (1, 1, at + 1) : nil
    }
    return nil
  }
}
