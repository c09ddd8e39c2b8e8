import QuipuCore

/// A day and a time on the clock, without a time zone.
public struct LocalDateTime: Hashable, Comparable, Sendable {
  public var date: CivilDate
  public var time: TimeOfDay

  public init(date: CivilDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool {
    a.date != b.date ? a.date < b.date : a.time < b.time
  }
}

extension LocalDateTime: CustomStringConvertible {
  /// ISO 8601, `YYYY-MM-DDThh:mm` with seconds and decimals where they are not zero.
  public var description: String { "\(date)T\(time)" }

  public init?(iso text: some StringProtocol) {
    var scanner = ISOScanner(text)
    guard let value = scanner.localDateTime(), scanner.isAtEnd else { return nil }
    self = value
  }
}

/// A day and a time on the clock with the offset from UTC, and the time zone's name where one was given.
public struct ZonedDateTime: Hashable, Sendable {
  public var local: LocalDateTime
  public var offset: UTCOffset
  /// A name of the IANA time zone database, such as `Europe/London`; not checked against it.
  public var zone: String?

  public init(local: LocalDateTime, offset: UTCOffset, zone: String? = nil) {
    self.local = local
    self.offset = offset
    self.zone = zone
  }
}

extension ZonedDateTime: CustomStringConvertible {
  /// ISO 8601 with the zone's name after it in brackets (RFC 9557): `2015-06-24T12:50:35+01:00[Europe/London]`.
  public var description: String {
    "\(local)\(offset)" + (zone.map { "[\($0)]" } ?? "")
  }

  public init?(iso text: some StringProtocol) {
    var scanner = ISOScanner(text)
    guard let local = scanner.localDateTime(), let offset = scanner.offset() else { return nil }
    let zone = scanner.bracketed()
    guard scanner.isAtEnd else { return nil }
    self.init(local: local, offset: offset, zone: zone)
  }
}
