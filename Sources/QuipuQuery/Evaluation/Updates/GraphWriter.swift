import QuipuCore
import QuipuGraph

/// Changes the graph for the updating operators, with the language's checks, and logs each change.
struct GraphWriter {
  let context: EvaluationContext

  private var store: GraphStore { context.store }

  /// Runs a change; the graph's own errors (it is full, names clash) become the query's.
  private func change<T>(_ body: (inout PropertyGraph) throws(GraphError) -> T) throws(QueryError) -> T {
    do throws(GraphError) {
      return try body(&store.graph)
    } catch {
      throw QueryError(.constraintVerificationFailed, .runtime, "CapacityExceeded", "\(error)")
    }
  }

  func createNode(_ labels: [String], _ properties: ValueMap, at range: ByteRange) throws(QueryError) -> NodeID {
    let stored = try storable(properties, at: range)
    let id = freshID()
    let node = try change { (graph) throws(GraphError) -> NodeID in
      try graph.addNode(id: id, labels: labels, properties: stored)
    }
    context.changes?.create(node)
    return node
  }

  /// `n` and the next node's number, with underscores where the graph has that id already.
  private func freshID() -> String {
    var id = "n\(store.graph.nextNodeNumber)"
    while store.graph.node(withID: id) != nil { id += "_" }
    return id
  }

  func createEdge(
    _ type: String, from: NodeID, to: NodeID, _ properties: ValueMap, at range: ByteRange
  ) throws(QueryError) -> EdgeID {
    guard store.graph.contains(from), store.graph.contains(to) else { throw GraphWriter.deletedEntity(at: range) }
    let stored = try storable(properties, at: range)
    let edge = try change { (graph) throws(GraphError) -> EdgeID in
      try graph.addEdge(from: from, to: to, type: type, properties: stored)
    }
    context.changes?.create(edge)
    return edge
  }

  static func deletedEntity(at range: ByteRange) -> QueryError {
    QueryError(
      .entityNotFound, .runtime, "DeletedEntityAccess", "this node or relationship was deleted before", at: range)
  }

  /// Properties in the form in which the graph keeps them; nulls are left out.
  private func storable(_ map: ValueMap, at range: ByteRange) throws(QueryError) -> [(String, PropertyValue)] {
    var result: [(String, PropertyValue)] = []
    for entry in map.entries {
      if case .null = entry.value { continue }
      result.append((entry.key, try storable(entry.value, key: entry.key, at: range)))
    }
    return result
  }

  /// Property values are scalars, temporal values and lists of these.
  private func storable(_ value: Value, key: String, at range: ByteRange) throws(QueryError) -> PropertyValue {
    let isFit: Bool
    switch value {
    case .map, .node, .edge, .path: isFit = false
    case .list(let elements): isFit = elements.allSatisfy(\.isStorableElement)
    default: isFit = true
    }
    guard isFit, let stored = value.propertyValue else {
      throw QueryError(
        .type, .runtime, "InvalidPropertyType",
        "property '\(key)' cannot hold \(value.typeName): properties are single values, or lists of such", at: range)
    }
    return stored
  }

  func set(_ key: String, to value: Value, of entity: Value, at range: ByteRange) throws(QueryError) {
    var stored = PropertyValue.null
    if case .null = value {} else { stored = try storable(value, key: key, at: range) }
    switch entity {
    case .null: return
    case .node(let node):
      try check(node, at: range)
      context.changes?.touch(node)
      try change { (graph) throws(GraphError) in try graph.setProperty(key, to: stored, of: node) }
    case .edge(let edge):
      try check(edge, at: range)
      context.changes?.touch(edge)
      try change { (graph) throws(GraphError) in try graph.setProperty(key, to: stored, of: edge) }
    default: throw notAnEntity(entity, at: range)
    }
  }

  /// `SET entity = map` (all others go) and `SET entity += map` (they stay).
  func set(_ map: Value, of entity: Value, keepsOthers: Bool, at range: ByteRange) throws(QueryError) {
    if case .null = entity { return }
    let new = try properties(map, at: range)
    if !keepsOthers {
      for key in try keys(of: entity, at: range) where new[key] == nil {
        try set(key, to: .null, of: entity, at: range)
      }
    }
    for entry in new.entries { try set(entry.key, to: entry.value, of: entity, at: range) }
  }

  private func keys(of entity: Value, at range: ByteRange) throws(QueryError) -> [String] {
    switch entity {
    case .node(let node): store.graph.properties(of: node).map(\.key)
    case .edge(let edge): store.graph.properties(of: edge).map(\.key)
    default: throw notAnEntity(entity, at: range)
    }
  }

  /// A map, or the properties of a node or relationship.
  private func properties(_ value: Value, at range: ByteRange) throws(QueryError) -> ValueMap {
    switch value {
    case .map(let map): return map
    case .node(let node):
      return ValueMap(store.graph.properties(of: node).map { (key: $0.key, value: Value($0.value)) })
    case .edge(let edge):
      return ValueMap(store.graph.properties(of: edge).map { (key: $0.key, value: Value($0.value)) })
    default:
      throw QueryError(
        .type, .runtime, "InvalidArgumentType", "properties are set from a map, not from \(value.typeName)", at: range)
    }
  }

  func changeLabels(_ labels: [String], of entity: Value, adding: Bool, at range: ByteRange) throws(QueryError) {
    switch entity {
    case .null: return
    case .node(let node):
      try check(node, at: range)
      for label in labels {
        try change { (graph) throws(GraphError) in
          if adding { try graph.addLabel(label, to: node) } else { try graph.removeLabel(label, from: node) }
        }
      }
    default:
      throw QueryError(
        .type, .runtime, "InvalidArgumentType", "only nodes have labels, not \(entity.typeName)", at: range)
    }
  }

  private func notAnEntity(_ value: Value, at range: ByteRange) -> QueryError {
    QueryError(
      .type, .runtime, "InvalidArgumentType",
      "only nodes and relationships have properties to set, not \(value.typeName)",
      at: range)
  }

  private func check(_ node: NodeID, at range: ByteRange) throws(QueryError) {
    if !store.graph.contains(node) { throw GraphWriter.deletedEntity(at: range) }
  }

  private func check(_ edge: EdgeID, at range: ByteRange) throws(QueryError) {
    if !store.graph.contains(edge) { throw GraphWriter.deletedEntity(at: range) }
  }

  func delete(_ edge: EdgeID) throws(QueryError) {
    guard store.graph.contains(edge) else { return }
    context.changes?.delete(edge)
    try change { (graph) throws(GraphError) in try graph.removeEdge(edge) }
  }

  /// Its edges must be gone, unless they are to go with it.
  func delete(_ node: NodeID, isDetaching: Bool, at range: ByteRange) throws(QueryError) {
    guard store.graph.contains(node) else { return }
    if isDetaching {
      for edge in Array(store.graph.outgoing(node)) + Array(store.graph.incoming(node)) { try delete(edge) }
    }
    guard store.graph.degree(of: node) == 0 else {
      throw QueryError(
        .constraintVerificationFailed, .runtime, "DeleteConnectedNode",
        "the node still has relationships; delete them first, or use DETACH DELETE", at: range)
    }
    context.changes?.delete(node)
    try change { (graph) throws(GraphError) in try graph.removeNode(node) }
  }
}

extension Value {
  /// Whether a list that is a property may hold it.
  fileprivate var isStorableElement: Bool {
    switch self {
    case .null, .map, .node, .edge, .path: false
    case .list(let elements): elements.allSatisfy(\.isStorableElement)
    default: true
    }
  }
}
