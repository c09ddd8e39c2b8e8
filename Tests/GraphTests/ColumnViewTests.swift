import QuipuCore
import QuipuGraph
import QuipuTestSupport
import Testing

@Suite struct ColumnViewTests {
  /// Typed reads agree with `property` whatever the column holds: values of one kind, of several, sparse and dense.
  @Test(arguments: [1, 40], [false, true]) func typedReadsAgree(spread: Int, isMixed: Bool) throws {
    var random = SplitMix64(seed: UInt64(spread))
    var graph = PropertyGraph()
    var node = NodeID(rawValue: 0)
    let columns: [String: [PropertyValue]] = [
      "i": [1, 2, -3], "d": [1.5, .double(.infinity), 0.0], "b": [true, false], "s": ["x", "y", ""],
      "t": [.date(CivilDate(daysSinceEpoch: 3)), .date(CivilDate(daysSinceEpoch: 4))], "l": [["a"], [1]],
    ]
    for i in 0..<300 {
      node = try graph.addNode(id: "n\(i)")
      let edge = try graph.addEdge(from: node, to: node, type: "T")
      guard i % spread == 0 else { continue }
      for (key, values) in columns.sorted(by: { $0.key < $1.key }) {
        let value = values[Int.random(in: 0..<values.count, using: &random)]
        try graph.setProperty(key, to: value, of: node)
        try graph.setProperty(key, to: value, of: edge)
      }
    }
    if isMixed {
      for key in columns.keys.sorted() {
        try graph.setProperty(key, to: key == "i" ? "text" : 7, of: node)
        try graph.setProperty(key, to: key == "i" ? "text" : 7, of: EdgeID(rawValue: 299))
      }
    }
    for key in columns.keys.sorted() { try compare(graph, key, isMixed) }
  }

  private func compare(_ graph: PropertyGraph, _ name: String, _ isMixed: Bool) throws {
    let key = try #require(graph.keyID(name))
    let pure: [String: ColumnForm] = [
      "i": .ints, "d": .doubles, "b": .bools, "s": .strings, "t": .temporal, "l": .general,
    ]
    let form = isMixed ? .general : pure[name]
    #expect(graph.form(ofNodes: key) == form && graph.form(ofEdges: key) == form)
    let (nodes, edges) = (graph.column(ofNodes: key), graph.column(ofEdges: key))
    #expect(nodes.form == form && edges.form == form)
    #expect(nodes.count == graph.nodes.filter { nodes.has($0) }.count)
    for (node, edge) in zip(graph.nodes, graph.edges) {
      let value = graph.property(key, of: node)
      #expect(nodes.has(node) == (value != nil) && edges.has(edge) == (value != nil))
      let typed = typed(graph.int(key, of: node), graph.double(key, of: node), graph.bool(key, of: node))
      let string = graph.stringID(key, of: node).map { PropertyValue.string(graph.string($0)) }
      #expect((typed ?? string) == (form == .general || form == .temporal ? nil : value))
      #expect(graph.int(key, of: edge) == graph.int(key, of: node) && nodes.int(node) == edges.int(edge))
      #expect(graph.double(key, of: edge) == graph.double(key, of: node) && nodes.double(node) == edges.double(edge))
      #expect(graph.bool(key, of: edge) == graph.bool(key, of: node) && nodes.bool(node) == edges.bool(edge))
      #expect(graph.stringID(key, of: edge) == graph.stringID(key, of: node))
      #expect(nodes.string(node) == graph.stringID(key, of: node) && nodes.string(node) == edges.string(edge))
      #expect(nodes.int(node) == graph.int(key, of: node) && nodes.bool(node) == graph.bool(key, of: node))
      #expect(nodes.double(node) == graph.double(key, of: node))
    }
  }

  private func typed(_ int: Int64?, _ double: Double?, _ bool: Bool?) -> PropertyValue? {
    int.map { .int($0) } ?? double.map { .double($0) } ?? bool.map { .bool($0) }
  }

  @Test func stringsByNumber() throws {
    var graph = PropertyGraph()
    let node = try graph.addNode(id: "a", properties: [("k", "été")])
    let key = try #require(graph.keyID("k"))
    let id = try #require(graph.stringID(of: "été"))
    #expect(graph.stringID(key, of: node) == id)
    #expect(graph.string(id) == "été")
    #expect(Array(graph.bytes(of: id)) == Array("été".utf8))
    #expect(graph.stringID(of: "ete") == nil)
    #expect(graph.column(ofEdges: key).form == .empty)
    #expect(graph.int(KeyID(rawValue: 99), of: node) == nil)
    #expect(graph.form(ofNodes: KeyID(rawValue: 99)) == .empty)
  }

  /// A view is of the moment it was made at.
  @Test func aViewDoesNotChange() throws {
    var graph = PropertyGraph()
    let node = try graph.addNode(id: "a", properties: [("k", 1)])
    let view = graph.column(ofNodes: try #require(graph.keyID("k")))
    try graph.setProperty("k", to: "other", of: node)
    #expect(view.int(node) == 1)
    #expect(view.form == .ints)
  }
}
