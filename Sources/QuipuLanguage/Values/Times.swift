/// A time of day as read.
struct ClockTime: Sendable, Equatable {
  var hour: Int
  var minute = 0
  var second: Int?
  var end: Int
  /// 'a.m.', 'p.m.', 'in the evening' was said.
  var hasHalf = false
  /// Minutes from UTC.
  var zone: Int?

  var iso: String {
    var text = two(hour) + ":" + two(minute)
    if let second { text += ":" + two(second) }
    guard let zone else { return text }
    return zone == 0 ? text + "Z" : text + (zone < 0 ? "-" : "+") + two(abs(zone) / 60) + ":" + two(abs(zone) % 60)
  }

  private func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
}

/// Times of day: '15:11 GMT', '3 p.m.', '3:30 pm', 'noon', "ten o'clock", '0600 hours'; ranges of them.
/// What is told in words alone is in SpokenTimes.swift.
extension ValueScanner {
  func time(at i: Int) -> ValueMatch? {
    let isFramed = key(i) == .from || key(i) == .between
    let at = isFramed ? i + 1 : i
    if let first = clockTime(at: at) ?? bareHour(at: at), let range = timeRange(first, at: at, isFramed ? i : nil) {
      return range
    }
    guard !isFramed, let time = clockTime(at: i) else { return nil }
    // 'John 3:16' is a verse.
    if isNumber(i), !time.hasHalf, time.zone == nil, i > 1, atom(i - 1).isCapitalized, isUnknownWord(i - 1) {
      return nil
    }
    return ValueMatch(
      kind: .time, start: i, end: time.end, normalized: time.iso, comparator: key(i - 1) == .about ? .about : .exact)
  }

  /// 'from 9 a.m. to 5 p.m.', 'between 9 and 11 a.m.', '9:00-17:00': an interval, both ends in it.
  private func timeRange(_ first: ClockTime, at i: Int, _ frame: Int?) -> ValueMatch? {
    let isLink =
      switch key(first.end) {
      case .to, .until, .through: true
      case .and: frame.map { key($0) == .between } ?? false
      default: isHyphen(first.end)
      }
    guard isLink, var second = clockTime(at: first.end + 1) else { return nil }
    var first = first
    if isBareHour(first, at: i), !second.hasHalf { return nil }
    if !first.hasHalf, second.hasHalf, (1...12).contains(first.hour) {
      let later = first.hour % 12 + 12
      first.hour = second.hour >= 12 && later < second.hour || second.hour == 12 ? later % 24 : first.hour % 12
      if second.hour == 12 { first.hour = first.hour % 12 }
    }
    if first.zone == nil { first.zone = second.zone }
    if second.zone == nil { second.zone = first.zone }
    return ValueMatch(kind: .time, start: frame ?? i, end: second.end, normalized: first.iso + "/" + second.iso)
  }

  /// The '9' of '9 to 11 a.m.'.
  private func bareHour(at i: Int) -> ClockTime? {
    (integer(i, 1...12) ?? senses(i).cardinal.map { Int($0) }).flatMap {
      (1...12).contains($0) ? ClockTime(hour: $0, end: i + 1) : nil
    }
  }

  private func isBareHour(_ time: ClockTime, at i: Int) -> Bool { time.end == i + 1 && !time.hasHalf }

  func clockTime(at i: Int) -> ClockTime? {
    guard var time = wordedTime(at: i) ?? spokenTime(at: i) ?? militaryTime(at: i) ?? digitTime(at: i) else {
      return nil
    }
    if senses(time.end).zone != nil, atom(time.end).isAllCapitals {
      time.zone = senses(time.end).zone.map { Int($0) }
      time.end += 1
      if time.zone == 0, isJoined(time.end), isMark(time.end, "+") || isHyphen(time.end), isJoined(time.end + 1),
        let hours = integer(time.end + 1, 0...14), !isJoined(time.end + 2)
      {
        time.zone = (isHyphen(time.end) ? -60 : 60) * hours
        time.end += 2
      }
    } else if key(time.end) == .local, key(time.end + 1) == .time {
      time.end += 2
    } else if let offset = offset(at: time.end) {
      time.zone = offset.minutes
      time.end = offset.end
    }
    return time
  }

  /// '+02:00' joined to a clock.
  private func offset(at i: Int) -> (minutes: Int, end: Int)? {
    guard isJoined(i), isMark(i, "+") || isHyphen(i), isJoined(i + 1), let hours = integer(i + 1, 0...14),
      atom(i + 1).range.count == 2, isMark(i + 2, ":"), let minutes = integer(i + 3, 0...59), isJoined(i + 3),
      atom(i + 3).range.count == 2, !isJoined(i + 4)
    else { return nil }
    return ((isMark(i, "+") ? 1 : -1) * (hours * 60 + minutes), i + 4)
  }

  private func wordedTime(at i: Int) -> ClockTime? {
    if integer(i, 12...12) != nil, key(i + 1) == .noon || key(i + 1) == .midnight { return wordedTime(at: i + 1) }
    guard key(i) == .noon || key(i) == .midnight else { return nil }
    return ClockTime(hour: key(i) == .noon ? 12 : 0, end: i + 1, hasHalf: true)
  }

  /// '0600 hours', '1530 GMT', '15.30 GMT', '15h30'.
  private func militaryTime(at i: Int) -> ClockTime? {
    guard isNumber(i) else { return nil }
    let isZoned = senses(i + 1).zone != nil && atom(i + 1).isAllCapitals && !isJoined(i + 1)
    if let n = integer(i, 0...2400), atom(i).range.count == 4, n % 100 < 60, isZoned || isHours(i, n) {
      return ClockTime(hour: n / 100, minute: n % 100, end: isZoned ? i + 1 : i + 2)
    }
    guard isZoned, !atoms[i].isPlain, !atoms[i].isContinental, atom(i).range.count >= 4,
      let whole = atoms[i].number.scaled(by: 2).integer, whole < 2400, whole % 100 < 60
    else { return nil }
    return ClockTime(hour: whole / 100, minute: whole % 100, end: i + 1)
  }

  /// '0600 hours', and 'at 1800 hours', but not 'for 1200 hours'.
  private func isHours(_ i: Int, _ n: Int) -> Bool {
    guard senses(i + 1).period == .hour, atom(i + 1).endsInS else { return false }
    return n < 1000 || [.at, .by, .from, .until, .since].contains(key(i - 1))
  }

  /// '15:11', '3 p.m.', '3:30 in the afternoon', "ten o'clock".
  private func digitTime(at i: Int) -> ClockTime? {
    if let clock = clock(at: i) {
      guard let half = half(at: clock.end, after: i) else {
        return ClockTime(hour: clock.hour, minute: clock.minute, second: clock.second, end: clock.end)
      }
      return hour(clock.hour, half.isLate).map {
        ClockTime(hour: $0, minute: clock.minute, second: clock.second, end: half.end, hasHalf: true)
      }
    }
    let hour = integer(i, 1...12) ?? senses(i).cardinal.map { Int($0) }
    guard let hour, (1...12).contains(hour) else { return nil }
    let isOclock = key(i + 1) == .oclock
    let end = isOclock ? i + 2 : i + 1
    guard let half = half(at: end, after: i) else { return isOclock ? ClockTime(hour: hour, end: end) : nil }
    return self.hour(hour, half.isLate).map { ClockTime(hour: $0, end: half.end, hasHalf: true) }
  }

  /// 'a.m.', 'p.m.', 'in the morning', 'in the evening', 'at night'.
  func half(at i: Int, after start: Int) -> (isLate: Bool, end: Int)? {
    if key(i) == .am || key(i) == .pm { return (key(i) == .pm, i + 1) }
    let isTimed = isTimePlace(start) || i > start + 1
    if key(i) == .in, key(i + 1) == .the, key(i + 2) == .dayPart, isTimed { return (!isWord(i + 2, "morning"), i + 3) }
    return key(i) == .at && senses(i + 1).period == .night && isTimed ? (true, i + 2) : nil
  }

  /// After 'at', 'by', 'until', 'around': where a time stands.
  func isTimePlace(_ i: Int) -> Bool {
    [.at, .by, .from, .until, .since, .before, .after, .about, .between].contains(key(i - 1))
  }

  /// '15:11', '15:11:30', '3.30' before p.m.
  private func clock(at i: Int) -> (hour: Int, minute: Int, second: Int?, end: Int)? {
    if let hour = integer(i, 0...24), isMark(i + 1, ":"), isJoined(i + 1), isJoined(i + 2),
      let minute = integer(i + 2, 0...59), atom(i + 2).range.count == 2, atom(i).range.count <= 2
    {
      if isMark(i + 3, ":"), isJoined(i + 3), let second = integer(i + 4, 0...59) {
        return (hour, minute, second, i + 5)
      }
      return (hour, minute, nil, i + 3)
    }
    guard isNumber(i), !atoms[i].isPlain, key(i + 1) == .am || key(i + 1) == .pm, atom(i).range.count <= 5,
      let whole = atoms[i].number.scaled(by: 2).integer, whole % 100 < 60, whole < 1300, whole >= 100
    else { return nil }
    return (whole / 100, whole % 100, nil, i + 1)
  }

  private func hour(_ hour: Int, _ isLate: Bool) -> Int? {
    guard hour <= 12 else { return nil }
    return hour % 12 + (isLate ? 12 : 0)
  }
}
