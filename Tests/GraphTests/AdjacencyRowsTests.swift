import QuipuGraph
import QuipuTestSupport
import Testing

@Suite struct AdjacencyRowsTests {
  /// Edges and neighbours of every node, read through the lists.
  private func lists(_ graph: PropertyGraph, _ type: TypeID?, _ direction: EdgeDirection) -> [[[UInt32]]] {
    (0..<graph.nodeCount).map { i in
      let node = NodeID(rawValue: UInt32(i))
      let edges =
        direction == .outgoing
        ? Array(type.map { graph.outgoing(node, type: $0) } ?? graph.outgoing(node)).map(\.rawValue)
        : Array(type.map { graph.incoming(node, type: $0) } ?? graph.incoming(node)).map(\.rawValue)
      let neighbours = edges.map { edge -> UInt32 in
        let (source, target) = graph.endpoints(of: EdgeID(rawValue: edge))
        return direction == .outgoing ? target.rawValue : source.rawValue
      }
      return [edges, neighbours]
    }
  }

  private func random(edges: Int) throws -> PropertyGraph {
    var graph = PropertyGraph()
    var random = SplitMix64(seed: 5)
    let nodes = try (0..<50).map { try graph.addNode(id: "n\($0)") }
    for i in 0..<edges {
      // The first type is rare, and its edges are walked by their list.
      let type = i % 40 == 0 ? "RARE" : "T\(i % 2)"
      let source = nodes[Int.random(in: 0..<50, using: &random)]
      try graph.addEdge(from: source, to: nodes[Int.random(in: 0..<50, using: &random)], type: type)
    }
    for i in stride(from: 0, to: edges, by: 7) { try graph.removeEdge(EdgeID(rawValue: UInt32(i))) }
    return graph
  }

  @Test(arguments: EdgeDirection.allCases, [nil, "RARE", "T0", "T1"])
  func rowsAreTheLists(direction: EdgeDirection, type: String?) throws {
    let graph = try random(edges: 400)
    let typeID = type.flatMap { graph.typeID($0) }
    let rows = graph.adjacencyRows(type: typeID, direction: direction)
    #expect(rows.rowCount == 50)
    #expect(rows.neighbours.count == rows.edges.count)
    let read = (0..<rows.rowCount).map { i -> [[UInt32]] in
      let row = rows.row(of: NodeID(rawValue: UInt32(i)))
      #expect(rows.degree(of: NodeID(rawValue: UInt32(i))) == row.count)
      return [Array(rows.edges[row]), Array(rows.neighbours[row])]
    }
    #expect(read == lists(graph, typeID, direction))
    #expect(rows.edges.count == type.map { graph.edges(type: $0).count } ?? graph.edgeCount)
  }

  @Test func emptyGraphs() throws {
    var graph = PropertyGraph()
    #expect(graph.adjacencyRows(type: nil, direction: .outgoing).rowCount == 0)
    let node = try graph.addNode(id: "a")
    let rows = graph.adjacencyRows(type: nil, direction: .incoming)
    #expect(rows.offsets == [0, 0])
    #expect(rows.row(of: node).isEmpty)
  }

  /// The rows are of the moment they were made at; a node that came later has none.
  @Test func laterChangesDoNotShow() throws {
    var graph = PropertyGraph()
    let first = try graph.addNode(id: "a")
    let loop = try graph.addEdge(from: first, to: first, type: "T")
    let rows = graph.adjacencyRows(type: nil, direction: .outgoing)
    let second = try graph.addNode(id: "b")
    try graph.addEdge(from: second, to: first, type: "T")
    try graph.removeEdge(loop)
    #expect(rows.degree(of: first) == 1)
    #expect(rows.degree(of: second) == 0)
    #expect(rows.row(of: NodeID(rawValue: .max - 1)).isEmpty)
    #expect(rows.edges == [loop.rawValue])
  }
}
