import QuipuGraph
import QuipuQuery
import Testing

@Suite struct ScalarFunctionsTests {
  @Test(arguments: [
    ("coalesce", [Value.null, .null, .int(1)], Value.int(1)), ("coalesce", [.null], .null),
    ("nullIf", [.int(1), .double(1)], .null),
    ("nullIf", [.int(1), .null], .int(1)), ("nullIf", [.int(1), .int(2)], .int(1)), ("exists", [.null], .bool(false)),
    ("exists", [.int(0)], .bool(true)), ("isEmpty", [.list([])], .bool(true)),
    ("isEmpty", [.string("a")], .bool(false)),
    ("isEmpty", [.map(ValueMap())], .bool(true)), ("size", [ints(1, 2, 3)], .int(3)),
    ("size", [.string("e\u{301}\u{1F600}")], .int(3)),
    ("reverse", [.string("raksO")], .string("Oskar")), ("reverse", [ints(1, 2)], ints(2, 1)),
    ("timestamp", [], .int(1_000_005)),
    ("head", [ints(1, 2)], .int(1)), ("head", [.list([])], .null), ("last", [ints(1, 2)], .int(2)),
    ("last", [.list([])], .null),
    ("tail", [ints(1, 2, 3)], ints(2, 3)), ("tail", [.list([])], .list([])),
  ])
  func cases(_ name: String, _ arguments: [Value], _ expected: Value) throws {
    #expect(try call(name, arguments) == expected)
  }

  @Test(arguments: [
    (Value.null, "NULL"), (.int(1), "INTEGER NOT NULL"), (.edge(EdgeID(rawValue: 0)), "RELATIONSHIP NOT NULL"),
    (.list([]), "LIST<NOTHING> NOT NULL"),
    (.list([.int(1), .string("a"), .int(2)]), "LIST<STRING NOT NULL | INTEGER NOT NULL> NOT NULL"),
    (.list([.int(1), .null]), "LIST<INTEGER> NOT NULL"), (.list([.null]), "LIST<NULL> NOT NULL"),
  ])
  func valueTypes(_ value: Value, _ expected: String) throws {
    #expect(try call("valueType", [value]) == .string(expected))
  }

  @Test func randomNumbersFollowTheSeed() throws {
    let make = { EvaluationContext(store: GraphStore(PropertyGraph()), statementTime: (0, 0), seed: 5) }
    let (a, b) = (make(), make())
    var seen: Set<Value> = []
    for _ in 0..<100 {
      let number = try call("rand", in: a)
      #expect(try call("rand", in: b) == number)
      guard case .double(let x) = number else { throw QueryError(.type, .runtime, "", "") }
      #expect(0..<1 ~= x)
      seen.insert(number)
    }
    #expect(seen.count == 100)
  }

  @Test func randomUUIDsHaveTheirForm() throws {
    let context = EvaluationContext(store: GraphStore(PropertyGraph()), statementTime: (0, 0), seed: 5)
    let form = try RegularExpression("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    var seen: Set<String> = []
    for _ in 0..<100 {
      guard case .string(let uuid) = try call("randomUUID", in: context) else { continue }
      #expect(form.matches(uuid))
      seen.insert(uuid)
    }
    #expect(seen.count == 100)
  }
}
