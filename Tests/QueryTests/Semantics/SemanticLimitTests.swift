import QuipuCore
import QuipuQuery
import QuipuTestSupport
import Testing

/// Queries as large as the parser takes them.
@Suite struct SemanticLimitTests {
  private func detail(_ query: String) -> String? {
    do throws(QueryError) {
      try SemanticAnalysis(Catalog()).check(try QueryParser().parse(query))
      return nil
    } catch {
      return error.detail
    }
  }

  @Test func deepExpressionsAreWalked() {
    let nested = String(repeating: "[", count: 300) + "x" + String(repeating: "]", count: 300)
    #expect(detail("RETURN \(nested) AS a") == "UndefinedVariable")
    let chain = Array(repeating: "1", count: 900).joined(separator: " + ")
    #expect(detail("RETURN \(chain) + count(x) AS a") == "UndefinedVariable")
    #expect(detail("WITH 1 AS x RETURN \(chain) + x + count(*) AS a") == "AmbiguousAggregationExpression")
    #expect(detail("WITH DISTINCT 1 AS x ORDER BY \(chain) + y RETURN x") == "UndefinedVariable")
    let subqueries = (0..<60).reduce("true") { inner, i in "EXISTS { MATCH (n\(i)) WHERE \(inner) RETURN 1 }" }
    #expect(detail("RETURN \(subqueries) AS a") == nil)
  }

  /// What is bound is not copied for each clause: four times the clauses take about four times as long.
  @Test func manyBindingClausesTakeLinearTime() throws {
    var queries: [Int: Query] = [:]
    for count in [4_000, 16_000] {
      let text = (0..<count).map { "CREATE (n\($0):A {x: 1})" }.joined(separator: " ")
      queries[count] = try QueryParser().parse(text)
    }
    let factor = try growth(from: 4_000, to: 16_000) { count in
      try SemanticAnalysis(Catalog()).check(try #require(queries[count]))
    }
    #expect(factor < 10)
  }
}
