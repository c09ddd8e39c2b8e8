import QuipuGraph

extension Operators {
  /// `value.key`: null where there is no such property, and of null.
  public static func property(
    _ key: String, of value: Value, _ context: EvaluationContext
  ) throws(QueryError) -> Value {
    switch value {
    case .null: return .null
    case .node(let node):
      guard context.graph.contains(node) else { throw .deleted("node") }
      return context.graph.property(key, of: node).map { Value($0) } ?? .null
    case .edge(let edge):
      guard context.graph.contains(edge) else { throw .deleted("relationship") }
      return context.graph.property(key, of: edge).map { Value($0) } ?? .null
    case .map(let map): return map[key] ?? .null
    default:
      if let component = try temporalComponent(key, of: value) { return component }
      throw .type("\(value.typeName) has no property `\(key)`; nodes, relationships and maps have properties")
    }
  }
}
