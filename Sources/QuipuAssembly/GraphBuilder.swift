import QuipuClaims
import QuipuGraph
import QuipuOntology

/// Puts assembled nodes and edges into a graph, with labels and properties in a fixed order.
struct GraphBuilder {
  let documents: [DocumentClaims]
  let nodes: [AssembledNode]
  let ontology: Ontology
  let options: Assembler.Options

  func build(_ edges: [AssembledEdge]) throws(GraphError) -> Assembly {
    var used = Array(repeating: options.includeIsolatedEntities, count: nodes.count)
    for edge in edges {
      used[edge.source] = true
      used[edge.target] = true
    }
    let shown = nodes.indices.filter { used[$0] }
    var graph = PropertyGraph()
    graph.reserveCapacity(nodes: shown.count, edges: edges.count)
    graph.setGraphProperty("documents", to: .int(Int64(documents.count)))
    try declareLabels(shown, &graph)
    let numbers = try addNodes(shown, &graph)
    try addEdges(edges, numbers, &graph)
    let summary = GraphSummary(documents: documents, nodes: shown.map { nodes[$0] }, edges: edges, ontology: ontology)
    let reasons = shown.compactMap { nodes[$0].reasons.isEmpty ? nil : (nodes[$0].id, nodes[$0].reasons) }
    return Assembly(graph: graph, summary: summary, mergeReasons: reasons)
  }

  /// The more specific first, so that every node's first label is its class.
  private func declareLabels(_ shown: [Int], _ graph: inout PropertyGraph) throws(GraphError) {
    var seen: Set<ClassID> = []
    for n in shown where !seen.contains(nodes[n].classID) {
      seen.formUnion([nodes[n].classID] + ontology.ancestors(of: nodes[n].classID))
    }
    let depths = seen.map { (id: $0, depth: ontology.ancestors(of: $0).count, name: ontology[$0].name) }
    for label in depths.sorted(by: { $0.depth != $1.depth ? $0.depth > $1.depth : precedes($0.name, $1.name) }) {
      _ = try graph.labelID(adding: label.name)
    }
  }

  private func addNodes(_ shown: [Int], _ graph: inout PropertyGraph) throws(GraphError) -> [NodeID?] {
    var numbers: [NodeID?] = Array(repeating: nil, count: nodes.count)
    let hasKB = shown.contains { nodes[$0].kb != nil }
    for key in ["name", "class", "aliases"] + (hasKB ? ["kb"] : []) + ["mentions", "documents"] where !shown.isEmpty {
      _ = graph.keyID(adding: key)
    }
    for n in shown {
      let node = nodes[n]
      let classes = [node.classID] + ontology.ancestors(of: node.classID)
      numbers[n] = try graph.addNode(
        id: node.id, labels: classes.map { ontology[$0].name },
        properties: [
          ("name", .string(node.name)), ("class", .string(ontology[node.classID].name)),
          ("aliases", .list(node.aliases.map { .string($0) })), ("kb", node.kb.map { .string($0) } ?? .null),
          ("mentions", .int(Int64(node.mentions))),
          ("documents", .list(node.documents.map { .string(documents[$0].id) })),
        ])
    }
    return numbers
  }

  private func addEdges(
    _ edges: [AssembledEdge], _ numbers: [NodeID?], _ graph: inout PropertyGraph
  ) throws(GraphError) {
    guard !edges.isEmpty else { return }
    let properties = EdgeProperties(documents: documents, nodes: nodes, ontology: ontology)
    for key in properties.keys(of: edges) { _ = graph.keyID(adding: key) }
    for edge in edges {
      guard let source = numbers[edge.source], let target = numbers[edge.target] else { continue }
      try graph.addEdge(
        id: edge.id, from: source, to: target, type: ontology[edge.relation].name, properties: properties.all(of: edge))
    }
  }
}
