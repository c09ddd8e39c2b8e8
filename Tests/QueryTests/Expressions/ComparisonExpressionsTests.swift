import QuipuGraph
import QuipuTestSupport
import Testing

@testable import QuipuQuery

@Suite struct ComparisonExpressionsTests {
  @Test func comparisons() {
    ExpressionBench().check([
      ("1 = 1.0", "true"), ("1 = '1'", "false"), ("null = null", "null"), ("1 <> null", "null"), ("1 <> 2", "true"),
      ("1 < 'a'", "null"), ("'a' < 'b'", "true"), ("[1, 2] < [1, 3]", "true"), ("{a: 1} = {a: 1}", "true"),
      ("0.0 / 0.0 = 0.0 / 0.0", "false"), ("0.0 / 0.0 <> 0.0 / 0.0", "true"), ("1 < 0.0 / 0.0", "false"),
      ("true > false", "true"), ("[1, null] = [1, 2]", "null"), ("[1, null] = [2, null]", "false"),
    ])
  }

  @Test func chainsHoldWhenAllHold() {
    ExpressionBench().check([
      ("1 < 2 < 3", "true"), ("1 < 2 < 2", "false"), ("1 < 2 <= 2 <> 3", "true"), ("1 < null < 3", "null"),
      ("3 < 2 < null", "false"), ("null < 3 < 2", "false"), ("1 = 1 = 1", "true"), ("3 < 2 < 1 / 0", "false"),
    ])
  }

  /// A property compared where it lies gives what the comparison of its value gives.
  @Test func propertiesCompareAsTheirValuesDo() throws {
    let values: [PropertyValue] = [
      1, 2, 1.0, 2.5, .double(.nan), "a", "b", "", true, .list([1, "a"]), .list([]), .int(.max), .double(9.3e18),
      "é", "e\u{301}",
    ]
    var bench = ExpressionBench()
    for (i, value) in values.enumerated() {
      let node = try bench.graph.addNode(id: "\(i)", properties: [("p", value)])
      bench.variables += [("n\(i)", .node(node)), ("v\(i)", Value(value))]
    }
    bench.variables += [("none", .null), ("map", .map(ValueMap([("p", .int(1))])))]
    let names = values.indices.map { ("n\($0).p", "v\($0)") } + [("none.p", "none"), ("map.p", "v0"), ("n0.q", "null")]
    for (property, value) in names {
      for (_, other) in names {
        for comparison in ["=", "<>", "<", "<=", ">", ">="] {
          let expected = bench.result("\(value) \(comparison) \(other)")
          #expect(bench.result("\(property) \(comparison) \(other)") == expected)
          #expect(bench.result("\(value) \(comparison) \(property)") == bench.result("\(value) \(comparison) \(value)"))
        }
      }
    }
  }

  @Test func errorsOfEitherSideAreKept() throws {
    try ExpressionBench.people().check([
      ("a.age = 1 / 0", "ArithmeticError DivisionByZero '1 / 0'"),
      ("1 / 0 < a.age", "ArithmeticError DivisionByZero '1 / 0'"),
    ])
  }
}
