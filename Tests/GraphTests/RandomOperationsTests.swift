import QuipuCore
import QuipuGraph
import QuipuTestSupport
import Testing

/// Random operations on the graph and on a plain model, which must agree on everything after each of them.
@Suite struct RandomOperationsTests {
  @Test(arguments: 0..<24) func agreesWithTheModel(seed: Int) throws {
    var run = RandomRun(seed: UInt64(seed))
    for step in 0..<150 {
      try run.step()
      let wrong = run.model.differences(run.graph, types: RandomRun.types, indexed: RandomRun.indexed)
      #expect(wrong == [], "seed \(seed), step \(step), after \(run.lastOperation)")
      let violations = run.graph.invariantViolations
      #expect(violations == [], "seed \(seed), step \(step), after \(run.lastOperation)")
      if !wrong.isEmpty || !violations.isEmpty { return }
    }
    #expect(run.refusals > 0)
    #expect(run.model.edges.count > 0)
  }

  @Test func aCopyStaysAsItWas() throws {
    var run = RandomRun(seed: 77)
    for _ in 0..<60 { try run.step() }
    let copy = run.graph
    let model = run.model
    for _ in 0..<60 { try run.step() }
    #expect(model.differences(copy, types: RandomRun.types, indexed: RandomRun.indexed) == [])
  }
}

struct RandomRun {
  static let types = ["T0", "T1", "T2"]
  static let labels = ["A", "B", "C", "D"]
  static let keys = ["x", "y", "z", "name"]
  /// The last has no index, and is found by scanning.
  static let indexed: [(String?, String)] = [(nil, "x"), ("A", "y"), ("B", "x"), ("A", "name")]

  var graph = PropertyGraph()
  var model = ReferenceModel()
  var random: SplitMix64
  var lastOperation = ""
  var refusals = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func step() throws {
    switch Int.random(in: 0..<20, using: &random) {
    case 0...3: try addNode()
    case 4...8: try addEdge()
    case 9...10: try changeLabels()
    case 11...13: try changeNodeProperty()
    case 14...15: try changeEdgeProperty()
    case 16...17: try removeEdge()
    case 18: try removeNode()
    default: Bool.random(using: &random) ? compact() : try createIndex()
    }
  }

  private mutating func value() -> PropertyValue {
    let values: [PropertyValue] = [
      1, 2, 1.5, true, "one", "two", ["a", 1], .null, .map(["k": 1]), .date(CivilDate(daysSinceEpoch: 19_000)),
      .duration(CalendarDuration(months: 1)),
    ]
    // Mostly integers, so that columns of one type occur too.
    return Bool.random(using: &random) ? .int(Int64.random(in: 0...3, using: &random)) : pick(values)
  }

  private mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }

  private mutating func properties() -> [(String, PropertyValue)] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in (pick(RandomRun.keys), value()) }
  }

  private mutating func asModel(_ properties: [(String, PropertyValue)]) -> [String: PropertyValue] {
    var result: [String: PropertyValue] = [:]
    for (key, value) in properties {
      model.use(key: key)
      result[key] = value == .null ? nil : value
    }
    return result
  }

  private mutating func addNode() throws {
    let id = "n\(Int.random(in: 0..<14, using: &random))"
    let labels = (0..<Int.random(in: 0...3, using: &random)).map { _ in pick(RandomRun.labels) }
    let properties = properties()
    lastOperation = "addNode \(id) \(labels) \(properties)"
    if model.nodes.contains(where: { $0.id == id }) {
      #expect(throws: GraphError.duplicateNodeID(id)) { try graph.addNode(id: id, labels: labels) }
      refusals += 1
      return
    }
    let node = try graph.addNode(id: id, labels: labels, properties: properties)
    for label in labels { model.use(label: label) }
    model.nodes.append(.init(number: node, id: id, labels: Set(labels), properties: asModel(properties)))
  }

  private mutating func addEdge() throws {
    guard !model.nodes.isEmpty else { return }
    let (source, target) = (pick(model.nodes).number, pick(model.nodes).number)
    let id: String? = Bool.random(using: &random) ? nil : "e\(Int.random(in: 0..<40, using: &random))"
    let type = pick(RandomRun.types)
    let properties = properties()
    lastOperation = "addEdge \(id ?? "-") \(source) \(target) \(type)"
    if let id, model.edges.contains(where: { $0.id == id }) {
      #expect(throws: GraphError.duplicateEdgeID(id)) {
        try graph.addEdge(id: id, from: source, to: target, type: type)
      }
      refusals += 1
      return
    }
    let edge = try graph.addEdge(id: id, from: source, to: target, type: type, properties: properties)
    model.edges.append(
      .init(number: edge, id: id, source: source, target: target, type: type, properties: asModel(properties)))
  }

  private mutating func changeLabels() throws {
    guard !model.nodes.isEmpty else { return }
    let i = Int.random(in: 0..<model.nodes.count, using: &random)
    let node = model.nodes[i].number
    let label = pick(RandomRun.labels)
    lastOperation = "change label \(label) of \(node)"
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      try graph.addLabel(label, to: node)
      model.use(label: label)
      model.nodes[i].labels.insert(label)
    case 1:
      try graph.removeLabel(label, from: node)
      model.nodes[i].labels.remove(label)
    default:
      let labels = [label, pick(RandomRun.labels)]
      try graph.setLabels(labels, of: node)
      for label in labels { model.use(label: label) }
      model.nodes[i].labels = Set(labels)
    }
  }

  private mutating func changeNodeProperty() throws {
    guard !model.nodes.isEmpty else { return }
    let i = Int.random(in: 0..<model.nodes.count, using: &random)
    let (node, key, value) = (model.nodes[i].number, pick(RandomRun.keys), value())
    lastOperation = "set \(key) of \(node) to \(value)"
    if Int.random(in: 0..<4, using: &random) == 0 {
      try graph.removeProperty(key, of: node)
      model.nodes[i].properties[key] = nil
    } else {
      try graph.setProperty(key, to: value, of: node)
      model.use(key: key)
      model.nodes[i].properties[key] = value == .null ? nil : value
    }
  }

  private mutating func changeEdgeProperty() throws {
    guard !model.edges.isEmpty else { return }
    let i = Int.random(in: 0..<model.edges.count, using: &random)
    let (edge, key, value) = (model.edges[i].number, pick(RandomRun.keys), value())
    lastOperation = "set \(key) of \(edge) to \(value)"
    if Int.random(in: 0..<4, using: &random) == 0 {
      try graph.removeProperty(key, of: edge)
      model.edges[i].properties[key] = nil
    } else {
      try graph.setProperty(key, to: value, of: edge)
      model.use(key: key)
      model.edges[i].properties[key] = value == .null ? nil : value
    }
  }

  private mutating func removeEdge() throws {
    guard !model.edges.isEmpty else { return }
    let edge = pick(model.edges).number
    lastOperation = "remove \(edge)"
    try graph.removeEdge(edge)
    model.edges.removeAll { $0.number == edge }
    #expect(throws: GraphError.unknownEdge(edge)) { try graph.removeEdge(edge) }
  }

  private mutating func removeNode() throws {
    guard !model.nodes.isEmpty else { return }
    let node = pick(model.nodes)
    lastOperation = "remove \(node.number)"
    let edges = model.edgesAtEnds(of: node.number)
    if edges > 0 {
      #expect(throws: GraphError.nodeHasEdges(id: node.id, edges: edges)) { try graph.removeNode(node.number) }
      refusals += 1
    }
    try graph.removeNode(node.number, detaching: edges > 0)
    model.removeNode(node.number)
    #expect(throws: GraphError.unknownNode(node.number)) { try graph.addLabel("A", to: node.number) }
  }

  private mutating func createIndex() throws {
    let (label, key) = RandomRun.indexed[Int.random(in: 0..<3, using: &random)]
    lastOperation = "index \(label ?? "-") \(key)"
    if let label { model.use(label: label) }
    model.use(key: key)
    try graph.createIndex(on: label, key: key)
  }

  private mutating func compact() {
    lastOperation = "compact"
    let moves = graph.compact()
    for i in model.nodes.indices {
      model.nodes[i].number = moves.nodes[Int(model.nodes[i].number.rawValue)] ?? model.nodes[i].number
    }
    for i in model.edges.indices {
      let edge = model.edges[i]
      model.edges[i].number = moves.edges[Int(edge.number.rawValue)] ?? edge.number
      model.edges[i].source = moves.nodes[Int(edge.source.rawValue)] ?? edge.source
      model.edges[i].target = moves.nodes[Int(edge.target.rawValue)] ?? edge.target
    }
  }
}
