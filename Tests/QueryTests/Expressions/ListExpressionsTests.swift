import Testing

@testable import QuipuQuery

@Suite struct ListExpressionsTests {
  @Test func literalsAndAccess() {
    var bench = ExpressionBench()
    bench.variables = [("l", .list([.int(1), .int(2), .int(3)])), ("i", .int(1)), ("n", .null)]
    bench.check([
      ("[1, [2], null]", "[1, [2], null]"), ("l[0]", "1"), ("l[-1]", "3"), ("l[3]", "null"), ("l[-4]", "null"),
      ("l[n]", "null"), ("n[0]", "null"), ("[i, l[i], i + i]", "[1, 2, 2]"), ("l[1..]", "[2, 3]"), ("l[..2]", "[1, 2]"),
      ("l[i..-1]", "[2]"), ("l[2..1]", "[]"), ("l[n..]", "null"), ("l[..n]", "null"), ("n[0..1]", "null"),
      ("l[-100..100]", "[1, 2, 3]"), ("{a: 1}['a']", "1"), ("{a: 1}['b']", "null"),
      ("l['a']", "TypeError InvalidArgumentType 'l['a']'"), ("i[0]", "TypeError InvalidArgumentType 'i[0]'"),
      ("{a: 1}[i]", "TypeError MapElementAccessByNonString '{a: 1}[i]'"),
      ("l[0..'a']", "TypeError InvalidArgumentType 'l[0..'a']'"),
      ("i[0..1]", "TypeError InvalidArgumentType 'i[0..1]'"),
    ])
  }

  @Test func comprehensions() {
    var bench = ExpressionBench()
    bench.variables = [("x", .int(10)), ("n", .null)]
    bench.check([
      ("[x IN [1, 2, 3] WHERE x > 1 | x * x]", "[4, 9]"), ("[x IN [1, null, 3] WHERE x > 1]", "[3]"),
      ("[y IN [1, 2] | x + y]", "[11, 12]"), ("[x IN [1, 2]] + x", "[1, 2, 10]"), ("[x IN n | x]", "null"),
      ("[x IN [[1, 2], [3]] | [y IN x | y + 1]]", "[[2, 3], [4]]"), ("[x IN [] | x]", "[]"),
      ("[x IN [x, x] | x]", "[10, 10]"), ("[y IN x | y]", "TypeError InvalidArgumentType 'x'"),
      ("[y IN [1] WHERE y]", "TypeError InvalidArgumentType 'y'"),
    ])
  }

  @Test func quantifiersAreThreeValued() {
    var bench = ExpressionBench()
    bench.variables = [("n", .null)]
    bench.check([
      ("all(x IN [] WHERE x)", "true"), ("any(x IN [] WHERE x)", "false"), ("none(x IN [] WHERE x)", "true"),
      ("single(x IN [] WHERE x)", "false"), ("all(x IN [2, null] WHERE x = 2)", "null"),
      ("all(x IN [2, null, 3] WHERE x = 2)", "false"), ("any(x IN [null, 2] WHERE x = 2)", "true"),
      ("any(x IN [null, 3] WHERE x = 2)", "null"), ("none(x IN [null, 2] WHERE x = 2)", "false"),
      ("none(x IN [null, 3] WHERE x = 2)", "null"), ("single(x IN [2, null] WHERE x = 2)", "null"),
      ("single(x IN [2, null, 2] WHERE x = 2)", "false"), ("single(x IN [2, 3] WHERE x = 2)", "true"),
      ("any(x IN n WHERE true)", "null"), ("all(x IN [1, 'a'] WHERE x)", "TypeError InvalidArgumentType 'x'"),
    ])
  }

  @Test func reductions() {
    var bench = ExpressionBench()
    bench.variables = [("n", .null)]
    bench.check([
      ("reduce(s = 0, x IN [1, 2, 3] | s + x)", "6"), ("reduce(s = '', x IN [] | s + x)", "''"),
      ("reduce(s = 1, x IN n | s + x)", "null"), ("reduce(s = 0, x IN [1, null] | s + x)", "null"),
      ("reduce(s = [], x IN [1, 2] | s + reduce(t = x, y IN [x, x] | t + y))", "[3, 6]"),
    ])
  }
}
