import QuipuCore
import QuipuGraph
import QuipuTestSupport

/// Memory and speed of the property graph, on a made-up graph with few nodes of many edges and many of few.
func graphMemory(_ arguments: [String]) -> Int32 {
  let counts = arguments.compactMap { Int($0) }.filter { $0 > 0 }
  guard arguments.isEmpty || counts.count == 2, arguments.count == counts.count else {
    complain("usage: quipu-bench graph-memory [NODES EDGES], both at least 1")
    return 64
  }
  do {
    var measurement = GraphMeasurement(nodes: counts.first ?? 1_000_000, edges: counts.last ?? 1_000_000)
    print(try measurement.run())
    return 0
  } catch {
    complain("graph-memory: \(error)")
    return 1
  }
}

private struct GraphMeasurement {
  let nodeCount: Int
  let edgeCount: Int
  var graph = PropertyGraph()
  var json = JSONWriter()

  init(nodes: Int, edges: Int) {
    nodeCount = nodes
    edgeCount = edges
  }

  mutating func run() throws(GraphError) -> String {
    json.beginObject()
    json.member("nodes", nodeCount)
    json.member("edges", edgeCount)
    try insertNodes()
    try insertEdges()
    try lookUp()
    try withEdgeIDs()
    try withProperties()
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private mutating func insertNodes() throws(GraphError) {
    // Ids are made beforehand, so that the time is the graph's own.
    let ids = (0..<nodeCount).map { "person:\($0)" }
    let labels = [["Person"], ["Company", "Organization"], ["City"], ["Event"]]
    let before = residentBytes()
    let clock = Stopwatch()
    for (i, id) in ids.enumerated() { try graph.addNode(id: id, labels: labels[i & 3]) }
    json.member("nodeInsertionSeconds", clock.seconds)
    let bytes = graph.memoryFootprint
    json.member("bytesPerNode", Double(bytes.nodes + bytes.nodeIDs) / Double(nodeCount))
    json.member("residentBytesPerNode", Double(residentBytes() - before) / Double(nodeCount))
  }

  private mutating func insertEdges() throws(GraphError) {
    let types = ["WORKS_FOR", "LOCATED_IN", "MEMBER_OF", "MET_WITH", "OWNS"]
    let ends = randomEnds()
    let nodeBytes = graph.memoryFootprint.total
    let before = residentBytes()
    let clock = Stopwatch()
    for (i, (source, target)) in ends.enumerated() {
      try graph.addEdge(from: source, to: target, type: types[i % types.count])
    }
    json.member("edgeInsertionSeconds", clock.seconds)
    json.member("edgeInsertionProcessorSeconds", clock.processorSeconds)
    json.member("bytesPerEdge", Double(graph.memoryFootprint.total - nodeBytes) / Double(edgeCount))
    json.member("residentBytesPerEdge", Double(residentBytes() - before) / Double(edgeCount))
  }

  /// Square of a uniform number: low node numbers have many edges.
  private func randomEnds() -> [(NodeID, NodeID)] {
    var random = SplitMix64(seed: 1)
    func end(_ random: inout SplitMix64) -> NodeID {
      let x = Double(random.next() >> 11) * 0x1p-53
      return NodeID(rawValue: UInt32(Double(nodeCount) * x * x))
    }
    return (0..<edgeCount).map { _ in (end(&random), end(&random)) }
  }

  private mutating func lookUp() throws(GraphError) {
    let ids = (0..<nodeCount).map { "person:\($0)" }
    var clock = Stopwatch()
    var found = 0
    for id in ids where graph.node(withID: id) != nil { found += 1 }
    json.member("idLookupNanoseconds", clock.seconds * 1e9 / Double(nodeCount))
    clock = Stopwatch()
    var sum = 0
    for node in graph.nodes {
      for edge in graph.outgoing(node) { sum &+= Int(graph.target(of: edge).rawValue) }
    }
    json.member("traversalNanosecondsPerEdge", clock.seconds * 1e9 / Double(edgeCount))
    clock = Stopwatch()
    for edge in graph.edges(type: "OWNS") { sum &+= Int(edge.rawValue) }
    for node in graph.nodes(label: "City") { sum &+= Int(node.rawValue) }
    json.member("labelAndTypeScanSeconds", clock.seconds)
    clock = Stopwatch()
    let components = graph.statistics.componentCount
    json.member("statisticsSeconds", clock.seconds)
    json.member("components", components)
    // Printed, so that the loops above cannot be optimised away.
    json.member("checksum", sum &+ found)
  }

  /// The same edges with an id of their own each.
  private mutating func withEdgeIDs() throws(GraphError) {
    var other = PropertyGraph()
    let node = try other.addNode(id: "n")
    let before = other.memoryFootprint.total
    let ids = (0..<edgeCount).map { "edge-\($0)" }
    let clock = Stopwatch()
    for id in ids { try other.addEdge(id: id, from: node, to: node, type: "T") }
    json.member("edgeWithIDInsertionSeconds", clock.seconds)
    json.member("bytesPerEdgeWithID", Double(other.memoryFootprint.total - before) / Double(edgeCount))
  }

  private mutating func withProperties() throws(GraphError) {
    let before = graph.memoryFootprint.total
    var clock = Stopwatch()
    for node in graph.nodes {
      try graph.setProperty("name", to: .string("name \(node.rawValue)"), of: node)
      try graph.setProperty("mentions", to: .int(Int64(node.rawValue % 97)), of: node)
      if node.rawValue % 50 == 0 { try graph.setProperty("score", to: .double(0.5), of: node) }
    }
    json.member("propertySettingSeconds", clock.seconds)
    json.member("propertyBytesPerNode", Double(graph.memoryFootprint.total - before) / Double(nodeCount))
    clock = Stopwatch()
    let last = "name \(nodeCount - 1)"
    json.member("scanFound", graph.nodes(where: "name", equals: .string(last)).count)
    json.member("scanSeconds", clock.seconds)
    clock = Stopwatch()
    try graph.createIndex(on: "Person", key: "name")
    json.member("indexCreationSeconds", clock.seconds)
    clock = Stopwatch()
    var found = 0
    for i in stride(from: 0, to: nodeCount, by: 100) {
      found += graph.nodes(where: "name", equals: .string("name \(i)"), label: "Person").count
    }
    json.member("indexLookupNanoseconds", clock.seconds * 1e9 / Double((nodeCount + 99) / 100))
    json.member("indexFound", found)
    json.member("indexBytes", graph.memoryFootprint.indexes)
  }
}
