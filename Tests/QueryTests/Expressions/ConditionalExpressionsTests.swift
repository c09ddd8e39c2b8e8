import Testing

@testable import QuipuQuery

@Suite struct ConditionalExpressionsTests {
  @Test func bothForms() {
    var bench = ExpressionBench()
    bench.variables = [("x", .int(2)), ("n", .null)]
    bench.check([
      ("CASE x WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END", "'two'"), ("CASE x WHEN 1 THEN 'one' END", "null"),
      ("CASE n WHEN null THEN 'null' ELSE 'other' END", "'other'"), ("CASE x WHEN 2.0 THEN 'two' END", "'two'"),
      ("CASE WHEN n THEN 1 WHEN x > 1 THEN 2 ELSE 3 END", "2"), ("CASE WHEN false THEN 1 END", "null"),
      ("CASE WHEN x > 1 THEN 'ok' ELSE 1 / 0 END", "'ok'"), ("CASE x WHEN 2 THEN 'ok' WHEN 1 / 0 THEN 1 END", "'ok'"),
      ("CASE WHEN x THEN 1 END", "TypeError InvalidArgumentType 'x'"),
      ("coalesce(n, x, 1 / 0)", "2"), ("coalesce(n, n)", "null"), ("coalesce(null, 3)", "3"),
    ])
  }
}
