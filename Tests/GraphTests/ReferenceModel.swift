import QuipuGraph

/// The plainest possible property graph, to hold the real one against: arrays of elements searched from the front.
struct ReferenceModel {
  struct Node {
    var number: NodeID
    var id: String
    var labels: Set<String>
    var properties: [String: PropertyValue]
  }

  struct Edge {
    var number: EdgeID
    var id: String?
    var source: NodeID
    var target: NodeID
    var type: String
    var properties: [String: PropertyValue]
  }

  var nodes: [Node] = []
  var edges: [Edge] = []
  /// In order of first use.
  var labels: [String] = []
  var keys: [String] = []

  mutating func use(label: String) { if !labels.contains(label) { labels.append(label) } }
  mutating func use(key: String) { if !keys.contains(key) { keys.append(key) } }

  mutating func removeNode(_ node: NodeID) {
    edges.removeAll { $0.source == node || $0.target == node }
    nodes.removeAll { $0.number == node }
  }

  func edgesAtEnds(of node: NodeID) -> Int { edges.filter { $0.source == node || $0.target == node }.count }

  /// Properties as the graph shows them.
  func sorted(_ properties: [String: PropertyValue]) -> [String] {
    keys.compactMap { key in properties[key].map { "\(key)=\($0)" } }
  }

  func componentCount() -> Int {
    var unseen = Set(nodes.map(\.number))
    var count = 0
    while let start = unseen.popFirst() {
      count += 1
      var queue = [start]
      while let node = queue.popLast() {
        for edge in edges where edge.source == node || edge.target == node {
          for end in [edge.source, edge.target] where unseen.remove(end) != nil { queue.append(end) }
        }
      }
    }
    return count
  }

  /// Everything in which the graph differs from the model.
  func differences(_ graph: PropertyGraph, types: [String], indexed: [(String?, String)]) -> [String] {
    var found: [String] = []
    func compare<T: Equatable>(_ what: String, _ a: T, _ b: T) {
      if a != b { found.append("\(what): \(a), expected \(b)") }
    }
    compare("nodes", Array(graph.nodes), nodes.map(\.number))
    compare("edges", Array(graph.edges), edges.map(\.number))
    compare("counts", [graph.nodeCount, graph.edgeCount], [nodes.count, edges.count])
    for node in nodes { compareNode(node, graph, &found) }
    for edge in edges {
      compare("ends", [graph.source(of: edge.number), graph.target(of: edge.number)], [edge.source, edge.target])
      compare("type", graph.type(of: edge.number), edge.type)
      compare("stored id", graph.hasStoredID(edge.number), edge.id != nil)
      if let id = edge.id { compare("edge id", graph.id(of: edge.number), id) }
      compare("edge by id", graph.edge(withID: graph.id(of: edge.number)), edge.number)
      compare(
        "edge properties", graph.properties(of: edge.number).map { "\($0.key)=\($0.value)" },
        sorted(edge.properties))
    }
    for label in labels {
      compare("label", Array(graph.nodes(label: label)), nodes.filter { $0.labels.contains(label) }.map(\.number))
    }
    for type in types {
      compare("type", Array(graph.edges(type: type)), edges.filter { $0.type == type }.map(\.number))
    }
    for (label, key) in indexed {
      for value in Set(nodes.compactMap { $0.properties[key] }).union([.int(99)]) {
        let expected = nodes.filter { $0.properties[key] == value && (label.map($0.labels.contains) ?? true) }
        compare("where \(key)", graph.nodes(where: key, equals: value, label: label), expected.map(\.number))
      }
    }
    compare("components", graph.statistics.componentCount, componentCount())
    return found
  }

  private func compareNode(_ node: Node, _ graph: PropertyGraph, _ found: inout [String]) {
    let number = node.number
    let out = edges.filter { $0.source == number }
    let into = edges.filter { $0.target == number }
    if graph.id(of: number) != node.id { found.append("id of \(number)") }
    if graph.node(withID: node.id) != number { found.append("node with id \(node.id)") }
    if graph.labels(of: number) != labels.filter(node.labels.contains) { found.append("labels of \(number)") }
    if Array(graph.outgoing(number)) != out.map(\.number) { found.append("outgoing of \(number)") }
    if Array(graph.incoming(number)) != into.map(\.number) { found.append("incoming of \(number)") }
    if Array(graph.outgoing(number, type: "T0")) != out.filter({ $0.type == "T0" }).map(\.number) {
      found.append("outgoing T0 of \(number)")
    }
    if Array(graph.incoming(number, type: "T1")) != into.filter({ $0.type == "T1" }).map(\.number) {
      found.append("incoming T1 of \(number)")
    }
    if graph.outDegree(of: number) != out.count || graph.inDegree(of: number) != into.count {
      found.append("degrees of \(number)")
    }
    if graph.properties(of: number).map({ "\($0.key)=\($0.value)" }) != sorted(node.properties) {
      found.append("properties of \(number)")
    }
  }
}
