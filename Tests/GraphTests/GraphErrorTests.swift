import QuipuGraph
import Testing

@Suite struct GraphErrorTests {
  private func message(_ work: () throws -> Void) -> String {
    do {
      try work()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func unknownNode() throws {
    var graph = PropertyGraph()
    let node = try graph.addNode(id: "a")
    let far = NodeID(rawValue: 7)
    let text = "no node number 7 in this graph: it was removed, or the number comes from another graph"
    #expect(message { try graph.addEdge(from: node, to: far, type: "T") } == text)
    #expect(message { try graph.addEdge(from: far, to: node, type: "T") } == text)
    #expect(message { try graph.setProperty("k", to: 1, of: far) } == text)
    #expect(message { try graph.removeProperty("k", of: far) } == text)
    #expect(message { try graph.addLabel("A", to: far) } == text)
    #expect(message { try graph.removeLabel("A", from: far) } == text)
    #expect(message { try graph.setLabels(["A"], of: far) } == text)
    #expect(message { try graph.removeNode(far) } == text)
    #expect(graph.edgeCount == 0)
    #expect(graph.typeCount == 0)
  }

  @Test func unknownEdge() throws {
    var graph = PropertyGraph()
    let node = try graph.addNode(id: "a")
    let edge = try graph.addEdge(from: node, to: node, type: "T")
    try graph.removeEdge(edge)
    let text = "no edge number 0 in this graph: it was removed, or the number comes from another graph"
    #expect(message { try graph.removeEdge(edge) } == text)
    #expect(message { try graph.setProperty("k", to: 1, of: edge) } == text)
    #expect(message { try graph.removeProperty("k", of: edge) } == text)
  }

  @Test func duplicateIDs() throws {
    var graph = PropertyGraph()
    let node = try graph.addNode(id: "a", labels: ["A"])
    try graph.addEdge(id: "x", from: node, to: node, type: "T")
    #expect(
      message { try graph.addNode(id: "a", labels: ["B"], properties: [("k", 1)]) }
        == "a node with the id \"a\" is there already: give every node its own id, or change the one that is there")
    #expect(
      message { try graph.addEdge(id: "x", from: node, to: node, type: "U", properties: [("k", 1)]) }
        == "an edge with the id \"x\" is there already: give every edge its own id, or none")
    // Nothing of the refused ones stays behind.
    #expect([graph.nodeCount, graph.edgeCount, graph.labelCount, graph.typeCount, graph.keyCount] == [1, 1, 1, 1, 0])
    #expect(graph.invariantViolations == [])
  }

  @Test func nodeWithEdges() throws {
    var graph = PropertyGraph()
    let a = try graph.addNode(id: "a")
    let b = try graph.addNode(id: "b")
    try graph.addEdge(from: a, to: a, type: "T")
    #expect(
      message { try graph.removeNode(a) }
        == "node \"a\" still has 1 edge: remove it first, or remove the node detaching")
    try graph.addEdge(from: b, to: a, type: "T")
    #expect(
      message { try graph.removeNode(a) }
        == "node \"a\" still has 2 edges: remove them first, or remove the node detaching")
    #expect(graph.nodeCount == 2)
  }

  @Test func moreLabelsThanFit() throws {
    var graph = PropertyGraph()
    for i in 0..<PropertyGraph.nameCapacity { _ = try graph.labelID(adding: "L\(i)") }
    let text = "the graph is full: it holds at most 65535 labels; split the input into several graphs"
    #expect(message { try graph.addNode(id: "a", labels: ["one more"]) } == text)
    #expect(graph.node(withID: "a") == nil)
    #expect(graph.nodeCount == 0)
    try graph.addNode(id: "a", labels: ["L0"])
    #expect(graph.invariantViolations == [])
  }

  @Test func moreTypesThanFit() throws {
    var graph = PropertyGraph()
    let node = try graph.addNode(id: "a")
    for i in 0..<PropertyGraph.nameCapacity { _ = try graph.typeID(adding: "T\(i)") }
    let text = "the graph is full: it holds at most 65535 types; split the input into several graphs"
    #expect(message { try graph.addEdge(id: "x", from: node, to: node, type: "one more") } == text)
    #expect(graph.edge(withID: "x") == nil)
    try graph.addEdge(id: "x", from: node, to: node, type: "T0")
    #expect(graph.invariantViolations == [])
  }
}
