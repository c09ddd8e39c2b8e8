import QuipuTestSupport
import Testing

@testable import QuipuQuery

@Suite struct LogicalExpressionsTests {
  let bench = ExpressionBench()
  static let truths = ["true", "false", "null"]

  @Test func tablesOfTruth() {
    bench.check([
      ("true AND true", "true"), ("true AND false", "false"), ("true AND null", "null"), ("false AND null", "false"),
      ("null AND false", "false"), ("null AND null", "null"), ("true AND null AND false", "false"),
      ("true OR null", "true"), ("false OR false", "false"), ("false OR null", "null"), ("null OR true", "true"),
      ("null OR null OR false", "null"), ("true XOR true", "false"), ("true XOR false", "true"),
      ("true XOR null", "null"), ("true XOR true XOR true", "true"), ("null XOR true XOR true", "null"),
      ("NOT true", "false"), ("NOT null", "null"), ("NOT NOT false", "false"),
      ("null IS NULL", "true"), ("1 IS NULL", "false"), ("null IS NOT NULL", "false"), ("[null] IS NOT NULL", "true"),
    ])
  }

  /// Laws of Kleene's three-valued logic, over variables, so that nothing is computed while compiling.
  @Test(arguments: LogicalExpressionsTests.truths, LogicalExpressionsTests.truths)
  func laws(p: String, q: String) throws {
    for r in LogicalExpressionsTests.truths {
      var bench = ExpressionBench()
      bench.variables = [("p", try bench.value(p)), ("q", try bench.value(q)), ("r", try bench.value(r))]
      for (left, right) in [
        ("p AND q", "q AND p"), ("p OR q", "q OR p"), ("p XOR q", "q XOR p"),
        ("(p AND q) AND r", "p AND q AND r"), ("p OR (q OR r)", "p OR q OR r"), ("(p XOR q) XOR r", "p XOR q XOR r"),
        ("NOT (p AND q)", "NOT p OR NOT q"), ("NOT (p OR q)", "NOT p AND NOT q"), ("NOT NOT p", "p"),
        ("p AND (q OR r)", "(p AND q) OR (p AND r)"), ("p OR (q AND r)", "(p OR q) AND (p OR r)"),
        ("p XOR q", "(p OR q) AND NOT (p AND q)"), ("p AND p", "p"), ("p OR p", "p"), ("p AND (p OR q)", "p"),
        ("p IS NULL", "NOT (p IS NOT NULL)"),
      ] {
        #expect(bench.testResult(left) == bench.testResult(right), "\(left) with \(p), \(q), \(r)")
      }
    }
  }

  @Test func whatDecidesEndsTheComputation() {
    bench.check([
      ("false AND 1 / 0 = 1", "false"), ("true OR 1 / 0 = 1", "true"),
      ("1 / 0 = 1 AND false", "ArithmeticError DivisionByZero '1 / 0'"),
    ])
  }

  @Test func operandsMustBeBoolean() {
    var bench = ExpressionBench()
    bench.variables = [("x", .int(1)), ("t", .bool(true))]
    bench.check([
      ("NOT x", "TypeError InvalidArgumentType 'x'"), ("t AND x", "TypeError InvalidArgumentType 'x'"),
      ("x OR t", "TypeError InvalidArgumentType 'x'"), ("t XOR 'a'", "TypeError InvalidArgumentType ''a''"),
      ("t OR x", "true"),
    ])
    #expect(bench.testResult("x") == "TypeError InvalidArgumentType 'x'")
  }

  @Test func theErrorSaysWhatWasFound() throws {
    var bench = ExpressionBench()
    bench.variables = [("x", .string("yes"))]
    let (expression, frame) = try bench.compile("x")
    let error = #expect(throws: QueryError.self) { try expression.test(frame) }
    #expect(error?.message == "expected true, false or null here, found String")
  }

  /// `test` and `evaluate` of the same expression agree, errors included.
  @Test func testAgreesWithEvaluate() throws {
    var random = SplitMix64(seed: 7)
    var bench = try ExpressionBench.people()
    bench.variables += [("x", .int(2)), ("y", .null), ("s", .string("ab")), ("l", .list([.int(1), .null]))]
    var seen: Set<String> = []
    for _ in 0..<3_000 {
      let text = RandomPredicate.text(&random, depth: 3)
      let value = bench.result(text)
      let isTruth = ["true", "false", "null"].contains(value) || value.contains("Error")
      #expect(bench.testResult(text) == (isTruth ? value : "TypeError InvalidArgumentType '\(text)'"))
      seen.insert(value)
    }
    #expect(seen.isSuperset(of: ["true", "false", "null"]))
    #expect(seen.contains { $0.hasPrefix("TypeError") })
  }
}

/// Predicates over the variables `a`, `b`, `r` (a small graph) and `x`, `y`, `s`, `l`.
enum RandomPredicate {
  static let operands = [
    "1", "2", "2.5", "null", "'ab'", "x", "y", "s", "a.name", "a.age", "b.age", "r.since", "l", "[1, 2]", "x + 1",
    "l[0]", "-x", "a",
  ]
  static let predicates = [
    "true", "false", "null", "a:Person", "b:Author", "r:KNOWS", "y:Person", "a IS NULL", "b.age IS NOT NULL",
    "(a)-->(b)", "(b)-->(a)", "x", "any(z IN l WHERE z = x)", "all(z IN l WHERE z > 0)", "none(z IN y WHERE z)",
    "single(z IN [1, 2, x] WHERE z = 2)", "CASE WHEN y THEN false ELSE true END", "s STARTS WITH 'a'",
    "a.name CONTAINS 'n'", "s ENDS WITH y",
  ]

  static func text(_ random: inout SplitMix64, depth: Int) -> String {
    func operand() -> String { operands.randomElement(using: &random) ?? "1" }
    switch depth > 0 ? Int.random(in: 0..<8, using: &random) : Int.random(in: 5..<8, using: &random) {
    case 0: return "NOT (\(text(&random, depth: depth - 1)))"
    case 1...3:
      let joint = ["AND", "OR", "XOR"].randomElement(using: &random) ?? "AND"
      let count = Int.random(in: 2...3, using: &random)
      return (0..<count).map { _ in "(\(text(&random, depth: depth - 1)))" }.joined(separator: " \(joint) ")
    case 4, 5:
      let comparison = ["=", "<>", "<", "<=", ">", ">="].randomElement(using: &random) ?? "="
      let chain = Bool.random(using: &random) ? " < \(operand())" : ""
      return "\(operand()) \(comparison) \(operand())\(chain)"
    case 6: return "\(operand()) IN \(["l", "y", "[1, 'ab', 41]", "[]"].randomElement(using: &random) ?? "l")"
    default: return predicates.randomElement(using: &random) ?? "true"
    }
  }
}
