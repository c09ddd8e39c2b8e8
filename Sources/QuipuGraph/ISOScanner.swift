import QuipuCore

/// Reads ISO 8601 dates, times, offsets and durations off the front of a text. Every method returns nil where the text
/// is something else; the position is then of no meaning.
struct ISOScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Exactly `count` digits.
  private mutating func digits(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var number = 0
    for byte in bytes[position..<position + count] {
      guard byte >= 48, byte <= 57 else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    position += count
    return number
  }

  /// One digit or more within 64 bits.
  private mutating func number() -> Int64? {
    let start = position
    var number: Int64 = 0
    while let byte = next, byte >= 48, byte <= 57 {
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, tooMuch) = product.addingReportingOverflow(Int64(byte - 48))
      guard !overflow, !tooMuch else { return nil }
      number = sum
      position += 1
    }
    return position > start ? number : nil
  }

  /// One to nine digits after the decimal sign, as nanoseconds.
  private mutating func nanoseconds() -> Int? {
    let start = position
    guard let number = number(), position - start <= 9 else { return nil }
    return (position - start..<9).reduce(Int(number)) { value, _ in value * 10 }
  }

  /// `YYYY-MM-DD`, with a sign and four to nine digits where the year lies outside 0000 … 9999.
  mutating func date() -> CivilDate? {
    let isNegative = next == UInt8(ascii: "-")
    let isSigned = take("-") || take("+")
    let start = position
    guard let year = isSigned ? number() : digits(4).map(Int64.init), (4...9).contains(position - start),
      take("-"), let month = digits(2), take("-"), let day = digits(2)
    else { return nil }
    return CivilDate(year: isNegative ? -Int(year) : Int(year), month: month, day: day)
  }

  mutating func time() -> TimeOfDay? {
    guard let hour = digits(2) else { return nil }
    let isExtended = take(":")
    guard isExtended || next.map({ $0 >= 48 && $0 <= 57 }) == true else { return TimeOfDay(hour: hour, minute: 0) }
    guard let minute = digits(2) else { return nil }
    guard isExtended ? take(":") : next.map({ $0 >= 48 && $0 <= 57 }) == true else {
      return TimeOfDay(hour: hour, minute: minute)
    }
    guard let second = digits(2) else { return nil }
    guard take(".") || take(",") else { return TimeOfDay(hour: hour, minute: minute, second: second) }
    guard let nanosecond = nanoseconds() else { return nil }
    return TimeOfDay(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  mutating func localDateTime() -> LocalDateTime? {
    guard let date = date(), take("T"), let time = time() else { return nil }
    return LocalDateTime(date: date, time: time)
  }

  /// `Z`, `±hh`, `±hh:mm`, `±hhmm` or `±hh:mm:ss`.
  mutating func offset() -> UTCOffset? {
    if take("Z") { return .zero }
    let isNegative = next == UInt8(ascii: "-")
    guard take("-") || take("+"), let hours = digits(2) else { return nil }
    var seconds = hours * 3600
    if take(":") || next.map({ $0 >= 48 && $0 <= 57 }) == true {
      guard let minutes = digits(2), minutes < 60 else { return nil }
      seconds += minutes * 60
      if take(":") {
        guard let rest = digits(2), rest < 60 else { return nil }
        seconds += rest
      }
    }
    return UTCOffset(seconds: isNegative ? -seconds : seconds)
  }

  /// The text between brackets, not empty.
  mutating func bracketed() -> String? {
    guard next == UInt8(ascii: "["), let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")),
      end > position + 1
    else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[position + 1..<end], as: UTF8.self)
  }

  /// `PnYnMnWnDTnHnMnS`; the sign before `P`, which turns every part, included.
  mutating func duration() -> CalendarDuration? {
    let turn: Int64 = take("-") ? -1 : 1
    guard take("P"), !isAtEnd else { return nil }
    var sums = DurationSums()
    for unit in DurationSums.dateUnits where !durationPart(unit, turn, into: &sums) { return nil }
    if take("T") {
      guard !isAtEnd else { return nil }
      for unit in DurationSums.clockUnits where !durationPart(unit, turn, into: &sums) { return nil }
    }
    return CalendarDuration(
      months: sums.parts[0], days: sums.parts[1], seconds: sums.parts[2], nanoseconds: sums.nanoseconds)
  }

  /// A signed number with this unit's letter, when it stands here; false when the number goes beyond 64 bits.
  private mutating func durationPart(
    _ unit: DurationSums.Unit, _ turn: Int64, into sums: inout DurationSums
  ) -> Bool {
    let start = position
    let sign: Int64 = take("-") ? -turn : turn
    if sign == turn { _ = take("+") }
    var fraction = 0
    guard let value = number() else {
      position = start
      return true
    }
    if unit.letter == "S", take(".") || take(",") {
      guard let nanoseconds = nanoseconds() else { return false }
      fraction = nanoseconds
    }
    guard take(unit.letter) else {
      position = start
      return true
    }
    sums.nanoseconds = sign * Int64(fraction)
    return sums.add(sign * value, unit)
  }
}

/// The parts of a duration that convert into one another, summed: months, days, seconds.
private struct DurationSums {
  struct Unit {
    var letter: Unicode.Scalar
    var part: Int
    var factor: Int64
  }

  static let dateUnits = [
    Unit(letter: "Y", part: 0, factor: 12), Unit(letter: "M", part: 0, factor: 1),
    Unit(letter: "W", part: 1, factor: 7), Unit(letter: "D", part: 1, factor: 1),
  ]
  static let clockUnits = [
    Unit(letter: "H", part: 2, factor: 3600), Unit(letter: "M", part: 2, factor: 60),
    Unit(letter: "S", part: 2, factor: 1),
  ]

  var parts: [Int64] = [0, 0, 0]
  var nanoseconds: Int64 = 0

  /// False on overflow.
  mutating func add(_ value: Int64, _ unit: Unit) -> Bool {
    let (product, tooLarge) = value.multipliedReportingOverflow(by: unit.factor)
    let (sum, overflow) = parts[unit.part].addingReportingOverflow(product)
    parts[unit.part] = sum
    return !tooLarge && !overflow
  }
}
