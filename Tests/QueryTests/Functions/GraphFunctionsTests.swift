import QuipuGraph
import QuipuQuery
import Testing

@Suite struct GraphFunctionsTests {
  private let a = Value.node(NodeID(rawValue: 0))
  private let b = Value.node(NodeID(rawValue: 1))
  private let e = Value.edge(EdgeID(rawValue: 0))
  private let path = Value.path(
    PathValue(nodes: [NodeID(rawValue: 0), NodeID(rawValue: 1)], edges: [EdgeID(rawValue: 0)]))

  @Test func partsOfEntities() throws {
    let context = context(try smallGraph())
    #expect(try call("labels", a, in: context) == strings("A"))
    #expect(try call("labels", b, in: context) == .list([]))
    #expect(try call("type", e, in: context) == .string("T"))
    #expect(try call("id", b, in: context) == .int(1))
    #expect(try call("id", e, in: context) == .int(0))
    #expect(try call("elementId", b, in: context) == .string("b"))
    #expect(try call("elementId", e, in: context) == .string("e"))
    #expect(try call("keys", a, in: context) == strings("name"))
    #expect(try call("properties", e, in: context) == .map(ValueMap([(key: "since", value: .int(1))])))
    #expect(try call("startNode", e, in: context) == a)
    #expect(try call("endNode", e, in: context) == b)
  }

  @Test func partsOfPathsAndMaps() throws {
    let context = context(try smallGraph())
    #expect(try call("nodes", path, in: context) == .list([a, b]))
    #expect(try call("relationships", path, in: context) == .list([e]))
    #expect(try call("length", path, in: context) == .int(1))
    let map = Value.map(ValueMap([(key: "b", value: .null), (key: "a", value: .int(1))]))
    #expect(try call("keys", map, in: context) == strings("a", "b"))
    #expect(try call("properties", map, in: context) == map)
  }

  /// The type alone is still known (TCK, Return2 [14]).
  @Test func deletedEntitiesHaveNoParts() throws {
    let context = context(try smallGraph())
    try context.store.graph.removeNode(NodeID(rawValue: 0), detaching: true)
    #expect(try call("type", e, in: context) == .string("T"))
    for (name, entity) in [
      ("labels", a), ("keys", a), ("properties", e), ("startNode", e), ("endNode", e), ("elementId", a),
      ("elementId", e),
    ] {
      let error = #expect(throws: QueryError.self, "\(name)") { try call(name, entity, in: context) }
      #expect(error?.kind == .entityNotFound)
      #expect(error?.detail == "DeletedEntityAccess")
    }
  }
}
