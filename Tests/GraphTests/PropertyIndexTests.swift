import QuipuGraph
import QuipuTestSupport
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

@Suite struct IndexedStringsTests {
  private let texts = (0..<12).map { "text \($0)" }

  private func found(_ graph: PropertyGraph, _ value: PropertyValue, _ label: String?) throws -> [NodeID] {
    let key = try #require(graph.keyID("k"))
    var found: [NodeID] = []
    graph.forEachNode(where: key, equals: value, label: label.flatMap { graph.labelID($0) }) {
      found.append($0)
      return true
    }
    return found
  }

  /// Random changes under indexes for all and for a label, against scans of a copy without them. Strings come with one
  /// node and with many, and values of other kinds make the column general halfway.
  @Test(arguments: 0..<6) func agreesWithAScan(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var graph = PropertyGraph()
    try graph.createIndex(on: nil, key: "k")
    if seed % 2 == 0 { try graph.createIndex(on: "A", key: "k") }
    for i in 0..<60 { try graph.addNode(id: "n\(i)", labels: i % 2 == 0 ? ["A"] : []) }
    for step in 0..<300 {
      let node = NodeID(rawValue: UInt32.random(in: 0..<60, using: &random))
      guard graph.contains(node) else { continue }
      let text = PropertyValue.string(texts[Int.random(in: 0..<12, using: &random)])
      switch Int.random(in: 0..<12, using: &random) {
      case 0: try graph.removeProperty("k", of: node)
      case 1: try graph.removeLabel("A", from: node)
      case 2: try graph.addLabel("A", to: node)
      case 3 where step > 150: try graph.setProperty("k", to: 5, of: node)
      case 4 where step % 10 == 0: try graph.removeNode(node)
      default: try graph.setProperty("k", to: text, of: node)
      }
    }
    #expect(graph.invariantViolations == [])
    var plain = graph
    plain.dropIndex(on: nil, key: "k")
    plain.dropIndex(on: "A", key: "k")
    for value in texts.map({ PropertyValue.string($0) }) + [5, "absent"] {
      for label in [nil, "A"] {
        #expect(try found(graph, value, label) == found(plain, value, label))
        #expect(graph.nodes(where: "k", equals: value, label: label) == (try found(plain, value, label)))
      }
    }
    graph.compact()
    #expect(graph.invariantViolations == [])
  }

  @Test func visitsStopWhenTold() throws {
    var graph = PropertyGraph()
    for i in 0..<10 { try graph.addNode(id: "\(i)", labels: ["L"], properties: [("k", "same")]) }
    let key = try #require(graph.keyID("k"))
    for isIndexed in [false, true] {
      if isIndexed { try graph.createIndex(on: nil, key: "k") }
      #expect(graph.hasIndex(label: graph.labelID("L"), key: key) == isIndexed)
      for label in [nil, graph.labelID("L")] {
        var seen: [UInt32] = []
        graph.forEachNode(where: key, equals: "same", label: label) {
          seen.append($0.rawValue)
          return seen.count < 3
        }
        #expect(seen == [0, 1, 2])
      }
    }
  }

  /// Memory for names that one node each has: two slots of eight bytes, and nothing beside them.
  @Test func indexesOfNamesAreSmall() throws {
    var graph = PropertyGraph()
    for i in 0..<8192 { try graph.addNode(id: "\(i)", properties: [("k", .string("name \(i)"))]) }
    try graph.createIndex(on: nil, key: "k")
    #expect(graph.memoryFootprint.indexes <= 8192 * 16 + 1024)
  }
}
