extension Value {
  /// The type's name in openCypher, for messages: `Integer`, `List`, `Relationship`, `LocalDateTime` …
  public var typeName: String {
    switch self {
    case .null: "Null"
    case .bool: "Boolean"
    case .int: "Integer"
    case .double: "Float"
    case .string: "String"
    case .list: "List"
    case .map: "Map"
    case .node: "Node"
    case .edge: "Relationship"
    case .path: "Path"
    case .date: "Date"
    case .localTime: "LocalTime"
    case .time: "Time"
    case .localDateTime: "LocalDateTime"
    case .dateTime: "DateTime"
    case .duration: "Duration"
    }
  }

  /// The one type that the value has; every type for null, which belongs to all.
  public var type: TypeSet {
    switch self {
    case .null: .any
    case .bool: .boolean
    case .int: .integer
    case .double: .float
    case .string: .string
    case .list: .list
    case .map: .map
    case .node: .node
    case .edge: .edge
    case .path: .path
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    case .duration: .duration
    }
  }

  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}
