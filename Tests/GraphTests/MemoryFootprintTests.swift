import QuipuGraph
import Testing

@Suite struct MemoryFootprintTests {
  /// The bounds that the benchmark shows for a million, at a size that a debug build can do: 96 bytes a node with its
  /// id, 64 an edge, neither with properties.
  @Test(arguments: [1000, 20_000, 33_000]) func staysWithinItsBounds(count: Int) throws {
    var graph = PropertyGraph()
    for i in 0..<count { try graph.addNode(id: "person:\(i)", labels: i % 2 == 0 ? ["Person"] : ["Person", "Author"]) }
    let nodes = graph.memoryFootprint
    #expect(nodes.nodes + nodes.nodeIDs <= 96 * count)
    #expect(nodes.nodes + nodes.nodeIDs >= 32 * count)
    for i in 0..<count {
      let ends = (NodeID(rawValue: UInt32(i)), NodeID(rawValue: UInt32(i * 7 % count)))
      try graph.addEdge(from: ends.0, to: ends.1, type: i % 3 == 0 ? "KNOWS" : "MET_WITH")
    }
    let edges = graph.memoryFootprint.total - nodes.total
    #expect(edges <= 64 * count)
    #expect(edges >= 28 * count)
  }

  @Test func propertiesAndIndexesCount() throws {
    var graph = PropertyGraph()
    for i in 0..<1000 { try graph.addNode(id: "\(i)", properties: [("k", .string("value \(i % 10)"))]) }
    let before = graph.memoryFootprint
    // A number of four bytes each, the ten strings once.
    #expect(before.properties >= 4000 && before.properties < 12_000)
    #expect(before.indexes == 0)
    try graph.createIndex(on: nil, key: "k")
    #expect(graph.memoryFootprint.indexes >= 4000)
  }

  @Test func compactionFreesWhatTheRemovedHeld() throws {
    var graph = PropertyGraph()
    for i in 0..<5000 { try graph.addNode(id: "node \(i)", labels: ["A"], properties: [("k", .string("value \(i)"))]) }
    for node in graph.nodes where node.rawValue % 10 != 0 { try graph.removeNode(node) }
    let before = graph.memoryFootprint.total
    graph.compact()
    #expect(graph.nodeCount == 500)
    #expect(graph.memoryFootprint.total < before / 4)
  }
}
