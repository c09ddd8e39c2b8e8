import Testing

@testable import QuipuQuery

@Suite struct ConstantFolderTests {
  @Test func constantsAreComputedWhileCompiling() throws {
    let bench = CallExpressionsTests.bench()
    for (text, value) in [
      ("1 + 2 * 3", "7"), ("[1, 2 + 3][1]", "5"), ("{a: [1]}.a", "[1]"), ("NOT (1 < 2 OR null)", "false"),
      ("CASE 1 WHEN 1 THEN 'a' END", "'a'"), ("twice(2) + gather(1)", "[4, 1]"), ("'a' IN ['a']", "true"),
      ("[1, 2, 3][1..]", "[2, 3]"), ("1 < 2 < 3", "true"), ("-(1 + 1)", "-2"), ("null IS NULL", "true"),
      ("'ab' =~ 'a.'", "true"), ("coalesce(null, 1)", "1"), ("isNothing(null)", "true"),
    ] {
      let (expression, _) = try bench.compile(text)
      #expect(expression.constantValue?.text(in: bench.graph) == value, "\(text)")
      let parsed = try QueryParser().parseExpression(text)
      #expect(bench.compiler(for: text).constant(parsed) == expression.constantValue)
    }
  }

  @Test func whatMayDifferOrThrowsIsLeftForTheRun() throws {
    let bench = CallExpressionsTests.bench()
    for text in [
      "x", "$p", "now()", "later(1)", "dice()", "1 / 0", "twice({})", "[1, x]", "[y IN [1] | y]", "(x)-->()",
    ] {
      #expect(bench.compiler(for: text).constant(try QueryParser().parseExpression(text)) == nil, "\(text)")
    }
    #expect(try bench.compile("later(1)").expression.isConstant == false)
    #expect(try bench.compile("1 / 0").expression.isConstant == false)
  }
}
