/// Times of day: '15:11 GMT', '3 p.m.', '3:30 pm', 'noon', "ten o'clock".
extension ValueScanner {
  func time(at i: Int) -> ValueMatch? {
    if key(i) == .noon { return zoned(i, i + 1, 12, 0) }
    if key(i) == .midnight { return zoned(i, i + 1, 0, 0) }
    if let clock = clock(at: i) {
      guard let hour = hour(clock.hour, halfDay(clock.end)) else { return nil }
      return zoned(i, isHalfDay(clock.end) ? clock.end + 1 : clock.end, hour, clock.minute, clock.second)
    }
    let hour = integer(i, 1...12) ?? senses(i).cardinal.map { Int($0) }
    guard let hour, (1...12).contains(hour) else { return nil }
    if key(i + 1) == .oclock {
      let half = isHalfDay(i + 2)
      return self.hour(hour, halfDay(i + 2)).flatMap { zoned(i, half ? i + 3 : i + 2, $0, 0) }
    }
    guard isHalfDay(i + 1) else { return nil }
    return self.hour(hour, halfDay(i + 1)).flatMap { zoned(i, i + 2, $0, 0) }
  }

  private func isHalfDay(_ i: Int) -> Bool { key(i) == .am || key(i) == .pm }
  private func halfDay(_ i: Int) -> ValueKeyword { isHalfDay(i) ? key(i) : .none }

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
    guard isNumber(i), !atoms[i].isPlain, isHalfDay(i + 1), atom(i).range.count <= 5,
      let whole = atoms[i].number.scaled(by: 2).integer, whole % 100 < 60, whole < 1300, whole >= 100
    else { return nil }
    return (whole / 100, whole % 100, nil, i + 1)
  }

  private func hour(_ hour: Int, _ half: ValueKeyword) -> Int? {
    switch half {
    case .am: hour <= 12 ? hour % 12 : nil
    case .pm: hour <= 12 ? hour % 12 + 12 : nil
    default: hour
    }
  }

  private func zoned(_ i: Int, _ end: Int, _ hour: Int, _ minute: Int, _ second: Int? = nil) -> ValueMatch? {
    var text = "\(two(hour)):\(two(minute))" + (second.map { ":" + two($0) } ?? "")
    var end = end
    if let zone = senses(end).zone, atom(end).isAllCapitals {
      text += zone == 0 ? "Z" : offset(Int(zone))
      end += 1
    }
    return ValueMatch(
      kind: .time, start: i, end: end, normalized: text, comparator: key(i - 1) == .about ? .about : .exact)
  }

  private func offset(_ minutes: Int) -> String {
    (minutes < 0 ? "-" : "+") + two(abs(minutes) / 60) + ":" + two(abs(minutes) % 60)
  }

  private func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
}
