import QuipuCore

/// A property's value: openCypher's value types without nodes, edges and paths.
///
/// Equality is by type and content: `.int(1)` is not `.double(1)`, strings are equal when their UTF-8 bytes are, and a
/// NaN equals nothing, itself included.
public enum PropertyValue: Sendable {
  /// Inside lists and maps only: as the value of a property it means that there is none.
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case list([PropertyValue])
  case map(PropertyMap)
  case date(CivilDate)
  case localTime(TimeOfDay)
  indirect case time(OffsetTime)
  indirect case localDateTime(LocalDateTime)
  indirect case dateTime(ZonedDateTime)
  indirect case duration(CalendarDuration)
}

extension PropertyValue: Equatable {
  public static func == (a: PropertyValue, b: PropertyValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.int(let x), .int(let y)): x == y
    case (.double(let x), .double(let y)): x == y
    case (.string(let x), .string(let y)): sameBytes(x, y)
    // Not `==`, which does not look at the elements of one and the same array, and so misses a NaN.
    case (.list(let x), .list(let y)): x.elementsEqual(y)
    case (.map(let x), .map(let y)): x == y
    case (.date(let x), .date(let y)): x == y
    case (.localTime(let x), .localTime(let y)): x == y
    case (.time(let x), .time(let y)): x == y
    case (.localDateTime(let x), .localDateTime(let y)): x == y
    case (.dateTime(let x), .dateTime(let y)): x == y
    case (.duration(let x), .duration(let y)): x == y
    default: false
    }
  }
}

extension PropertyValue: Hashable {
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch self {
    case .null: break
    case .bool(let x): hasher.combine(x)
    case .int(let x): hasher.combine(x)
    case .double(let x): hasher.combine(x)
    case .string(let x): hasher.combine(x)
    case .list(let x): hasher.combine(x)
    case .map(let x): hasher.combine(x)
    case .date(let x): hasher.combine(x)
    case .localTime(let x): hasher.combine(x)
    case .time(let x): hasher.combine(x)
    case .localDateTime(let x): hasher.combine(x)
    case .dateTime(let x): hasher.combine(x)
    case .duration(let x): hasher.combine(x)
    }
  }
}

extension PropertyValue {
  /// The type of a value.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case null, bool, int, double, string, list, map, date, localTime, time, localDateTime, dateTime, duration
  }

  public var kind: Kind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .list: .list
    case .map: .map
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    case .duration: .duration
    }
  }
}

extension PropertyValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: PropertyValue...) { self = .list(elements) }
}
