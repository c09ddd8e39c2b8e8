import QuipuGraph
import Testing

@testable import QuipuQuery

/// Properties, labels, map projections.
@Suite struct EntityExpressionsTests {
  @Test func properties() throws {
    var bench = try ExpressionBench.people()
    bench.variables += [("n", .null), ("m", .map(ValueMap([("k", .int(1))]))), ("i", .int(1))]
    bench.check([
      ("a.name", "'Ann'"), ("a.score", "1.5"), ("b.age", "null"), ("a.nothing", "null"), ("r.since", "2001"),
      ("n.name", "null"), ("m.k", "1"), ("m.x", "null"), ("a['age']", "41"), ("r['since']", "2001"),
      ("[a, b][1].name", "'Bob'"), ("{x: {y: 2}}.x.y", "2"), ("[x IN [a, b] | x.name]", "['Ann', 'Bob']"),
      ("i.name", "TypeError InvalidArgumentType 'i.name'"),
      ("[1][0].name", "TypeError InvalidArgumentType '[1][0].name'"),
      ("a.name IS NULL", "false"), ("exists(b.age)", "false"), ("exists(a.age)", "true"),
    ])
  }

  /// Keys and labels that come into the graph after the first look are found.
  @Test func namesThatAppearLater() throws {
    let bench = try ExpressionBench.people()
    let (property, frame) = try bench.compile("a.later")
    let (label, _) = try bench.compile("a:Later")
    #expect(try property.evaluate(frame) == .null)
    #expect(try label.test(frame) == false)
    let node = NodeID(rawValue: 0)
    try frame.context.store.graph.setProperty("later", to: 1, of: node)
    try frame.context.store.graph.addLabel("Later", to: node)
    #expect(try property.evaluate(frame) == .int(1))
    #expect(try label.test(frame) == true)
  }

  @Test func labelsAndTypes() throws {
    var bench = try ExpressionBench.people()
    bench.variables += [("n", .null), ("i", .int(1))]
    bench.check([
      ("a:Person", "true"), ("a:Person:Author", "true"), ("b:Person:Author", "false"), ("b:Nobody", "false"),
      ("b:Author|Person", "true"), ("b:!Author", "true"), ("a:%", "true"), ("b:Person&!Author", "true"),
      ("r:KNOWS", "true"), ("r:LIKES", "false"), ("r:LIKES|KNOWS", "true"), ("n:Person", "null"),
      ("i:Person", "TypeError InvalidArgumentType 'i'"),
    ])
  }

  @Test func deletedEntities() throws {
    let bench = try ExpressionBench.people()
    for (text, expected) in [
      ("a.name", "DeletedEntityAccess"), ("a['name']", "DeletedEntityAccess"), ("a:Person", "DeletedEntityAccess"),
      ("a.name = 'Ann'", "DeletedEntityAccess"), ("r.since", "DeletedEntityAccess"), ("a {.*}", "DeletedEntityAccess"),
      ("r.since > 1", "DeletedEntityAccess"), ("r {.since}", "DeletedEntityAccess"), ("r:KNOWS", "true"),
      ("a IS NULL", "false"), ("a = a", "true"), ("a = b", "false"),
    ] {
      let (expression, frame) = try bench.compile(text)
      // Only a statement that changes the graph can meet what was deleted.
      frame.context.changes = ChangeLog(frame.context.store.graph)
      try frame.context.store.graph.removeEdge(EdgeID(rawValue: 0))
      try frame.context.store.graph.removeNode(NodeID(rawValue: 0))
      do throws(QueryError) {
        #expect(try expression.evaluate(frame).text(in: bench.graph) == expected, "\(text)")
      } catch {
        #expect(error.detail == expected, "\(text)")
        #expect(error.kind == .entityNotFound && error.phase == .runtime && error.range != nil)
      }
    }
  }

  @Test func mapProjections() throws {
    var bench = try ExpressionBench.people()
    bench.variables += [("n", .null), ("m", .map(ValueMap([("k", .int(1)), ("l", .int(2))]))), ("i", .int(1))]
    bench.check([
      ("a {.name, .nothing}", "{name: 'Ann', nothing: null}"), ("a {.*}", "{age: 41, name: 'Ann', score: 1.5}"),
      ("b {.*, name: 'B', i}", "{i: 1, name: 'B'}"), ("m {.k, other: m.l + 1}", "{k: 1, other: 3}"),
      ("n {.*}", "null"), ("r {.since}", "{since: 2001}"), ("a {}", "{}"), ("m {.*, k: 5}", "{k: 5, l: 2}"),
      ("i {.x}", "TypeError InvalidArgumentType 'i {.x}'"), ("{b: 1, a: i, b: 2}", "{a: 1, b: 2}"),
    ])
  }
}
