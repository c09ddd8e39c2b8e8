import QuipuGraph
import QuipuQuery

/// The part of a graph that a result holds: its nodes, its relationships and their ends.
struct ResultGraph {
  private let whole: PropertyGraph
  private var nodes: Set<NodeID> = []
  private var edges: Set<EdgeID> = []

  init(_ graph: PropertyGraph) { whole = graph }

  var isEmpty: Bool { nodes.isEmpty }

  /// Takes in what a value holds, lists and maps at any depth. What is no longer in the graph is left out.
  mutating func add(_ value: Value) {
    var rest = [value]
    while let value = rest.popLast() {
      switch value {
      case .node(let node): if whole.contains(node) { nodes.insert(node) }
      case .edge(let edge): add(edge)
      case .path(let path):
        for node in path.nodes where whole.contains(node) { nodes.insert(node) }
        for edge in path.edges { add(edge) }
      case .list(let values): rest += values
      case .map(let map): rest += map.entries.map(\.value)
      default: break
      }
    }
  }

  private mutating func add(_ edge: EdgeID) {
    guard whole.contains(edge) else { return }
    edges.insert(edge)
    nodes.formUnion([whole.source(of: edge), whole.target(of: edge)])
  }

  /// A graph of its own, in the order of the whole one, with the same ids, labels and properties.
  func graph() throws(GraphError) -> PropertyGraph {
    var graph = PropertyGraph()
    for number in 0..<whole.labelCount {
      let label = LabelID(rawValue: UInt16(number))
      if whole.nodes(label: label).contains(where: nodes.contains) {
        _ = try graph.labelID(adding: whole.name(of: label))
      }
    }
    var copies: [NodeID: NodeID] = [:]
    for node in nodes.sorted() {
      copies[node] = try graph.addNode(
        id: whole.id(of: node), labels: whole.labels(of: node),
        properties: whole.properties(of: node).map { ($0.key, $0.value) })
    }
    for edge in edges.sorted() {
      guard let source = copies[whole.source(of: edge)], let target = copies[whole.target(of: edge)] else { continue }
      try graph.addEdge(
        id: whole.hasStoredID(edge) ? whole.id(of: edge) : nil, from: source, to: target, type: whole.type(of: edge),
        properties: whole.properties(of: edge).map { ($0.key, $0.value) })
    }
    return graph
  }
}
