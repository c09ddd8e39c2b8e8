import QuipuGraph
import Testing

@testable import QuipuQuery

@Suite struct SubplanExpressionsTests {
  /// a knows b, b knows c and d.
  static func bench() throws -> ExpressionBench {
    var bench = try ExpressionBench.people()
    let bob = NodeID(rawValue: 1)
    for name in ["Cid", "Dot"] {
      let node = try bench.graph.addNode(id: name, labels: ["Person"], properties: [("name", .string(name))])
      try bench.graph.addEdge(from: bob, to: node, type: "KNOWS", properties: [("since", 2010)])
    }
    bench.variables += [("c", .node(NodeID(rawValue: 2)))]
    return bench
  }

  @Test func patterns() throws {
    try SubplanExpressionsTests.bench().check([
      ("(a)-->(b)", "true"), ("(b)-->(a)", "false"), ("NOT (c)-->()", "true"), ("exists((b)-->())", "true"),
      ("exists((c)-->())", "false"), ("[(b)-->(x) | x.name]", "['Cid', 'Dot']"), ("[(c)-->(x) | x]", "[]"),
      ("[(b)-[s]->(x) WHERE x.name < 'D' | s.since + 1]", "[2011]"),
      (
        "[p = (a)-->(x) | p]",
        "[<(:Person:Author {name: 'Ann', age: 41, score: 1.5})-[:KNOWS {since: 2001}]->"
          + "(:Person {name: 'Bob'})>]"
      ),
      ("[x IN [a, b, c] | [(x)-->(y) | y.name]]", "[['Bob'], ['Cid', 'Dot'], []]"),
    ])
  }

  @Test func subqueries() throws {
    try SubplanExpressionsTests.bench().check([
      ("EXISTS { (a)-->(b) }", "true"), ("EXISTS { MATCH (b)-->(x) WHERE x.name = 'Eve' }", "false"),
      ("COUNT { (b)-->() }", "2"), ("COUNT { (b)-->(x) WHERE x.name = 'Dot' } + 1", "2"),
      ("COLLECT { MATCH (b)-->(x) RETURN x }", "[(:Person {name: 'Cid'}), (:Person {name: 'Dot'})]"),
    ])
  }

  @Test func paths() throws {
    try SubplanExpressionsTests.bench().check([
      ("shortestPath((b)-->(c)) = [p = (b)-->(c) | p][0]", "true"), ("shortestPath((c)-->(b))", "null"),
      ("allShortestPaths((b)-->(c)) = [p = (b)-->(c) | p]", "true"), ("allShortestPaths((c)-->(b))", "[]"),
    ])
  }

  @Test func existenceStopsAtTheFirstRow() throws {
    let (expression, frame) = try SubplanExpressionsTests.bench().compile("()-->()")
    let exists = try #require(expression as? ExistsExpression)
    let plan = try #require(exists.plan as? EdgeScan)
    #expect(try exists.test(frame) == true)
    #expect(plan.rowsMade == 1)
  }

  @Test func collectNeedsOneColumn() throws {
    let bench = try SubplanExpressionsTests.bench()
    #expect(
      bench.result("COLLECT { MATCH (b)-->(x) RETURN x, b }").hasPrefix("SyntaxError UnexpectedSyntax 'COLLECT {"))
  }
}
