import QuipuCore

/// The rule by which a zone's offset changes year by year, as POSIX's TZ variable states it (IEEE Std 1003.1, 8.3, with
/// the extension of RFC 9636, 3.3.1: hours from -167 to 167).
struct POSIXTimeZone: Hashable, Sendable {
  /// A day of the year and the time on it.
  struct Change: Hashable, Sendable {
    enum Day: Hashable, Sendable {
      /// 1 ... 365; 29 February is never counted.
      case julian(Int)
      /// 0 ... 365.
      case zeroBased(Int)
      /// `weekday` is 0 (Sunday) ... 6; `week` 5 is the last of the month.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    var day: Day
    /// Seconds after midnight, which may lie on other days.
    var time: Int
  }

  /// Seconds east of UTC.
  var standard: Int
  var daylight: (offset: Int, start: Change, end: Change)?

  static func == (a: POSIXTimeZone, b: POSIXTimeZone) -> Bool {
    a.standard == b.standard && a.daylight?.offset == b.daylight?.offset && a.daylight?.start == b.daylight?.start
      && a.daylight?.end == b.daylight?.end
  }

  func hash(into hasher: inout Hasher) { hasher.combine(standard) }

  /// Seconds east of UTC at an instant.
  func offset(at instant: Int) -> Int {
    // Every year has both changes, and no change lies further than a week outside its year.
    changes(from: instant - 400 * 86_400, through: instant).last?.after ?? (daylight == nil ? standard : allYearOffset)
  }

  /// Where daylight time ends as the next begins, there is no other offset.
  private var allYearOffset: Int { daylight?.offset ?? standard }

  /// The transitions within these instants, ends included, ascending.
  func changes(from start: Int, through end: Int) -> [TimeZoneRules.Transition] {
    guard let daylight, start <= end else { return [] }
    let margin = 9 * 86_400
    let years = year(of: start - margin)...year(of: end + margin)
    var found: [TimeZoneRules.Transition] = []
    for year in years {
      let on = TimeZoneRules.Transition(
        instant: daylight.start.clock(in: year) - standard, before: standard, after: daylight.offset)
      let off = TimeZoneRules.Transition(
        instant: daylight.end.clock(in: year) - daylight.offset, before: daylight.offset, after: standard)
      for change in on.instant <= off.instant ? [on, off] : [off, on] { POSIXTimeZone.append(change, to: &found) }
    }
    return found.filter { $0.before != $0.after && $0.instant >= start && $0.instant <= end }
  }

  /// Two changes at one instant are one.
  private static func append(_ change: TimeZoneRules.Transition, to found: inout [TimeZoneRules.Transition]) {
    guard let last = found.last, last.instant >= change.instant else { return found.append(change) }
    found[found.count - 1].after = change.after
  }

  private func year(of instant: Int) -> Int { CivilDate(daysSinceEpoch: floorDivide(instant, 86_400)).year }
}

extension POSIXTimeZone.Change {
  /// The clock's reading at the change, in seconds since 1970-01-01T00:00 of that clock.
  func clock(in year: Int) -> Int { firstDay(year) * 86_400 + time }

  private func firstDay(_ year: Int) -> Int {
    let newYear = daysSinceEpoch(year: year, month: 1)
    switch day {
    case .julian(let number): return newYear + number - 1 + (CivilDate.isLeap(year) && number >= 60 ? 1 : 0)
    case .zeroBased(let number): return newYear + number
    case .weekday(let month, let week, let weekday):
      let first = daysSinceEpoch(year: year, month: month)
      // 1970-01-01 was a Thursday.
      let firstWeekday = floorModulo(first + 4, 7)
      var day = floorModulo(weekday - firstWeekday, 7) + (week - 1) * 7
      if day >= CivilDate.daysInMonth(month, of: year) { day -= 7 }
      return first + day
    }
  }

  private func daysSinceEpoch(year: Int, month: Int) -> Int {
    CivilDate(year: year, month: month, day: 1)?.daysSinceEpoch ?? 0
  }
}

extension POSIXTimeZone {
  /// From text such as `CET-1CEST,M3.5.0,M10.5.0/3`; nil when it is none, or names daylight time without its rules.
  init?(_ text: ArraySlice<UInt8>) {
    var reader = Reader(bytes: text)
    guard reader.name(), let west = reader.time() else { return nil }
    standard = -west
    daylight = nil
    guard !reader.bytes.isEmpty else { return }
    guard reader.name() else { return nil }
    var offset = standard + 3600
    if reader.bytes.first != UInt8(ascii: ",") {
      guard let west = reader.time() else { return nil }
      offset = -west
    }
    guard reader.take(","), let start = reader.change(), reader.take(","), let end = reader.change(),
      reader.bytes.isEmpty, abs(standard) <= 64_800, abs(offset) <= 64_800
    else { return nil }
    daylight = (offset, start, end)
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard bytes.first == UInt8(ascii: character) else { return false }
      bytes.removeFirst()
      return true
    }

    /// Three letters or more, or anything between `<` and `>`.
    mutating func name() -> Bool {
      if take("<") {
        guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return false }
        bytes = bytes[(end + 1)...]
        return true
      }
      let letters = bytes.prefix { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
      bytes = bytes[letters.endIndex...]
      return letters.count >= 3
    }

    /// Up to three digits.
    mutating func number() -> Int? {
      let digits = bytes.prefix { $0 >= 48 && $0 <= 57 }
      guard !digits.isEmpty, digits.count <= 3 else { return nil }
      bytes = bytes[digits.endIndex...]
      return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time() -> Int? {
      let sign = take("-") ? -1 : 1
      if sign == 1 { _ = take("+") }
      guard let hours = number(), hours <= 167 else { return nil }
      var seconds = hours * 3600
      for unit in [60, 1] where take(":") {
        guard let part = number(), part < 60 else { return nil }
        seconds += part * unit
      }
      return sign * seconds
    }

    mutating func change() -> Change? {
      guard let day = day() else { return nil }
      guard take("/") else { return Change(day: day, time: 7200) }
      return time().map { Change(day: day, time: $0) }
    }

    private mutating func day() -> Change.Day? {
      if take("J") { return number().flatMap { (1...365).contains($0) ? .julian($0) : nil } }
      guard take("M") else { return number().flatMap { $0 <= 365 ? .zeroBased($0) : nil } }
      guard let month = number(), (1...12).contains(month), take("."), let week = number(), (1...5).contains(week),
        take("."), let weekday = number(), weekday <= 6
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
  }
}

/// The quotient rounded down; `divisor` is positive.
func floorDivide(_ value: Int, _ divisor: Int) -> Int {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}

/// 0 ..< divisor, which is positive.
func floorModulo(_ value: Int, _ divisor: Int) -> Int {
  let remainder = value % divisor
  return remainder < 0 ? remainder + divisor : remainder
}
