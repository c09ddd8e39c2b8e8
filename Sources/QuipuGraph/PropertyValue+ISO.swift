import QuipuCore

extension PropertyValue {
  /// The ISO 8601 text of a date, time or duration; nil for a value of another type.
  public var isoText: String? {
    switch self {
    case .date(let x): x.description
    case .localTime(let x): x.description
    case .time(let x): x.description
    case .localDateTime(let x): x.description
    case .dateTime(let x): x.description
    case .duration(let x): x.description
    case .null, .bool, .int, .double, .string, .list, .map: nil
    }
  }

  /// From ISO 8601 text, the whole of it; nil when it is no such text, or the kind is not one of dates and times.
  public init?(iso text: some StringProtocol, kind: Kind) {
    let value: PropertyValue? =
      switch kind {
      case .date: PropertyValue.date(iso: text)
      case .localTime: TimeOfDay(iso: text).map { .localTime($0) }
      case .time: OffsetTime(iso: text).map { .time($0) }
      case .localDateTime: LocalDateTime(iso: text).map { .localDateTime($0) }
      case .dateTime: ZonedDateTime(iso: text).map { .dateTime($0) }
      case .duration: CalendarDuration(iso: text).map { .duration($0) }
      case .null, .bool, .int, .double, .string, .list, .map: nil
      }
    guard let value else { return nil }
    self = value
  }

  private static func date(iso text: some StringProtocol) -> PropertyValue? {
    var scanner = ISOScanner(text)
    guard let date = scanner.date(), scanner.isAtEnd else { return nil }
    return .date(date)
  }
}
