import QuipuGraph
import QuipuQuery
import Testing

@Suite struct ProcedureLibraryTests {
  private func rows(_ name: String, _ graph: PropertyGraph) throws -> [[Value]] {
    let procedure = try #require(ProcedureLibrary.standard.find(name))
    let rows = try procedure.body([], context(graph))
    for row in rows {
      #expect(row.count == procedure.outputs.count)
      for (value, field) in zip(row, procedure.outputs) { #expect(!field.type.isDisjoint(with: value.type)) }
    }
    return rows
  }

  @Test func namesInUseAreSorted() throws {
    var graph = try smallGraph()
    let c = try graph.addNode(id: "c", labels: ["B", "A"], properties: [("age", 1), ("gone", 1)])
    let d = try graph.addNode(id: "d", labels: ["Gone"])
    try graph.addEdge(id: "g", from: c, to: d, type: "GONE", properties: [("gone", 2)])
    try graph.removeNode(d, detaching: true)
    try graph.removeProperty("gone", of: c)
    #expect(try rows("db.labels", graph) == [[.string("A")], [.string("B")]])
    #expect(try rows("db.relationshipTypes", graph) == [[.string("T")], [.string("U")]])
    #expect(try rows("db.propertyKeys", graph) == [[.string("age")], [.string("name")], [.string("since")]])
  }

  @Test func theSchemaCountsWhichClassIsJoinedToWhich() throws {
    var graph = try smallGraph()
    let (a, b) = (NodeID(rawValue: 0), NodeID(rawValue: 1))
    try graph.addEdge(from: b, to: a, type: "U")
    try graph.addEdge(from: a, to: a, type: "U")
    #expect(
      try rows("db.schema", graph) == [
        [.null, .string("U"), .string("A"), .int(2)], [.string("A"), .string("T"), .null, .int(1)],
        [.string("A"), .string("U"), .string("A"), .int(1)],
      ])
  }

  @Test func indexesAreListed() throws {
    var graph = try smallGraph()
    try graph.createIndex(on: "A", key: "name")
    try graph.createIndex(on: nil, key: "name")
    #expect(try rows("db.indexes", graph) == [[.string("A"), .string("name")], [.null, .string("name")]])
  }

  @Test func functionsAndProceduresAreListedWithWhatTheyDo() throws {
    let functions = try rows("dbms.functions", PropertyGraph())
    #expect(functions.count == FunctionLibrary.standard.functions.count + Aggregates.all.count)
    #expect(functions.contains([.string("head"), .string("head(list): its first element")]))
    #expect(functions.contains { $0[0] == .string("percentileDisc") })
    let procedures = try rows("dbms.procedures", PropertyGraph())
    #expect(procedures.map { $0[0] }.contains(.string("db.schema")))
    #expect(procedures.count == ProcedureLibrary.standard.procedures.count)
  }

  @Test func anEmptyGraphHasNothing() throws {
    for name in ["db.labels", "db.relationshipTypes", "db.propertyKeys", "db.schema", "db.indexes"] {
      #expect(try rows(name, PropertyGraph()) == [])
    }
  }
}
