import QuipuGraph

extension Function {
  static let graphFunctions: [Function] = [
    .unary("id", .entity, .integer, "id(entity): its number in the graph, for as long as the graph is open") {
      (value, _) throws(QueryError) in
      switch value {
      case .node(let node): return .int(Int64(node.rawValue))
      case .edge(let edge): return .int(Int64(edge.rawValue))
      default: throw .argument(of: "id", value, expected: "a node or relationship")
      }
    },
    .unary("elementId", .entity, .string, "elementId(entity): its identifier, as the graph's files have it") {
      (value, context) throws(QueryError) in
      switch try value.entity(for: "elementId", context) {
      case .node(let node): return .string(context.graph.id(of: node))
      case .edge(let edge): return .string(context.graph.id(of: edge))
      }
    },
    .unary("labels", .node, .list, "labels(node): its labels") { (value, context) throws(QueryError) in
      let node = try value.node(for: "labels", context)
      return .list(context.graph.labels(of: node).map { .string($0) })
    },
    // Of a deleted relationship too: its type is no part of what was deleted (TCK, Return2).
    .unary("type", .edge, .string, "type(relationship): the name of its type") { (value, context) throws(QueryError) in
      guard case .edge(let edge) = value else { throw .argument(of: "type", value, expected: "a relationship") }
      return .string(context.graph.type(of: edge))
    },
    .unary("keys", [.map, .node, .edge], .list, "keys(entity or map): the names of its properties") {
      (value, context) throws(QueryError) in
      .list(try value.properties(for: "keys", context).map { .string($0.key) })
    },
    .unary("properties", [.map, .node, .edge], .map, "properties(entity or map): its properties as a map") {
      (value, context) throws(QueryError) in
      if case .map = value { return value }
      return .map(ValueMap(try value.properties(for: "properties", context)))
    },
    .unary("startNode", .edge, .node, "startNode(relationship): the node that it leaves") {
      (value, context) throws(QueryError) in
      .node(context.graph.source(of: try value.edge(for: "startNode", context)))
    },
    .unary("endNode", .edge, .node, "endNode(relationship): the node that it enters") {
      (value, context) throws(QueryError) in
      .node(context.graph.target(of: try value.edge(for: "endNode", context)))
    },
    .unary("nodes", .path, .list, "nodes(path): its nodes in order") { (value, _) throws(QueryError) in
      .list(try value.path(for: "nodes").nodes.map { .node($0) })
    },
    .unary("relationships", .path, .list, "relationships(path): its relationships in order") {
      (value, _) throws(QueryError) in
      .list(try value.path(for: "relationships").edges.map { .edge($0) })
    },
    .unary("length", .path, .integer, "length(path): the number of its relationships") {
      (value, _) throws(QueryError) in
      .int(Int64(try value.path(for: "length").edges.count))
    },
  ]
}

/// A node or relationship that is in the graph.
private enum Entity {
  case node(NodeID)
  case edge(EdgeID)
}

extension Value {
  fileprivate func entity(for function: String, _ context: EvaluationContext) throws(QueryError) -> Entity {
    switch self {
    case .node(let node):
      guard context.graph.contains(node) else { throw .deleted("node") }
      return .node(node)
    case .edge(let edge):
      guard context.graph.contains(edge) else { throw .deleted("relationship") }
      return .edge(edge)
    default: throw .argument(of: function, self, expected: "a node or relationship")
    }
  }

  fileprivate func node(for function: String, _ context: EvaluationContext) throws(QueryError) -> NodeID {
    guard case .node(let node) = self else { throw .argument(of: function, self, expected: "a node") }
    guard context.graph.contains(node) else { throw .deleted("node") }
    return node
  }

  fileprivate func edge(for function: String, _ context: EvaluationContext) throws(QueryError) -> EdgeID {
    guard case .edge(let edge) = self else { throw .argument(of: function, self, expected: "a relationship") }
    guard context.graph.contains(edge) else { throw .deleted("relationship") }
    return edge
  }

  fileprivate func path(for function: String) throws(QueryError) -> PathValue {
    guard case .path(let path) = self else { throw .argument(of: function, self, expected: "a path") }
    return path
  }

  /// Of a map, node or relationship.
  fileprivate func properties(
    for function: String, _ context: EvaluationContext
  ) throws(QueryError) -> [(key: String, value: Value)] {
    switch self {
    case .map(let map): return map.entries.map { (key: $0.key, value: $0.value) }
    case .node, .edge: break
    default: throw .argument(of: function, self, expected: "a map, node or relationship")
    }
    switch try entity(for: function, context) {
    case .node(let node): return context.graph.properties(of: node).map { (key: $0.key, value: Value($0.value)) }
    case .edge(let edge): return context.graph.properties(of: edge).map { (key: $0.key, value: Value($0.value)) }
    }
  }
}
