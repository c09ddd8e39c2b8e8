/// A time on the clock without a time zone, to the nanosecond.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// 0 ..< 86,400,000,000,000.
  public let nanosecondOfDay: Int64

  static let nanosecondsPerDay: Int64 = 86_400_000_000_000

  /// Nil when a part is out of range; a leap second (60) has no place.
  public init?(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<1_000_000_000).contains(nanosecond)
    else { return nil }
    nanosecondOfDay = Int64((hour * 60 + minute) * 60 + second) * 1_000_000_000 + Int64(nanosecond)
  }

  /// Nil when outside the day.
  public init?(nanosecondOfDay: Int64) {
    guard (0..<TimeOfDay.nanosecondsPerDay).contains(nanosecondOfDay) else { return nil }
    self.nanosecondOfDay = nanosecondOfDay
  }

  public var hour: Int { Int(nanosecondOfDay / 3_600_000_000_000) }
  public var minute: Int { Int(nanosecondOfDay / 60_000_000_000 % 60) }
  public var second: Int { Int(nanosecondOfDay / 1_000_000_000 % 60) }
  public var nanosecond: Int { Int(nanosecondOfDay % 1_000_000_000) }

  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.nanosecondOfDay < b.nanosecondOfDay }
}

extension TimeOfDay: CustomStringConvertible {
  /// ISO 8601 as openCypher shows it: `hh:mm`, then the seconds with as many decimals as needed unless all are zero.
  public var description: String {
    let head = "\(twoDigits(hour)):\(twoDigits(minute))"
    return second == 0 && nanosecond == 0 ? head : "\(head):\(twoDigits(second))\(decimals(nanosecond))"
  }

  /// From `hh`, `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fffffffff` (the colons may be absent throughout); nil for else.
  public init?(iso text: some StringProtocol) {
    var scanner = ISOScanner(text)
    guard let time = scanner.time(), scanner.isAtEnd else { return nil }
    self = time
  }
}

/// A time on the clock with its offset from UTC.
public struct OffsetTime: Hashable, Sendable {
  public var time: TimeOfDay
  public var offset: UTCOffset

  public init(time: TimeOfDay, offset: UTCOffset) {
    self.time = time
    self.offset = offset
  }
}

extension OffsetTime: CustomStringConvertible {
  /// ISO 8601, for example `10:15+01:00`.
  public var description: String { "\(time)\(offset)" }

  public init?(iso text: some StringProtocol) {
    var scanner = ISOScanner(text)
    guard let time = scanner.time(), let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    self.init(time: time, offset: offset)
  }
}

/// How far local time is ahead of UTC.
public struct UTCOffset: Hashable, Sendable {
  /// Within 18 hours of zero, either way.
  public let seconds: Int32

  public static let zero = UTCOffset(unchecked: 0)

  /// Nil when more than 18 hours.
  public init?(seconds: Int) {
    guard (-64_800...64_800).contains(seconds) else { return nil }
    self.seconds = Int32(seconds)
  }

  private init(unchecked seconds: Int32) { self.seconds = seconds }
}

extension UTCOffset: CustomStringConvertible {
  /// `Z`, `+hh:mm` or `-hh:mm`, with seconds where they are not zero.
  public var description: String {
    guard seconds != 0 else { return "Z" }
    let size = Int(seconds.magnitude)
    let rest = size % 60 == 0 ? "" : ":" + twoDigits(size % 60)
    return "\(seconds < 0 ? "-" : "+")\(twoDigits(size / 3600)):\(twoDigits(size / 60 % 60))\(rest)"
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// A fraction of a second as a decimal point and its digits without closing zeros; nothing for zero.
func decimals(_ nanoseconds: Int) -> String {
  guard nanoseconds != 0 else { return "" }
  let digits = String(nanoseconds)
  var text = "." + String(repeating: "0", count: 9 - digits.count) + digits
  while text.hasSuffix("0") { text.removeLast() }
  return text
}
