import QuipuGraph

/// What the planner knows of the graph's sizes.
struct CostModel {
  let graph: PropertyGraph
  let nodeCount: Double
  let edgeCount: Double

  init(_ graph: PropertyGraph) {
    self.graph = graph
    nodeCount = Double(max(graph.nodeCount, 1))
    edgeCount = Double(graph.edgeCount)
  }

  /// The share of rows that an equality, or another predicate, is taken to leave.
  static let equalitySelectivity = 0.05
  static let predicateSelectivity = 0.3

  /// Nodes that have these labels.
  func nodes(_ labels: LabelExpression?) -> Double {
    guard let labels else { return nodeCount }
    switch labels {
    case .name(let name): return Double(graph.nodes(label: name.text).count)
    case .and(let parts): return parts.map { nodes($0) }.min() ?? nodeCount
    case .or(let parts): return min(nodeCount, parts.reduce(0) { $0 + nodes($1) })
    case .not(let part): return max(nodeCount - nodes(part), 0)
    case .any: return nodeCount
    }
  }

  /// Edges of these types.
  func edges(_ types: LabelExpression?) -> Double {
    guard let types else { return edgeCount }
    switch types {
    case .name(let name): return Double(graph.edges(type: name.text).count)
    case .and(let parts): return parts.map { edges($0) }.min() ?? edgeCount
    case .or(let parts): return min(edgeCount, parts.reduce(0) { $0 + edges($1) })
    case .not(let part): return max(edgeCount - edges(part), 0)
    case .any: return edgeCount
    }
  }

  /// Relationships that leave one node with such labels: the type's edges shared out among those nodes.
  func fanOut(_ types: LabelExpression?, _ direction: EdgePattern.Direction, from labels: LabelExpression?) -> Double {
    let all = edges(types) * (direction == .either ? 2 : 1)
    return all / max(nodes(labels), 1)
  }

  /// How many of the nodes that an edge leads to have these labels, at a guess.
  func share(of labels: LabelExpression?) -> Double {
    labels == nil ? 1 : max(min(nodes(labels) / nodeCount, 1), 0.01)
  }

  func hasIndex(_ label: String?, _ key: String) -> Bool {
    graph.indexedProperties.contains { $0.key == key && ($0.label == nil || $0.label == label) }
  }
}
