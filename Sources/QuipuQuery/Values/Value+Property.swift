import QuipuGraph

extension Value {
  /// A stored property's value.
  public init(_ value: PropertyValue) {
    switch value {
    case .null: self = .null
    case .bool(let x): self = .bool(x)
    case .int(let x): self = .int(x)
    case .double(let x): self = .double(x)
    case .string(let x): self = .string(x)
    case .list(let x): self = .list(x.map { Value($0) })
    case .map(let x): self = .map(ValueMap(x.entries.map { (key: $0.key, value: Value($0.value)) }))
    case .date(let x): self = .date(x)
    case .localTime(let x): self = .localTime(x)
    case .time(let x): self = .time(x)
    case .localDateTime(let x): self = .localDateTime(x)
    case .dateTime(let x): self = .dateTime(x)
    case .duration(let x): self = .duration(x)
    }
  }

  /// What the graph can hold of it: nil for nodes, relationships and paths, and for lists and maps with such within.
  /// Maps are held, although openCypher refuses them as properties: whoever stores decides.
  public var propertyValue: PropertyValue? {
    switch self {
    case .null: return .null
    case .bool(let x): return .bool(x)
    case .int(let x): return .int(x)
    case .double(let x): return .double(x)
    case .string(let x): return .string(x)
    case .list(let elements):
      var values: [PropertyValue] = []
      for element in elements {
        guard let value = element.propertyValue else { return nil }
        values.append(value)
      }
      return .list(values)
    case .map(let map):
      var pairs: [(key: String, value: PropertyValue)] = []
      for entry in map.entries {
        guard let value = entry.value.propertyValue else { return nil }
        pairs.append((entry.key, value))
      }
      return .map(PropertyMap(pairs))
    case .node, .edge, .path: return nil
    case .date(let x): return .date(x)
    case .localTime(let x): return .localTime(x)
    case .time(let x): return .time(x)
    case .localDateTime(let x): return .localDateTime(x)
    case .dateTime(let x): return .dateTime(x)
    case .duration(let x): return .duration(x)
    }
  }
}
