/// Times of day in words: 'half past two', 'a quarter to six', 'ten past nine', 'five minutes to midnight'.
extension ValueScanner {
  func spokenTime(at i: Int) -> ClockTime? {
    guard let minutes = spokenMinutes(at: i), let hour = spokenHour(at: minutes.end) else { return nil }
    let total = (hour.value * 60 + minutes.value + 24 * 60) % (24 * 60)
    var time = ClockTime(hour: total / 60, minute: total % 60, end: hour.end)
    if let half = half(at: time.end, after: i) {
      if half.isLate, time.hour < 12 { time.hour += 12 }
      time.end = half.end
      time.hasHalf = true
    }
    return time
  }

  /// The minutes after ('half past', 'ten past') or before ('a quarter to') the hour, below zero.
  private func spokenMinutes(at i: Int) -> (value: Int, end: Int)? {
    if key(i) == .half, key(i + 1) == .past { return (30, i + 2) }
    let at = past(.a, i)
    if senses(at).period == .quarter, !atom(at).endsInS { return direction(15, at + 1, isSure: true) }
    guard let n = integer(i, 1...29) ?? senses(i).cardinal.map({ Int($0) }), (1...29).contains(n) else { return nil }
    let isNamed = senses(i + 1).period == .minute
    let isSure = isNamed || (!isNumber(i) && [.at, .by, .until].contains(key(i - 1)))
    return direction(n, isNamed ? i + 2 : i + 1, isSure: isSure)
  }

  /// 'past' or 'to'; 'ten to nine' is a time only where one is expected.
  private func direction(_ n: Int, _ i: Int, isSure: Bool) -> (value: Int, end: Int)? {
    if key(i) == .past { return (n, i + 1) }
    guard key(i) == .to, isSure, n % 5 == 0 else { return nil }
    return (-n, i + 1)
  }

  private func spokenHour(at i: Int) -> (value: Int, end: Int)? {
    if key(i) == .noon { return (12, i + 1) }
    if key(i) == .midnight { return (0, i + 1) }
    guard let n = integer(i, 1...12) ?? senses(i).cardinal.map({ Int($0) }), (1...12).contains(n) else { return nil }
    // 'a quarter to six percent', 'ten past nine goals' count.
    guard !isPlainPlural(i + 1), senses(i + 1).scale == 0, senses(i + 1).period == .none else { return nil }
    return (n, i + 1)
  }
}
