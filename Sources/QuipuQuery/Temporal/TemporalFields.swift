import QuipuCore
import QuipuGraph

/// The components that a map gives for a date or time.
struct TemporalFields {
  /// In order of size within each of their families.
  enum Field: String, CaseIterable {
    case year, quarter, dayOfQuarter, month, day, week, dayOfWeek, ordinalDay
    case hour, minute, second, millisecond, microsecond, nanosecond
    case epochSeconds, epochMillis
    case timezone
    case date, time, datetime

    static let ofDate: Set<Field> = [.year, .quarter, .dayOfQuarter, .month, .day, .week, .dayOfWeek, .ordinalDay]
    static let ofTime: Set<Field> = [.hour, .minute, .second, .millisecond, .microsecond, .nanosecond]
    static let ofEpoch: Set<Field> = [.epochSeconds, .epochMillis]
    /// Values to start from.
    static let bases: Set<Field> = [.date, .time, .datetime]

    static let named: [String: Field] = {
      var named: [String: Field] = ["weekday": .dayOfWeek, "quarterday": .dayOfQuarter]
      for field in allCases { named[field.rawValue.lowercased()] = field }
      return named
    }()
  }

  private var numbers: [Field: Int] = [:]
  private(set) var zone: TemporalZone?
  private(set) var bases: [Field: TemporalParts] = [:]

  /// Keys count whatever the case of their letters; null counts as absent. Throws for keys that are not `allowed` for
  /// the type named, for values of wrong types, and for components of two calendars at once.
  init(
    _ map: ValueMap, allowed: Set<Field>, for type: String, _ zones: TimeZoneDatabase
  ) throws(QueryError) {
    for entry in map.entries where entry.value != .null {
      guard let field = Field.named[entry.key.lowercased()], allowed.contains(field) else {
        let names = Field.allCases.filter { allowed.contains($0) }.map(\.rawValue).joined(separator: ", ")
        throw .badTemporal("a \(type) has no component '\(entry.key)': expected some of \(names)")
      }
      switch field {
      case .timezone: zone = try TemporalFields.zone(entry.value, zones)
      case .date, .time, .datetime: bases[field] = try TemporalFields.base(entry.value, field)
      default:
        guard case .int(let number) = entry.value else {
          throw .wrongTemporalType("\(field.rawValue) must be an integer")
        }
        numbers[field] = Int(number)
      }
    }
    try checkFamilies()
  }

  private static func zone(_ value: Value, _ zones: TimeZoneDatabase) throws(QueryError) -> TemporalZone {
    guard case .string(let name) = value else {
      throw .wrongTemporalType("timezone must be a string such as '+01:00' or 'Europe/Paris'")
    }
    return try TemporalZone(name, zones)
  }

  private static func base(_ value: Value, _ field: Field) throws(QueryError) -> TemporalParts {
    guard let parts = TemporalParts(value), field == .time ? parts.time != nil : parts.date != nil else {
      throw .wrongTemporalType("\(field.rawValue) must be a value that has a \(field == .time ? "time" : "date")")
    }
    return parts
  }

  subscript(field: Field) -> Int? { numbers[field] }

  func has(any fields: Set<Field>) -> Bool { fields.contains { numbers[$0] != nil || bases[$0] != nil } }

  /// Whether the map names nothing but a zone, or nothing at all.
  var isEmpty: Bool { numbers.isEmpty && bases.isEmpty }

  /// Components that tell the day in different ways, of which a map may use one.
  private static let families: [[Field]] = [
    [.month, .day], [.week, .dayOfWeek], [.quarter, .dayOfQuarter], [.ordinalDay],
  ]

  private func checkFamilies() throws(QueryError) {
    let used = TemporalFields.families.compactMap { $0.first { numbers[$0] != nil } }
    guard used.count <= 1 else {
      throw .badTemporal("\(used[0].rawValue) and \(used[1].rawValue) tell the day in different ways: use one of them")
    }
    guard bases[.datetime] == nil || (bases[.date] == nil && bases[.time] == nil) else {
      throw .badTemporal("datetime gives the date and the time: leave out either it, or date and time")
    }
  }

  /// Throws when one of a chain is given without that before it.
  private func checkChain(_ chain: [Field]) throws(QueryError) {
    for (larger, smaller) in zip(chain, chain.dropFirst()) where numbers[smaller] != nil && numbers[larger] == nil {
      throw .badTemporal("\(smaller.rawValue) needs \(larger.rawValue) before it")
    }
  }
}

extension TemporalFields {
  /// The date that the components give, on that of a base value where there is one.
  func date() throws(QueryError) -> CivilDate {
    if let base = (bases[.date] ?? bases[.datetime])?.date { return try date(from: base) }
    for family in TemporalFields.families { try checkChain([.year] + family) }
    guard let year = numbers[.year] else { throw .badTemporal("a date needs its year") }
    if numbers[.week] != nil { return try date(from: .checked(weekYear: year, week: 1, dayOfWeek: 1)) }
    return try date(from: .newYear(year))
  }

  private func date(from base: CivilDate) throws(QueryError) -> CivilDate {
    if let week = numbers[.week] {
      let year = numbers[.year] ?? base.weekYear
      return try .checked(weekYear: year, week: week, dayOfWeek: numbers[.dayOfWeek] ?? base.weekday)
    }
    var date = base
    if let year = numbers[.year] { date = try date.with(year: year) }
    if let quarter = numbers[.quarter] { date = try date.with(quarter: quarter) }
    if let day = numbers[.dayOfQuarter] { date = try date.with(dayOfQuarter: day) }
    if let month = numbers[.month] { date = try date.with(month: month) }
    if let day = numbers[.day] { date = try .checked(year: date.year, month: date.month, day: day) }
    if let day = numbers[.dayOfWeek] {
      try check(day, in: 1...7, "dayOfWeek")
      date = try date.adding(checked: Int64(day - date.weekday))
    }
    if let day = numbers[.ordinalDay] { date = try date.with(ordinalDay: day) }
    return date
  }

  /// The time that the components give, on that of a base value where there is one; midnight without any.
  func time(needsHour: Bool = false) throws(QueryError) -> TimeOfDay {
    let base = (bases[.time] ?? bases[.datetime])?.time
    if base == nil {
      if needsHour, numbers[.hour] == nil { throw .badTemporal("a time needs its hour") }
      for part in [Field.millisecond, .microsecond, .nanosecond] { try checkChain([.hour, .minute, .second, part]) }
    }
    return try time(from: base ?? .midnight)
  }

  func time(from base: TimeOfDay) throws(QueryError) -> TimeOfDay {
    try .checked(
      hour: numbers[.hour] ?? base.hour, minute: numbers[.minute] ?? base.minute,
      second: numbers[.second] ?? base.second, nanosecond: nanosecond() ?? base.nanosecond)
  }

  /// The fraction of a second that the components make together: the smaller ones count within the larger ones given.
  private func nanosecond() throws(QueryError) -> Int? {
    let (milli, micro, nano) = (numbers[.millisecond], numbers[.microsecond], numbers[.nanosecond])
    guard milli != nil || micro != nil || nano != nil else { return nil }
    try check(milli ?? 0, in: 0...999, "millisecond")
    try check(micro ?? 0, in: 0...(milli == nil ? 999_999 : 999), "microsecond")
    try check(nano ?? 0, in: 0...(micro != nil ? 999 : milli != nil ? 999_999 : 999_999_999), "nanosecond")
    return (milli ?? 0) * 1_000_000 + (micro ?? 0) * 1000 + (nano ?? 0)
  }

  /// With what truncation left, where the map gives smaller parts of a second: they count within it.
  mutating func completeFraction(of time: TimeOfDay, unit: TruncationUnit) {
    guard numbers[.microsecond] != nil || numbers[.nanosecond] != nil else { return }
    if unit == .millisecond, numbers[.millisecond] == nil {
      numbers[.millisecond] = time.nanosecond / 1_000_000
    }
    if unit == .microsecond, numbers[.microsecond] == nil, numbers[.millisecond] == nil {
      numbers[.microsecond] = time.nanosecond / 1000
    }
  }

  mutating func setBase(_ value: Value, _ field: Field) { bases[field] = TemporalParts(value) }
}
