import QuipuCore
import QuipuGraph

/// Text to dates and times, the whole of it.
enum TemporalText {
  static func date(_ text: String) throws(QueryError) -> CivilDate {
    var scanner = TemporalScanner(text)
    guard let date = try scanner.date(), scanner.isAtEnd else {
      throw refusal(text, "a date", "'2015-07-21', '2015-W30-2', '2015-Q3-21' or '2015-202'")
    }
    return date
  }

  static func localTime(_ text: String) throws(QueryError) -> TimeOfDay {
    var scanner = TemporalScanner(text)
    guard let time = try scanner.time(), scanner.isAtEnd else {
      throw refusal(text, "a time without offset", "'21:40:32.142' or '2140'")
    }
    return time
  }

  /// Without an offset it is UTC.
  static func time(_ text: String) throws(QueryError) -> OffsetTime {
    var scanner = TemporalScanner(text)
    if let time = try scanner.time() {
      let offset = scanner.isAtEnd ? .zero : scanner.offset()
      if let offset, scanner.isAtEnd { return OffsetTime(time: time, offset: offset) }
    }
    throw refusal(text, "a time", "'21:40:32.142+01:00' or '2140Z'; a named time zone needs a date")
  }

  /// Without a time it is midnight.
  static func localDateTime(_ text: String) throws(QueryError) -> LocalDateTime {
    var scanner = TemporalScanner(text)
    guard let local = try localDateTime(&scanner), scanner.isAtEnd else {
      throw refusal(text, "a date and time without offset", "'2015-07-21T21:40:32.142'")
    }
    return local
  }

  private static func localDateTime(_ scanner: inout TemporalScanner) throws(QueryError) -> LocalDateTime? {
    guard let date = try scanner.date() else { return nil }
    guard scanner.take("T") else { return LocalDateTime(date: date, time: .midnight) }
    return try scanner.time().map { LocalDateTime(date: date, time: $0) }
  }

  /// Without an offset or zone it is UTC. A named zone's offset may be left out; if it stands there it must fit.
  static func dateTime(_ text: String, _ zones: TimeZoneDatabase) throws(QueryError) -> ZonedDateTime {
    var scanner = TemporalScanner(text)
    let example = "'2015-07-21T21:40:32.142+01:00' or '2015-07-21T21:40[Europe/London]'"
    guard let local = try localDateTime(&scanner) else { throw refusal(text, "a date and time", example) }
    var offset: UTCOffset?
    if let next = scanner.next, next != UInt8(ascii: "[") {
      guard let read = scanner.offset() else { throw refusal(text, "a date and time", example) }
      offset = read
    }
    let name = scanner.bracketed()
    guard scanner.isAtEnd else { throw refusal(text, "a date and time", example) }
    guard let name else { return ZonedDateTime(local: local, offset: offset ?? .zero) }
    let zone = try TemporalZone(name: name, zones)
    if let offset, !zone.allows(offset, at: local) {
      throw .badTemporal("the offset \(offset) is not that of \(name) at \(local): leave out one of them")
    }
    return try zone.dateTime(local, preferring: offset)
  }

  private static func refusal(_ text: String, _ kind: String, _ examples: String) -> QueryError {
    .badTemporal("'\(text)' is not the text of \(kind): expected a form such as \(examples)")
  }
}
