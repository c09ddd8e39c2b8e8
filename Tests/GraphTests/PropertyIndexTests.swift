import QuipuGraph
import Testing

@Suite struct PropertyIndexTests {
  private func people() throws -> PropertyGraph {
    var graph = PropertyGraph()
    for i in 0..<100 {
      let properties: [(String, PropertyValue)] = [("third", .int(Int64(i % 3))), ("own", .string("own \(i)"))]
      try graph.addNode(id: "n\(i)", labels: i % 2 == 0 ? ["Even"] : ["Odd"], properties: properties)
    }
    return graph
  }

  /// The same answers without an index, with one for all, and with one for the label.
  @Test func anIndexChangesNoAnswer() throws {
    let plain = try people()
    var general = plain
    try general.createIndex(on: nil, key: "third")
    var special = plain
    try special.createIndex(on: "Even", key: "third")
    for label in [nil, "Even", "Odd", "None"] {
      for value: PropertyValue in [0, 1, 2, 3, 1.0, "1", .null] {
        let expected = plain.nodes(where: "third", equals: value, label: label)
        #expect(general.nodes(where: "third", equals: value, label: label) == expected)
        #expect(special.nodes(where: "third", equals: value, label: label) == expected)
      }
    }
    #expect(plain.nodes(where: "third", equals: 1, label: "Even").count == 16)
    #expect(plain.nodes(where: "own", equals: "own 7", label: "Odd") == [NodeID(rawValue: 7)])
    #expect(plain.nodes(where: "own", equals: "own 7", label: "Even").isEmpty)
    #expect(plain.nodes(where: "own", equals: "own").isEmpty)
    #expect(plain.nodes(where: "own", equals: 7).isEmpty)
    #expect(plain.nodes(where: "nothing", equals: 1).isEmpty)
  }

  @Test func indexesAreListedAndDropped() throws {
    var graph = try people()
    try graph.createIndex(on: "Even", key: "third")
    try graph.createIndex(on: nil, key: "own")
    try graph.createIndex(on: "Even", key: "third")
    #expect(graph.indexedProperties.map(\.key) == ["third", "own"])
    #expect(graph.indexedProperties.map(\.label) == ["Even", nil])
    graph.dropIndex(on: "Odd", key: "third")
    graph.dropIndex(on: nil, key: "third")
    graph.dropIndex(on: "Unheard", key: "own")
    #expect(graph.indexedProperties.count == 2)
    graph.dropIndex(on: "Even", key: "third")
    #expect(graph.indexedProperties.map(\.key) == ["own"])
  }

  /// Canonically equivalent strings are two values, in an index as in a scan; a NaN is found by neither.
  @Test func unusualValues() throws {
    var graph = PropertyGraph()
    let composed = try graph.addNode(id: "a", properties: [("k", "\u{E9}")])
    let decomposed = try graph.addNode(id: "b", properties: [("k", "e\u{301}")])
    let nan = try graph.addNode(id: "c", properties: [("k", .double(.nan))])
    let list: PropertyValue = [.double(.nan)]
    try graph.addNode(id: "d", properties: [("k", list)])
    for isIndexed in [false, true] {
      if isIndexed { try graph.createIndex(on: nil, key: "k") }
      #expect(graph.nodes(where: "k", equals: "\u{E9}") == [composed])
      #expect(graph.nodes(where: "k", equals: "e\u{301}") == [decomposed])
      #expect(graph.nodes(where: "k", equals: .double(.nan)).isEmpty)
      #expect(graph.nodes(where: "k", equals: list).isEmpty)
    }
    try graph.removeNode(nan)
    try graph.setProperty("k", to: "x", of: composed)
    #expect(graph.nodes(where: "k", equals: "\u{E9}").isEmpty)
    #expect(graph.invariantViolations == [])
  }
}
