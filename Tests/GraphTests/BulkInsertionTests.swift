import QuipuCore
import QuipuGraph
import QuipuTestSupport
import Testing

@Suite struct BulkInsertionTests {
  private func bytes<T>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
    try Array(text.utf8).withUnsafeBufferPointer(body)
  }

  private func addNode(_ graph: inout PropertyGraph, _ id: String, _ labels: [String] = []) throws -> NodeID {
    let labels = try graph.labelSetID(adding: labels)
    return try bytes(id) { try graph.addNode(id: $0, labels: labels) }
  }

  private func addEdge(_ graph: inout PropertyGraph, _ id: String?, _ node: NodeID) throws -> EdgeID {
    let type = try graph.typeID(adding: "T")
    guard let id else { return try graph.addEdge(id: nil, from: node, to: node, type: type) }
    return try bytes(id) { try graph.addEdge(id: $0, from: node, to: node, type: type) }
  }

  /// The typed setters, on columns of every form, against those that take a `PropertyValue`; the first with an index.
  @Test(arguments: [1, 30]) func settersAgree(spread: Int) throws {
    var random = SplitMix64(seed: UInt64(spread))
    var (bulk, plain) = (PropertyGraph(), PropertyGraph())
    try bulk.createIndex(on: "L", key: "k0")
    for i in 0..<200 {
      _ = try addNode(&bulk, "n\(i)", i % 3 == 0 ? ["L", "M"] : [])
      try plain.addNode(id: "n\(i)", labels: i % 3 == 0 ? ["L", "M"] : [])
      try plain.addEdge(from: NodeID(rawValue: 0), to: NodeID(rawValue: UInt32(i)), type: "T")
      let type = try bulk.typeID(adding: "T")
      _ = try bulk.addEdge(id: nil, from: NodeID(rawValue: 0), to: NodeID(rawValue: UInt32(i)), type: type)
    }
    for step in 0..<1500 {
      let row = UInt32(Int.random(in: 0..<(200 / spread), using: &random) * spread)
      // Three keys stay of one kind each, the fourth does not.
      let name = "k\(Int.random(in: 0..<4, using: &random))"
      let kind =
        name == "k3" && step > 700
        ? Int.random(in: 0..<4, using: &random) : ["k1", "k2"].firstIndex(of: name).map { $0 + 1 } ?? 0
      let key = bulk.keyID(adding: name)
      let (node, edge) = (NodeID(rawValue: row), EdgeID(rawValue: row))
      let value: PropertyValue
      switch kind {
      case 0:
        let text = "text \(step % 9)"
        value = .string(text)
        let id = try bytes(text) { try bulk.stringID(adding: $0) }
        try bulk.setProperty(key, string: id, of: node)
        try bulk.setProperty(key, string: id, of: edge)
      case 1:
        value = .int(Int64(step))
        try bulk.setProperty(key, int: Int64(step), of: node)
        try bulk.setProperty(key, int: Int64(step), of: edge)
      case 2:
        value = .double(-0.5 * Double(step))
        try bulk.setProperty(key, double: -0.5 * Double(step), of: node)
        try bulk.setProperty(key, double: -0.5 * Double(step), of: edge)
      default:
        value = step % 2 == 0 ? .null : [.int(1)]
        try bulk.setProperty(key, to: value, of: node)
        try bulk.setProperty(key, to: value, of: edge)
      }
      try plain.setProperty(name, to: value, of: node)
      try plain.setProperty(name, to: value, of: edge)
      if step == 300 { bulk.reserveCapacity(nodes: 1000, edges: 1000) }
    }
    #expect(bulk.invariantViolations == [])
    for name in ["k0", "k1", "k2", "k3"] {
      #expect(bulk.nodes.map { bulk.property(name, of: $0) } == plain.nodes.map { plain.property(name, of: $0) })
      #expect(bulk.edges.map { bulk.property(name, of: $0) } == plain.edges.map { plain.property(name, of: $0) })
      #expect(
        bulk.form(ofNodes: try #require(bulk.keyID(name))) == plain.form(ofNodes: try #require(plain.keyID(name))))
    }
    for i in 0..<9 {
      let value = PropertyValue.string("text \(i)")
      #expect(bulk.nodes(where: "k0", equals: value, label: "L") == plain.nodes(where: "k0", equals: value, label: "L"))
    }
    #expect(bulk.nodes.map { bulk.labels(of: $0) } == plain.nodes.map { plain.labels(of: $0) })
  }

  @Test func nodesAreFoundByBytes() throws {
    var graph = PropertyGraph()
    for id in ["a", "b", "é"] { _ = try addNode(&graph, id) }
    for guess in [0, 1, 2, 3, UInt32.max] {
      #expect(bytes("é") { graph.node(withID: $0, near: guess) } == NodeID(rawValue: 2))
      #expect(bytes("x") { graph.node(withID: $0, near: guess) } == nil)
    }
    try graph.removeNode(NodeID(rawValue: 1))
    #expect(bytes("b") { graph.node(withID: $0, near: 1) } == nil)
    #expect(bytes("é") { graph.node(withID: $0) } == NodeID(rawValue: 2))
    #expect(throws: GraphError.duplicateNodeID("a")) { try addNode(&graph, "a") }
    #expect(throws: GraphError.unknownNode(NodeID(rawValue: 1))) {
      try graph.setProperty(graph.keyID(adding: "k"), int: 1, of: NodeID(rawValue: 1))
    }
    try graph.setLabels(try graph.labelSetID(adding: ["X"]), of: NodeID(rawValue: 0))
    #expect(graph.labels(of: NodeID(rawValue: 0)) == ["X"])
    #expect(graph.invariantViolations == [])
  }

  /// Ids that edges answer to anyway are not stored, those that another answers to are refused.
  @Test func edgeIDs() throws {
    var graph = PropertyGraph()
    let node = try addNode(&graph, "a")
    let ids = ["e0", nil, "e2", "e03", "mine", "e5_", "e7", "e+7", "e", "10", "e99999999999"]
    for id in ids { _ = try addEdge(&graph, id, node) }
    #expect(graph.edges.map { graph.hasStoredID($0) } == ids.indices.map { ![0, 1, 2].contains($0) })
    #expect(graph.edges.map { graph.id(of: $0) } == ids.enumerated().map { $1 ?? "e\($0)" })
    for taken in ["e0", "e1", "e2", "mine", "e7", "10"] {
      #expect(throws: GraphError.duplicateEdgeID(taken)) { try addEdge(&graph, taken, node) }
    }
    #expect(graph.edgeCount == ids.count)
    #expect(graph.invariantViolations == [])
  }
}
