import QuipuGraph

/// A property's key, whose number is looked up until the graph has it and kept from then on.
///
/// Belongs to one graph: the number is that graph's. To be made anew when the graph is replaced or rolled back.
///
/// The graph is handed on as `inout`, although it is only read: by value its some forty arrays would be retained and
/// released around each call, since the compiler cannot know that nobody changes the store meanwhile.
final class PropertyKey {
  let name: String
  @exclusivity(unchecked) private var id: KeyID?
  /// The graph's keys when this one was not among them.
  @exclusivity(unchecked) private var keysWithout = -1

  // Of the graph's state that the statement was planned for; for statements that only read.
  @exclusivity(unchecked) private var nodeColumn: ColumnReader<NodeID>?
  @exclusivity(unchecked) private var unownedNodeColumn: Unmanaged<ColumnReader<NodeID>>?
  @exclusivity(unchecked) private var edgeColumn: ColumnReader<EdgeID>?

  init(_ name: String) { self.name = name }

  @inline(__always)
  private func column(_ context: EvaluationContext) -> ColumnReader<NodeID>? {
    if let nodeColumn { return nodeColumn }
    guard let id = id(context) else { return nil }
    let new = ColumnReader(context.graph.column(ofNodes: id))
    nodeColumn = new
    unownedNodeColumn = .passUnretained(new)
    return new
  }

  @inline(__always)
  private func edgeColumn(_ context: EvaluationContext) -> ColumnReader<EdgeID>? {
    if let edgeColumn { return edgeColumn }
    guard let id = id(context) else { return nil }
    edgeColumn = ColumnReader(context.graph.column(ofEdges: id))
    return edgeColumn
  }

  /// A node's property where the graph holds the key's values as integers; else nil.
  @inline(__always)
  func integer(of node: NodeID, _ context: EvaluationContext) -> Int64? {
    guard context.changes == nil else { return nil }
    // Not counted as a reference: this is asked for every row of a sum.
    if let unownedNodeColumn { return unownedNodeColumn._withUnsafeGuaranteedRef { $0.integer(node) } }
    return column(context)?.integer(node)
  }

  /// The number of a node's property where it is a string and the graph holds the key's values as strings; else nil.
  func stringID(of node: NodeID, _ context: EvaluationContext) -> StringID? {
    context.changes == nil ? column(context)?.stringID(node) : nil
  }

  /// Nil as long as nothing in the graph has the key.
  @inline(__always)
  func id(_ context: EvaluationContext) -> KeyID? {
    if let id { return id }
    return find(context)
  }

  @inline(never)
  private func find(_ context: EvaluationContext) -> KeyID? {
    let count = PropertyKey.keyCount(&context.store.graph)
    if count == keysWithout { return nil }
    id = context.graph.keyID(name)
    keysWithout = id == nil ? count : -1
    return id
  }

  private static func keyCount(_ graph: inout PropertyGraph) -> Int { graph.keyCount }

  /// The property of any value that may have some: an entity, a map, a date or time; null for null. Throws
  /// `DeletedEntityAccess` when the entity is no longer in the graph, `InvalidArgumentType` for other types.
  @inline(__always)
  func value(of base: borrowing Value, _ context: EvaluationContext) throws(QueryError) -> Value {
    switch base {
    case .node(let node):
      if context.changes == nil, let value = column(context)?.value(node, context.store) { return value }
      guard context.graph.contains(node) else { throw .deleted("node") }
      guard let id = id(context) else { return .null }
      return PropertyKey.read(&context.store.graph, id, node)
    case .edge(let edge):
      if context.changes == nil, let value = edgeColumn(context)?.value(edge, context.store) { return value }
      guard context.graph.contains(edge) else { throw .deleted("relationship") }
      guard let id = id(context) else { return .null }
      return PropertyKey.read(&context.store.graph, id, edge)
    default: return try otherValue(of: copy base, context)
    }
  }

  @inline(never)
  private func otherValue(of base: Value, _ context: EvaluationContext) throws(QueryError) -> Value {
    switch base {
    case .null: .null
    case .map(let map): map[name] ?? .null
    default: try Operators.property(name, of: base, context)
    }
  }

  /// Whether the property is null, without making a value of a stored string or list. Throws as `value(of:)`.
  func isNull(of base: Value, _ context: EvaluationContext) throws(QueryError) -> Bool {
    switch base {
    case .node(let node):
      guard context.graph.contains(node) else { throw .deleted("node") }
      guard let id = id(context) else { return true }
      return !PropertyKey.has(&context.store.graph, id, node)
    case .edge(let edge):
      guard context.graph.contains(edge) else { throw .deleted("relationship") }
      guard let id = id(context) else { return true }
      return !PropertyKey.has(&context.store.graph, id, edge)
    default: return try otherValue(of: base, context).isNull
    }
  }
}

extension PropertyKey {
  static func read(_ graph: inout PropertyGraph, _ key: KeyID, _ node: NodeID) -> Value {
    switch graph.form(ofNodes: key) {
    case .empty: .null
    case .ints: graph.int(key, of: node).map(Value.int) ?? .null
    case .doubles: graph.double(key, of: node).map(Value.double) ?? .null
    case .bools: Value(truth: graph.bool(key, of: node))
    case .strings: graph.stringID(key, of: node).map { .string(graph.string($0)) } ?? .null
    case .temporal, .general: graph.property(key, of: node).map { Value($0) } ?? .null
    }
  }

  static func read(_ graph: inout PropertyGraph, _ key: KeyID, _ edge: EdgeID) -> Value {
    switch graph.form(ofEdges: key) {
    case .empty: .null
    case .ints: graph.int(key, of: edge).map(Value.int) ?? .null
    case .doubles: graph.double(key, of: edge).map(Value.double) ?? .null
    case .bools: Value(truth: graph.bool(key, of: edge))
    case .strings: graph.stringID(key, of: edge).map { .string(graph.string($0)) } ?? .null
    case .temporal, .general: graph.property(key, of: edge).map { Value($0) } ?? .null
    }
  }

  private static func has(_ graph: inout PropertyGraph, _ key: KeyID, _ node: NodeID) -> Bool {
    switch graph.form(ofNodes: key) {
    case .empty: false
    case .strings: graph.stringID(key, of: node) != nil
    default: !read(&graph, key, node).isNull
    }
  }

  private static func has(_ graph: inout PropertyGraph, _ key: KeyID, _ edge: EdgeID) -> Bool {
    switch graph.form(ofEdges: key) {
    case .empty: false
    case .strings: graph.stringID(key, of: edge) != nil
    default: !read(&graph, key, edge).isNull
    }
  }
}
