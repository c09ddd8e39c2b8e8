import QuipuTestSupport
import Testing

@testable import QuipuQuery

@Suite struct MembershipExpressionsTests {
  @Test func membership() {
    ExpressionBench().check([
      ("3 IN [1, null, 3]", "true"), ("4 IN [1, null, 3]", "null"), ("null IN []", "false"), ("null IN [1]", "null"),
      ("[1] IN [1, [1]]", "true"), ("[1, 2] IN [[null, 2], [1, 3]]", "null"), ("1 IN null", "null"),
      ("1 IN 1", "TypeError InvalidArgumentType '1 IN 1'"),
    ])
  }

  /// A long constant list, looked up by hash, answers as the same list in a variable, searched from end to end.
  @Test func hashedListsAnswerAsSearchedOnes() throws {
    let integers = (0..<20).map { "\($0 * 3)" }.joined(separator: ", ")
    let strings = (0..<20).map { "'s\($0)'" }.joined(separator: ", ") + ", 'é'"
    var bench = ExpressionBench()
    bench.variables = [("i", try bench.value("[\(integers)]")), ("s", try bench.value("[\(strings)]"))]
    let elements = ["0", "3", "4", "-3", "6.0", "6.5", "null", "'s3'", "'s'", "'é'", "'e\u{301}'", "[3]", "true"]
    for (name, list) in [("i", integers), ("s", strings)] {
      for element in elements {
        bench.variables.append(("e", try bench.value(element)))
        let (expression, _) = try bench.compile("e IN [\(list)]")
        #expect(expression is ConstantMembership)
        #expect(bench.result("e IN [\(list)]") == bench.result("e IN \(name)"), "\(element) in \(name)")
      }
    }
    #expect(try bench.compile("e IN [\(integers), 'a']").expression is MembershipExpression)
    #expect(try bench.compile("e IN [1, 2]").expression is MembershipExpression)
  }
}
