import QuipuGraph

/// The zone that a time is told in: an offset that stays, or a named one whose offset changes.
enum TemporalZone {
  case fixed(UTCOffset)
  case named(String, TimeZoneRules)

  static let utc = TemporalZone.fixed(.zero)

  /// From `Z`, `+01:00` and its like, or a name of the IANA database.
  init(_ text: String, _ database: TimeZoneDatabase) throws(QueryError) {
    var scanner = TemporalScanner(text)
    if let offset = scanner.offset(), scanner.isAtEnd {
      self = .fixed(offset)
    } else {
      try self.init(name: text, database)
    }
  }

  /// Spaces in a name stand for the underscores that it has.
  init(name: String, _ database: TimeZoneDatabase) throws(QueryError) {
    let name = String(name.map { $0 == " " ? "_" : $0 })
    guard let rules = database.rules(of: name) else {
      throw .badTemporal(
        "'\(name)' is no time zone known here: expected an offset such as '+01:00' or a name such as 'Europe/Paris'")
    }
    self = .named(name, rules)
  }

  /// The zone that a value is told in.
  init(of value: ZonedDateTime, _ database: TimeZoneDatabase) throws(QueryError) {
    if let name = value.zone { try self.init(name: name, database) } else { self = .fixed(value.offset) }
  }

  private var name: String? {
    if case .named(let name, _) = self { return name }
    return nil
  }

  /// At an instant in seconds since 1970-01-01T00:00Z.
  func offset(at instant: Int) -> UTCOffset {
    switch self {
    case .fixed(let offset): offset
    case .named(_, let rules): UTCOffset(seconds: rules.offset(at: instant)) ?? .zero
    }
  }

  /// What the clock of this zone shows at an instant.
  func dateTime(at instant: Int, nanosecond: Int) throws(QueryError) -> ZonedDateTime {
    let offset = offset(at: instant)
    let (clock, overflow) = instant.addingReportingOverflow(Int(offset.seconds))
    guard !overflow else { throw .dateOutOfRange }
    let local = try LocalDateTime(clockSeconds: clock, nanosecond: nanosecond)
    return ZonedDateTime(local: local, offset: offset, zone: name)
  }

  /// The moment at which the clock of this zone shows `local`. Of two such moments it is the one with the preferred
  /// offset, or else the first. A time that clocks were turned forward over is told as much later as they were turned.
  func dateTime(_ local: LocalDateTime, preferring offset: UTCOffset? = nil) throws(QueryError) -> ZonedDateTime {
    switch self {
    case .fixed(let own): return ZonedDateTime(local: local, offset: own)
    case .named(_, let rules):
      let clock = local.clockSeconds
      switch rules.resolve(local: clock) {
      case .single(let own): return try zoned(local, own)
      case .overlap(let before, let after):
        return try zoned(local, offset.map { Int($0.seconds) == after } == true ? after : before)
      case .gap(let before, let after):
        return try zoned(local.adding(seconds: Int64(after - before), nanoseconds: 0), after)
      }
    }
  }

  /// Whether clocks here may show `local` while at this offset.
  func allows(_ offset: UTCOffset, at local: LocalDateTime) -> Bool {
    self.offset(at: local.clockSeconds - Int(offset.seconds)) == offset
  }

  private func zoned(_ local: LocalDateTime, _ offset: Int) throws(QueryError) -> ZonedDateTime {
    ZonedDateTime(local: local, offset: UTCOffset(seconds: offset) ?? .zero, zone: name)
  }
}
