import QuipuCore
import QuipuGraph

/// ISO 8601 text of the date and time kinds, and back.
enum PropertyText {
  /// Nil for the other kinds.
  static func temporal(_ value: PropertyValue) -> String? {
    switch value {
    case .date(let date): date.description
    case .localTime(let time): time.description
    case .time(let time): time.description
    case .localDateTime(let moment): moment.description
    case .dateTime(let moment): moment.description
    case .duration(let duration): duration.description
    default: nil
    }
  }

  /// Nil when the text is no value of this kind.
  static func temporal(_ text: String, _ kind: PropertyValue.Kind) -> PropertyValue? {
    switch kind {
    // The scanner of moments also knows signed years.
    case .date: LocalDateTime(iso: text + "T00:00").map { .date($0.date) }
    case .localTime: TimeOfDay(iso: text).map { .localTime($0) }
    case .time: OffsetTime(iso: text).map { .time($0) }
    case .localDateTime: LocalDateTime(iso: text).map { .localDateTime($0) }
    case .dateTime: ZonedDateTime(iso: text).map { .dateTime($0) }
    case .duration: CalendarDuration(iso: text).map { .duration($0) }
    default: nil
    }
  }

  /// The name of a date or time kind in key ids and JSON tags; nil for the others.
  static func name(_ kind: PropertyValue.Kind) -> String? {
    switch kind {
    case .date: "date"
    case .localTime: "localtime"
    case .time: "time"
    case .localDateTime: "localdatetime"
    case .dateTime: "datetime"
    case .duration: "duration"
    default: nil
    }
  }

  static let temporalKinds: [PropertyValue.Kind] = [.date, .localTime, .time, .localDateTime, .dateTime, .duration]

  static func kind(named name: String) -> PropertyValue.Kind? { temporalKinds.first { self.name($0) == name } }

  /// The shortest decimal that reads back as the same number, in XML Schema's spelling.
  static func double(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-INF" : "INF" }
    return number.description
  }
}
