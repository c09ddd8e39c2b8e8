import QuipuGraph
import Testing

/// Swift's dictionaries have another order in every copy of themselves and every run; nothing of it may show.
@Suite struct DeterminismTests {
  private func dump(_ graph: PropertyGraph) -> [String] {
    graph.nodes.map { node in
      "\(graph.id(of: node)) \(graph.labels(of: node)) \(graph.properties(of: node)) "
        + "\(graph.outgoing(node).map { graph.id(of: $0) }) \(graph.incoming(node).map { graph.id(of: $0) })"
    } + graph.edges.map { "\(graph.id(of: $0)) \(graph.type(of: $0)) \(graph.properties(of: $0))" }
      + ["\(graph.statistics)", "\(graph.graphProperties)", "\(graph.indexedProperties)"]
  }

  @Test func theSameCallsGiveTheSameGraph() throws {
    var first: [String] = []
    for _ in 0..<10 {
      var run = RandomRun(seed: 5)
      for _ in 0..<200 { try run.step() }
      let found = dump(run.graph)
      if first.isEmpty { first = found }
      #expect(found == first)
    }
    #expect(first.count > 4)
  }

  /// Compaction shows in nothing but the numbers.
  @Test func compactionKeepsOrderAndContent() throws {
    var run = RandomRun(seed: 9)
    for _ in 0..<200 { try run.step() }
    for edge in run.graph.edges where !run.graph.hasStoredID(edge) { try run.graph.removeEdge(edge) }
    let before = dump(run.graph)
    run.graph.compact()
    #expect(dump(run.graph) == before)
    #expect(before.count > 4)
  }
}
