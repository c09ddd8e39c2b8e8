import QuipuGraph
import QuipuQuery
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    (Value.null, "null"), (.bool(true), "true"), (.int(-3), "-3"), (.double(1), "1.0"), (.double(0.1), "0.1"),
    (.double(1e-7), "1.0E-7"), (.double(1.5e300), "1.5E300"), (.double(-.infinity), "-Infinity"), (nan, "NaN"),
    (.string("it's \\ a\nb\u{1}"), #"'it\'s \\ a\nb\u0001'"#),
    (.list([.int(1), .string("a"), .null]), "[1, 'a', null]"),
    (.map(ValueMap([(key: "b c", value: .int(1)), (key: "a", value: .list([]))])), "{a: [], `b c`: 1}"),
    (temporal("2020-01-01", .date), "2020-01-01"), (temporal("P1Y2M", .duration), "P1Y2M"),
  ])
  func values(_ value: Value, _ text: String) {
    #expect(value.text(in: PropertyGraph()) == text)
  }

  @Test func aStringAloneHasNoQuotesInACell() {
    #expect(Value.string("it's").cellText(in: PropertyGraph()) == "it's")
    #expect(Value.list([.string("a")]).cellText(in: PropertyGraph()) == "['a']")
  }

  @Test func entitiesAndPaths() throws {
    var graph = try smallGraph()
    let (a, b) = (NodeID(rawValue: 0), NodeID(rawValue: 1))
    let (e, f) = (EdgeID(rawValue: 0), EdgeID(rawValue: 1))
    #expect(Value.node(a).text(in: graph) == "(:A {name: 'x'})")
    #expect(Value.node(b).text(in: graph) == "()")
    #expect(Value.edge(e).text(in: graph) == "[:T {since: 1}]")
    let path = Value.path(PathValue(nodes: [a, b, a, b], edges: [e, f, f]))
    #expect(path.text(in: graph) == "<(:A {name: 'x'})-[:T {since: 1}]->()-[:U]->(:A {name: 'x'})<-[:U]-()>")
    try graph.setLabels(["A b", "C"], of: b)
    try graph.setProperty("x", to: 1, of: b)
    #expect(Value.node(b).text(in: graph) == "(:`A b`:C {x: 1})")
    try graph.removeNode(b, detaching: true)
    #expect(Value.node(b).text(in: graph) == "()")
    #expect(Value.edge(e).text(in: graph) == "[]")
  }

  @Test func typeNames() {
    let names = [Value.null, .bool(true), .int(1), .double(1), .string(""), .list([]), .map(ValueMap())].map(\.typeName)
    #expect(names == ["Null", "Boolean", "Integer", "Float", "String", "List", "Map"])
    #expect(Value.edge(EdgeID(rawValue: 0)).typeName == "Relationship")
    #expect(temporal("2020-01-01T12:00", .localDateTime).typeName == "LocalDateTime")
  }

  @Test func memoryGrowsWithWhatIsHeld() {
    let short = Value.string("short")
    let long = Value.string(String(repeating: "x", count: 1_000))
    #expect(short.memorySize == MemoryLayout<Value>.stride)
    #expect(1_000..<1_100 ~= long.memorySize)
    #expect(Value.list([long, long]).memorySize > 2 * long.memorySize)
    #expect(Value.map(ValueMap([(key: "k", value: long)])).memorySize > long.memorySize)
  }

  @Test func nestingIsMeasuredOnlyToTheLimit() {
    var value = Value.int(1)
    for _ in 0..<10 { value = .list([.int(0), .map(ValueMap([(key: "k", value: value)]))]) }
    #expect(!value.isNested(deeperThan: 20))
    #expect(value.isNested(deeperThan: 19))
    #expect(!Value.int(1).isNested(deeperThan: 0))
  }
}
