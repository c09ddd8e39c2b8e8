import QuipuGraph
import Testing

@Suite struct PropertyGraphTests {
  @Test func nodesAndEdges() throws {
    var graph = PropertyGraph()
    let a = try graph.addNode(id: "a", labels: ["Person"], properties: [("name", "A")])
    let b = try graph.addNode(id: "b", labels: ["Place", "City"])
    let e = try graph.addEdge(from: a, to: b, type: "LIVES_IN", properties: [("since", 1999)])
    #expect(graph.id(of: e) == "e0")
    #expect(Array(graph.outgoing(a)) == [e])
    #expect(graph.labels(of: b) == ["Place", "City"])
    #expect(graph.property("since", of: e) == 1999)
  }
}
