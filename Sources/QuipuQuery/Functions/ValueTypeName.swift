/// Types as `valueType()` spells them, in the words of GQL (ISO/IEC 39075).
enum ValueTypeName {
  static func of(_ value: Value) -> String {
    switch value {
    case .null: "NULL"
    case .list(let elements): "LIST<\(element(elements))> NOT NULL"
    default: name(value) + " NOT NULL"
    }
  }

  /// The union of the elements' types, in the order of `names`.
  private static func element(_ elements: [Value]) -> String {
    if elements.isEmpty { return "NOTHING" }
    var types: [String] = []
    for element in elements {
      let type = of(element)
      if !types.contains(type) { types.append(type) }
    }
    guard let null = types.firstIndex(of: "NULL") else { return types.sorted(by: precedes).joined(separator: " | ") }
    types.remove(at: null)
    if types.isEmpty { return "NULL" }
    let nullable = types.map { String($0.dropLast(" NOT NULL".count)) }
    return nullable.sorted(by: precedes).joined(separator: " | ")
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    let (x, y) = (rank(a), rank(b))
    return x != y ? x < y : compareText(a, b) < 0
  }

  private static func rank(_ type: String) -> Int { names.lastIndex { type.hasPrefix($0) } ?? names.count }

  private static let names = [
    "BOOLEAN", "STRING", "INTEGER", "FLOAT", "DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME", "ZONED DATETIME",
    "DURATION", "NODE", "RELATIONSHIP", "MAP", "LIST", "PATH",
  ]

  private static func name(_ value: Value) -> String {
    switch value {
    case .localTime: "LOCAL TIME"
    case .time: "ZONED TIME"
    case .localDateTime: "LOCAL DATETIME"
    case .dateTime: "ZONED DATETIME"
    default: value.typeName.uppercased()
    }
  }
}
