import QuipuGraph

/// The TCK protocol's wrapped values.
enum TCKJSONDecoding {
  /// What `{key: content}` stands for; nil where the protocol has no such value.
  static func value(_ key: String, _ content: Value) -> Value? {
    switch (key, content) {
    case ("$map", .map): return content
    case ("$int", .string(let text)): return Int64(text).map { .int($0) }
    case ("$int", .int): return content
    case ("$float", .int(let number)): return .double(Double(number))
    case ("$float", .double): return content
    case ("$float", .string("NaN")): return .double(.nan)
    case ("$float", .string("Infinity")): return .double(.infinity)
    case ("$float", .string("-Infinity")): return .double(-.infinity)
    case (_, .string(let text)): return kinds[key].flatMap { PropertyValue(iso: text, kind: $0) }.map { Value($0) }
    default: return nil
    }
  }

  private static let kinds: [String: PropertyValue.Kind] = [
    "$date": .date, "$localtime": .localTime, "$time": .time, "$localdatetime": .localDateTime,
    "$datetime": .dateTime, "$duration": .duration,
  ]
}
