import QuipuGraph

/// A property's key, whose number is looked up until the graph has it and kept from then on.
///
/// Belongs to one run of one statement: the numbers are those of one graph.
final class PropertyKey {
  let name: String
  @exclusivity(unchecked) private var id: KeyID?

  init(_ name: String) { self.name = name }

  /// Nil as long as nothing in the graph has the key.
  @inline(__always)
  func id(_ context: EvaluationContext) -> KeyID? {
    if let id { return id }
    return find(context)
  }

  private func find(_ context: EvaluationContext) -> KeyID? {
    id = context.graph.keyID(name)
    return id
  }

  /// Throws `DeletedEntityAccess` when the node is no longer in the graph.
  @inline(__always)
  func stored(of node: NodeID, _ context: EvaluationContext) throws(QueryError) -> PropertyValue? {
    guard context.graph.contains(node) else { throw .deleted("node") }
    guard let id = id(context) else { return nil }
    return PropertyKey.read(&context.store.graph, id, node)
  }

  /// Throws `DeletedEntityAccess` when the relationship is no longer in the graph.
  @inline(__always)
  func stored(of edge: EdgeID, _ context: EvaluationContext) throws(QueryError) -> PropertyValue? {
    guard context.graph.contains(edge) else { throw .deleted("relationship") }
    guard let id = id(context) else { return nil }
    return PropertyKey.read(&context.store.graph, id, edge)
  }

  // The graph goes in as `inout`, although it is only read: by value its some forty arrays would be retained and released
  // around each call, since the compiler cannot know that nobody changes the store meanwhile. Ten times as slow.
  @inline(never)
  private static func read(_ graph: inout PropertyGraph, _ key: KeyID, _ node: NodeID) -> PropertyValue? {
    graph.property(key, of: node)
  }

  @inline(never)
  private static func read(_ graph: inout PropertyGraph, _ key: KeyID, _ edge: EdgeID) -> PropertyValue? {
    graph.property(key, of: edge)
  }

  /// The property of any value that may have some: an entity, a map, a date or time; null for null.
  func value(of base: Value, _ context: EvaluationContext) throws(QueryError) -> Value {
    switch base {
    case .node(let node): Value(stored: try stored(of: node, context))
    case .edge(let edge): Value(stored: try stored(of: edge, context))
    case .map(let map): map[name] ?? .null
    case .null: .null
    default: try Operators.property(name, of: base, context)
    }
  }
}

extension Value {
  /// A property that is absent is null.
  @inline(__always)
  init(stored value: PropertyValue?) {
    switch value {
    case let value?: self = Value(value)
    case nil: self = .null
    }
  }
}
