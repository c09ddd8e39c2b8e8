import QuipuGraph
import Testing

/// Invariants over every small graph.
@Suite struct SmallGraphsTests {
  /// Every set of edges among the pairs, as bits.
  private func graph(nodes: Int, pairs: [(Int, Int)], edges: Int) throws -> PropertyGraph {
    var graph = PropertyGraph()
    let numbers = try (0..<nodes).map { try graph.addNode(id: "n\($0)", labels: $0 % 2 == 0 ? ["A"] : ["A", "B"]) }
    for (i, pair) in pairs.enumerated() where edges >> i & 1 == 1 {
      try graph.addEdge(from: numbers[pair.0], to: numbers[pair.1], type: "T\(i % 2)")
    }
    return graph
  }

  private func pairs(_ nodes: Int, loops: Bool) -> [(Int, Int)] {
    (0..<nodes).flatMap { a in (0..<nodes).map { (a, $0) } }.filter { loops || $0.0 != $0.1 }
  }

  /// Weakly connected components by closing the relation over all triples (Warshall).
  private func components(_ nodes: Int, _ pairs: [(Int, Int)], _ edges: Int) -> Int {
    var reach = (0..<nodes).map { a in (0..<nodes).map { $0 == a } }
    for (i, (a, b)) in pairs.enumerated() where edges >> i & 1 == 1 {
      reach[a][b] = true
      reach[b][a] = true
    }
    for k in 0..<nodes {
      for a in 0..<nodes { for b in 0..<nodes where reach[a][k] && reach[k][b] { reach[a][b] = true } }
    }
    return Set(reach).count
  }

  @Test(arguments: 0...3) func everyGraphWithLoops(nodes: Int) throws {
    let pairs = pairs(nodes, loops: true)
    for edges in 0..<(1 << pairs.count) {
      let graph = try graph(nodes: nodes, pairs: pairs, edges: edges)
      #expect(graph.invariantViolations == [])
      #expect(graph.statistics.componentCount == components(nodes, pairs, edges))
      let loops = pairs.indices.filter { edges >> $0 & 1 == 1 && pairs[$0].0 == pairs[$0].1 }
      #expect(graph.statistics.loopCount == loops.count)
      // Taking away any one edge, or any one node, leaves a sound graph.
      for edge in graph.edges {
        var less = graph
        try less.removeEdge(edge)
        #expect(less.invariantViolations == [])
        #expect(less.edgeCount == graph.edgeCount - 1)
      }
      for node in graph.nodes {
        var less = graph
        try less.removeNode(node, detaching: true)
        #expect(less.invariantViolations == [])
        #expect(less.nodeCount == nodes - 1)
      }
    }
  }

  @Test func everyGraphOfFourNodesWithoutLoops() throws {
    let pairs = pairs(4, loops: false)
    for edges in 0..<(1 << pairs.count) {
      var graph = try graph(nodes: 4, pairs: pairs, edges: edges)
      #expect(graph.statistics.componentCount == components(4, pairs, edges))
      try graph.removeNode(NodeID(rawValue: 1), detaching: true)
      #expect(graph.invariantViolations == [])
    }
  }

  /// Three edges between two nodes, of either type, parallel ones and loops included, removed in every order.
  @Test func everyOrderOfRemovingParallelEdges() throws {
    let pairs = pairs(2, loops: true)
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for choice in 0..<(pairs.count * pairs.count * pairs.count) {
      var full = PropertyGraph()
      let nodes = [try full.addNode(id: "a"), try full.addNode(id: "b")]
      var edges: [EdgeID] = []
      for i in [choice % 4, choice / 4 % 4, choice / 16] {
        edges.append(try full.addEdge(from: nodes[pairs[i].0], to: nodes[pairs[i].1], type: "T"))
      }
      for order in orders {
        var graph = full
        for (removed, i) in order.enumerated() {
          try graph.removeEdge(edges[i])
          #expect(graph.invariantViolations == [])
          #expect(graph.edgeCount == 2 - removed)
        }
      }
    }
  }
}
