import Testing

@testable import QuipuQuery

@Suite struct StringExpressionsTests {
  @Test func matches() {
    var bench = ExpressionBench()
    bench.variables = [("s", .string("quipu")), ("n", .null), ("p", .string("qu.*"))]
    bench.check([
      ("s STARTS WITH 'qu'", "true"), ("s ENDS WITH 'qu'", "false"), ("s CONTAINS 'uip'", "true"),
      ("s STARTS WITH n", "null"), ("n CONTAINS 'a'", "null"), ("s CONTAINS 1", "null"), ("1 ENDS WITH s", "null"),
      ("s =~ p", "true"), ("s =~ 'qu'", "false"), ("s =~ n", "null"), ("1 =~ p", "null"),
      ("'abc' STARTS WITH 'a' AND 'abc' =~ 'a.c'", "true"),
      ("s =~ '('", "ArgumentError InvalidRegularExpression ''(''"),
      ("[x IN ['a+', 'q.+', 'a+'] | 'aa' =~ x]", "[true, false, true]"),
    ])
  }
}
