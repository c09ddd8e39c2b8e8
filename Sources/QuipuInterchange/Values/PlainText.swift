import QuipuGraph

/// A value as text for formats without types.
enum PlainText {
  /// Strings as they are, numbers and booleans in digits and words, dates as ISO 8601, lists and maps as JSON.
  static func text(_ value: PropertyValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .double(let number): PropertyText.double(number)
    case .list, .map: PropertyJSON.text(value)
    default: PropertyText.temporal(value) ?? ""
    }
  }
}

extension PropertyGraph {
  /// What a viewer shows for a node: its name, else its id. `nameKey` is the number of the key `name`.
  func displayName(_ node: NodeID, _ nameKey: KeyID?) -> String {
    if let nameKey, case .string(let name)? = property(nameKey, of: node), !name.isEmpty { return name }
    return id(of: node)
  }
}
