import QuipuCore
import QuipuGraph

/// The types of dates and times, by the names of the functions that make their values.
enum TemporalType: String, CaseIterable, Sendable {
  case date, localtime, time, localdatetime, datetime

  var hasDate: Bool { self == .date || self == .localdatetime || self == .datetime }
  var hasTime: Bool { self != .date }
  var hasZone: Bool { self == .time || self == .datetime }

  var typeSet: TypeSet {
    switch self {
    case .date: .date
    case .localtime: .localTime
    case .time: .time
    case .localdatetime: .localDateTime
    case .datetime: .dateTime
    }
  }

  /// What a clock in a zone shows at a moment.
  func current(_ zone: TemporalZone, _ moment: (seconds: Int64, nanoseconds: Int32)) throws(QueryError) -> Value {
    value(try zone.dateTime(at: Int(moment.seconds), nanosecond: Int(moment.nanoseconds)))
  }

  func parse(_ text: String, _ zones: TimeZoneDatabase) throws(QueryError) -> Value {
    switch self {
    case .date: .date(try TemporalText.date(text))
    case .localtime: .localTime(try TemporalText.localTime(text))
    case .time: .time(try TemporalText.time(text))
    case .localdatetime: .localDateTime(try TemporalText.localDateTime(text))
    case .datetime: .dateTime(try TemporalText.dateTime(text, zones))
    }
  }

  /// From a value of another of these types: what it lacks is midnight and UTC.
  func convert(_ value: Value, _ zones: TimeZoneDatabase) throws(QueryError) -> Value {
    guard let parts = TemporalParts(value) else {
      throw .wrongTemporalType("\(rawValue) takes a string, a map, or a date or time")
    }
    try requireParts(parts)
    let zone = try parts.zone(zones) ?? .utc
    let local = parts.localDateTime(on: CivilDate(daysSinceEpoch: 0))
    // A time's offset stays, whatever the day.
    guard hasDate, hasZone else { return self.value(ZonedDateTime(local: local, offset: parts.offset ?? .zero)) }
    return self.value(try zone.dateTime(local, preferring: parts.offset))
  }

  /// Throws where a date is needed or a time alone, and the value has none.
  func requireParts(_ parts: TemporalParts) throws(QueryError) {
    if hasDate, parts.date == nil { throw .wrongTemporalType("\(rawValue) needs a value that has a date") }
    if !hasDate, parts.time == nil { throw .wrongTemporalType("\(rawValue) needs a value that has a time") }
  }

  /// The part of a zoned date and time that this type holds.
  func value(_ zoned: ZonedDateTime) -> Value {
    switch self {
    case .date: .date(zoned.local.date)
    case .localtime: .localTime(zoned.local.time)
    case .time: .time(OffsetTime(time: zoned.local.time, offset: zoned.offset))
    case .localdatetime: .localDateTime(zoned.local)
    case .datetime: .dateTime(zoned)
    }
  }
}

/// Values from maps of components.
extension TemporalType {
  private var components: Set<TemporalFields.Field> {
    var fields: Set<TemporalFields.Field> = [.timezone]
    if hasDate { fields.formUnion(TemporalFields.Field.ofDate) }
    if hasTime { fields.formUnion(TemporalFields.Field.ofTime) }
    return fields
  }

  private var bases: Set<TemporalFields.Field> {
    switch self {
    case .date: [.date, .datetime]
    case .localtime, .time: [.time, .datetime]
    case .localdatetime: [.date, .time, .datetime]
    case .datetime: [.date, .time, .datetime, .epochSeconds, .epochMillis]
    }
  }

  /// A map of nothing but a zone stands for the moment given, as a clock there shows it.
  func build(
    _ map: ValueMap, _ zones: TimeZoneDatabase, now: (seconds: Int64, nanoseconds: Int32)
  ) throws(QueryError) -> Value {
    let fields = try TemporalFields(map, allowed: components.union(bases), for: rawValue, zones)
    if fields.isEmpty {
      guard let zone = fields.zone else {
        throw .badTemporal("\(rawValue) needs a component at least, such as \(hasDate ? "year" : "hour")")
      }
      return try current(zone, now)
    }
    try refuseZone(fields)
    switch self {
    case .date: return .date(try fields.date())
    case .localtime: return .localTime(try fields.time(needsHour: true))
    case .time: return .time(try time(fields, now: now))
    case .localdatetime: return .localDateTime(LocalDateTime(date: try fields.date(), time: try fields.time()))
    case .datetime: return .dateTime(try dateTime(fields, zones))
    }
  }

  private func refuseZone(_ fields: TemporalFields) throws(QueryError) {
    guard hasZone || fields.zone == nil else {
      throw .badTemporal("a \(rawValue) has no timezone: leave it out, or give it alone for the present there")
    }
  }

  /// A zone moves a time that had an offset, keeping the moment; it is given to one that had none. A named zone counts
  /// with its present offset.
  private func time(
    _ fields: TemporalFields, now: (seconds: Int64, nanoseconds: Int32)
  ) throws(QueryError) -> OffsetTime {
    let time = try fields.time(needsHour: true)
    let base = (fields.bases[.time] ?? fields.bases[.datetime])?.offset
    guard let zone = fields.zone else { return OffsetTime(time: time, offset: base ?? .zero) }
    let offset = zone.offset(at: Int(now.seconds))
    let shift = base.map { Int64(offset.seconds - $0.seconds) } ?? 0
    return OffsetTime(
      time: TimeOfDay(wrapping: time.nanosecondOfDay + shift * 1_000_000_000), offset: offset)
  }

  /// A zone moves a date and time whose time came from one that had a zone, keeping the moment.
  private func dateTime(_ fields: TemporalFields, _ zones: TimeZoneDatabase) throws(QueryError) -> ZonedDateTime {
    if fields.has(any: TemporalFields.Field.ofEpoch) { return try fromEpoch(fields) }
    let local = LocalDateTime(date: try fields.date(), time: try fields.time())
    let base = fields.bases[.datetime] ?? fields.bases[.time]
    guard let source = try base?.zone(zones) else { return try (fields.zone ?? .utc).dateTime(local) }
    let moment = try source.dateTime(local, preferring: base?.offset)
    guard let zone = fields.zone else { return moment }
    return try zone.dateTime(at: moment.epochSeconds, nanosecond: local.time.nanosecond)
  }

  private func fromEpoch(_ given: TemporalFields) throws(QueryError) -> ZonedDateTime {
    let others = TemporalFields.Field.ofDate.union(TemporalFields.Field.bases).union([.hour, .minute, .second])
    guard !given.has(any: others), given[.epochSeconds] == nil || given[.epochMillis] == nil else {
      throw .badTemporal("epochSeconds or epochMillis stands alone, but for parts of a second and the timezone")
    }
    var fields = given
    let milliseconds = fields[.epochMillis]
    let seconds = fields[.epochSeconds] ?? floorDivide(milliseconds ?? 0, 1000)
    let fraction = floorModulo(milliseconds ?? 0, 1000) * 1_000_000
    let utc = try LocalDateTime(clockSeconds: seconds, nanosecond: fraction)
    if milliseconds != nil { fields.completeFraction(of: utc.time, unit: .millisecond) }
    let nanosecond = try fields.time(from: utc.time).nanosecond
    return try (fields.zone ?? .utc).dateTime(at: seconds, nanosecond: nanosecond)
  }
}

/// Truncation.
extension TemporalType {
  /// The value at the start of its unit, with the map's components put in there. A zone is given to it, keeping the
  /// clock's reading.
  func truncate(
    _ unit: TruncationUnit, _ value: Value, _ map: ValueMap, _ zones: TimeZoneDatabase, now: Int
  ) throws(QueryError) -> Value {
    guard let parts = TemporalParts(value) else {
      throw .wrongTemporalType("\(rawValue).truncate takes a date or time as its second argument")
    }
    try requireParts(parts)
    try check(unit, parts)
    var fields = try TemporalFields(map, allowed: components, for: rawValue, zones)
    try refuseZone(fields)
    let whole = parts.localDateTime(on: CivilDate(daysSinceEpoch: 0))
    let time = unit.truncate(whole.time)
    fields.completeFraction(of: time, unit: unit)
    guard hasDate else {
      let offset = fields.zone?.offset(at: now) ?? parts.offset ?? .zero
      let local = LocalDateTime(date: whole.date, time: try fields.time(from: time))
      return self.value(ZonedDateTime(local: local, offset: offset))
    }
    let start = LocalDateTime(date: try unit.truncate(whole.date), time: time)
    fields.setBase(.localDateTime(start), .datetime)
    let local = LocalDateTime(date: try fields.date(), time: try fields.time())
    guard hasZone else { return self.value(ZonedDateTime(local: local, offset: .zero)) }
    let own = try parts.zone(zones)
    let zone = fields.zone ?? own ?? .utc
    return self.value(try zone.dateTime(local, preferring: parts.offset))
  }

  private func check(_ unit: TruncationUnit, _ parts: TemporalParts) throws(QueryError) {
    if unit.isOfTime, !hasTime || parts.time == nil {
      throw .badTemporal("a date cannot be truncated to '\(unit.rawValue)': expected 'day' or a longer unit")
    }
    if !hasDate, !unit.isOfTime, unit != .day {
      throw .badTemporal("a time cannot be truncated to '\(unit.rawValue)': expected 'day' or a shorter unit")
    }
  }
}
