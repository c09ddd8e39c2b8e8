import QuipuCore
import QuipuGraph
import Testing

@Suite struct PropertyGraphTests {
  /// Two people, a city, parallel edges and a loop.
  private func sample() throws -> (graph: PropertyGraph, nodes: [NodeID], edges: [EdgeID]) {
    var graph = PropertyGraph()
    let ann = try graph.addNode(id: "ann", labels: ["Person"], properties: [("name", "Ann"), ("age", 41)])
    let bob = try graph.addNode(id: "bob", labels: ["Person", "Author", "Person"], properties: [("name", "Bob")])
    let oslo = try graph.addNode(id: "oslo", labels: ["City"], properties: [("name", "Oslo"), ("founded", .null)])
    let edges = [
      try graph.addEdge(id: "first", from: ann, to: bob, type: "KNOWS", properties: [("since", 1999)]),
      try graph.addEdge(from: ann, to: bob, type: "KNOWS"),
      try graph.addEdge(from: ann, to: oslo, type: "LIVES_IN"),
      try graph.addEdge(from: bob, to: bob, type: "KNOWS"),
    ]
    return (graph, [ann, bob, oslo], edges)
  }

  @Test func nodesWithLabelsAndProperties() throws {
    let (graph, nodes, _) = try sample()
    #expect(graph.nodeCount == 3)
    #expect(graph.node(withID: "oslo") == nodes[2])
    #expect(graph.node(withID: "rome") == nil)
    #expect(graph.id(of: nodes[1]) == "bob")
    #expect(graph.labels(of: nodes[1]) == ["Person", "Author"])
    #expect(graph.hasLabel("Author", nodes[1]))
    #expect(!graph.hasLabel("City", nodes[1]))
    #expect(!graph.hasLabel("River", nodes[1]))
    #expect(Array(graph.nodes(label: "Person")) == [nodes[0], nodes[1]])
    #expect(graph.nodes(label: "River").isEmpty)
    #expect(graph.property("age", of: nodes[0]) == 41)
    #expect(graph.property("age", of: nodes[1]) == nil)
    #expect(graph.properties(of: nodes[0]).map(\.key) == ["name", "age"])
    #expect(graph.properties(of: nodes[2]).map(\.value) == ["Oslo"])
  }

  @Test func edgesInBothDirections() throws {
    let (graph, nodes, edges) = try sample()
    #expect(graph.edgeCount == 4)
    #expect(Array(graph.outgoing(nodes[0])) == [edges[0], edges[1], edges[2]])
    #expect(Array(graph.outgoing(nodes[0], type: "LIVES_IN")) == [edges[2]])
    #expect(Array(graph.outgoing(nodes[0], type: "OWNS")) == [])
    #expect(Array(graph.incoming(nodes[1])) == [edges[0], edges[1], edges[3]])
    #expect(Array(graph.incoming(nodes[1], type: "LIVES_IN")) == [])
    #expect(Array(graph.incoming(nodes[1], type: "OWNS")) == [])
    #expect(Array(graph.edges(type: "KNOWS")) == [edges[0], edges[1], edges[3]])
    #expect(graph.edges(type: "OWNS").isEmpty)
    #expect(graph.type(of: edges[2]) == "LIVES_IN")
    #expect(graph.endpoints(of: edges[2]) == (nodes[0], nodes[2]))
    #expect([graph.outDegree(of: nodes[1]), graph.inDegree(of: nodes[1]), graph.degree(of: nodes[1])] == [1, 3, 4])
    #expect(graph.property("since", of: edges[0]) == 1999)
    #expect(graph.properties(of: edges[1]).isEmpty)
  }

  @Test func edgesWithoutAnIDAnswerToOneMadeForThem() throws {
    var (graph, nodes, edges) = try sample()
    #expect(edges.map { graph.id(of: $0) } == ["first", "e1", "e2", "e3"])
    #expect(graph.edge(withID: "e2") == edges[2])
    #expect(graph.edge(withID: "first") == edges[0])
    for wrong in ["e0", "e4", "e", "e1_", "e01", "x1", "e99999999999", ""] { #expect(graph.edge(withID: wrong) == nil) }
    // Another edge takes the id by right: the made one gives way.
    let taker = try graph.addEdge(id: "e1", from: nodes[0], to: nodes[0], type: "KNOWS")
    #expect(graph.edge(withID: "e1") == taker)
    #expect(graph.id(of: edges[1]) == "e1_")
    #expect(graph.edge(withID: "e1_") == edges[1])
    #expect(graph.hasStoredID(taker) && !graph.hasStoredID(edges[1]))
  }

  @Test func idsOfTheRemovedAreFreeAgain() throws {
    var (graph, nodes, edges) = try sample()
    try graph.removeNode(nodes[0], detaching: true)
    #expect(Array(graph.nodes) == [nodes[1], nodes[2]])
    #expect(Array(graph.edges) == [edges[3]])
    #expect(graph.node(withID: "ann") == nil)
    #expect(graph.id(of: nodes[0]) == "")
    #expect(graph.labels(of: nodes[0]) == [])
    #expect(graph.property("name", of: nodes[0]) == nil)
    #expect(!graph.contains(nodes[0]) && !graph.contains(edges[0]))
    let again = try graph.addNode(id: "ann", labels: ["Person"])
    #expect(again.rawValue == 3)
    #expect(graph.properties(of: again).isEmpty)
    #expect(try graph.addEdge(id: "first", from: again, to: again, type: "KNOWS").rawValue == 4)
    #expect(graph.invariantViolations == [])
  }

  @Test func propertiesOfTheWhole() {
    var graph = PropertyGraph()
    graph.setGraphProperty("title", to: "A")
    graph.setGraphProperty("date", to: 1)
    graph.setGraphProperty("title", to: "B")
    graph.setGraphProperty("other", to: .null)
    #expect(graph.graphProperties.map(\.key) == ["title", "date"])
    #expect(graph.graphProperty("title") == "B")
    graph.setGraphProperty("title", to: .null)
    #expect(graph.graphProperty("title") == nil)
  }

  @Test func numbersOfNames() throws {
    let (graph, nodes, edges) = try sample()
    let person = try #require(graph.labelID("Person"))
    let knows = try #require(graph.typeID("KNOWS"))
    let age = try #require(graph.keyID("age"))
    #expect(graph.name(of: person) == "Person")
    #expect(graph.name(of: knows) == "KNOWS")
    #expect(graph.name(of: age) == "age")
    #expect(graph.labelID("X") == nil && graph.typeID("X") == nil && graph.keyID("X") == nil)
    #expect(graph.property(age, of: nodes[0]) == 41)
    #expect(Array(graph.outgoing(nodes[0], type: knows)) == [edges[0], edges[1]])
    #expect(graph.labelIDs(of: nodes[1]).contains(person))
  }

  @Test func keysInUse() throws {
    var (graph, nodes, edges) = try sample()
    #expect(graph.nodeKeys.map(\.name) == ["name", "age"])
    #expect(graph.nodeKeys.map(\.count) == [3, 1])
    #expect(graph.nodeKeys.map(\.kinds) == [[.string], [.int]])
    #expect(graph.edgeKeys.map(\.name) == ["since"])
    try graph.setProperty("age", to: ["old"], of: nodes[2])
    try graph.setProperty("age", to: 1.5, of: nodes[1])
    #expect(graph.nodeKeys.map(\.kinds) == [[.string], [.int, .double, .list]])
    try graph.removeProperty("age", of: nodes[0])
    try graph.removeProperty("since", of: edges[0])
    #expect(graph.nodeKeys.map(\.kinds) == [[.string], [.double, .list]])
    #expect(graph.edgeKeys.isEmpty)
  }

  @Test func statistics() throws {
    var (graph, _, _) = try sample()
    try graph.addNode(id: "alone")
    let found = graph.statistics
    #expect(found.labels.map(\.name) == ["Person", "Author", "City"])
    #expect(found.labels.map(\.count) == [2, 1, 1])
    #expect(found.types.map(\.name) == ["KNOWS", "LIVES_IN"])
    #expect(found.types.map(\.count) == [3, 1])
    #expect([found.maximumOutDegree, found.maximumInDegree, found.maximumDegree] == [3, 3, 4])
    #expect([found.isolatedNodeCount, found.loopCount, found.componentCount, found.largestComponent] == [1, 1, 2, 3])
    #expect(found.meanDegree == 2)
    #expect(PropertyGraph().statistics == GraphStatistics())
  }

  @Test func compactionClosesTheGaps() throws {
    var (graph, nodes, edges) = try sample()
    try graph.createIndex(on: "Person", key: "name")
    try graph.removeEdge(edges[1])
    try graph.removeNode(nodes[2], detaching: true)
    let paris = try graph.addNode(id: "paris", labels: ["City"], properties: [("name", "Paris")])
    let moves = graph.compact()
    #expect(moves.nodes.map { $0?.rawValue } == [0, 1, nil, 2])
    #expect(moves.edges.map { $0?.rawValue } == [0, nil, nil, 1])
    #expect(graph.node(withID: "paris") == moves.nodes[Int(paris.rawValue)])
    #expect(graph.nodes(where: "name", equals: "Bob", label: "Person") == [nodes[1]])
    #expect(graph.property("since", of: EdgeID(rawValue: 0)) == 1999)
    #expect(graph.invariantViolations == [])
  }
}
