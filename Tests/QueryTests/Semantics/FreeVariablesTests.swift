import QuipuQuery
import Testing

@Suite struct FreeVariablesTests {
  /// The first expression that the query returns.
  private func returned(_ query: String) throws -> Expression {
    let clauses = try QueryParser().parse(query).parts[0].clauses
    guard case .projection(let projection)? = clauses.last else { throw QueryError.syntax("none", query, at: nil) }
    return projection.items[0].expression
  }

  @Test(arguments: [
    ("RETURN b + a.x + b", ["b", "a"]),
    ("RETURN [x IN xs WHERE x > y | x + z]", ["xs", "y", "z"]),
    ("RETURN all(x IN x WHERE x > 1)", ["x"]),
    ("RETURN reduce(s = s0, x IN xs | s + x + t)", ["s0", "xs", "t"]),
    ("RETURN n {.name, other, key: v}", ["n", "other", "v"]),
    ("RETURN [p = (a)-[r]->(b {x: c}) | length(p) + d]", ["a", "r", "b", "c", "d"]),
    ("RETURN EXISTS { MATCH (a)-->(b) WITH a.x AS k UNWIND [k, l] AS m RETURN m }", ["a", "b", "l"]),
    ("RETURN CASE WHEN a THEN b ELSE $c END", ["a", "b"]),
  ])
  func namesInOrderOfUse(_ query: String, _ names: [String]) throws {
    #expect(FreeVariables.of(try returned(query)) == names)
  }

  @Test func aggregatesOfSubqueriesAreTheirOwn() throws {
    #expect(AggregationAnalysis.containsAggregate(try returned("RETURN 1 + size(collect(x))")))
    #expect(AggregationAnalysis.containsAggregate(try returned("RETURN [x IN collect(y) | x]")))
    #expect(!AggregationAnalysis.containsAggregate(try returned("RETURN size([1])")))
    #expect(!AggregationAnalysis.containsAggregate(try returned("RETURN COLLECT { MATCH (n) RETURN count(n) }")))
  }

  @Test(arguments: [
    ("MATCH (n) RETURN n", false), ("CREATE (n)", true), ("MATCH (n) REMOVE n.x RETURN n", true),
    ("RETURN 1 AS a UNION MERGE (n) RETURN n AS a", true),
  ])
  func updatingQueriesAreFound(_ query: String, _ isUpdating: Bool) throws {
    #expect(SemanticAnalysis.isUpdating(try QueryParser().parse(query)) == isUpdating)
  }
}
