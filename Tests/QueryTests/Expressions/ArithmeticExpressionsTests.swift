import Testing

@testable import QuipuQuery

@Suite struct ArithmeticExpressionsTests {
  /// Once with the numbers written out, which are computed while compiling, once with variables.
  @Test func numbers() throws {
    let table: [(Int64, String, Int64, String)] = [
      (2, "+", 3, "5"), (2, "-", 3, "-1"), (-4, "*", 3, "-12"), (7, "/", 2, "3"), (-7, "/", 2, "-3"),
      (-7, "%", 2, "-1"), (7, "%", -1, "0"), (.min, "%", -1, "0"), (2, "^", 3, "8.0"), (0, "+", .max, "\(Int64.max)"),
      (.max, "+", 1, "ArithmeticError IntegerOverflow"), (.min, "-", 1, "ArithmeticError IntegerOverflow"),
      (.max, "*", 2, "ArithmeticError IntegerOverflow"), (.min, "/", -1, "ArithmeticError IntegerOverflow"),
      (1, "/", 0, "ArithmeticError DivisionByZero"), (1, "%", 0, "ArithmeticError DivisionByZero"),
    ]
    for (a, operation, b, expected) in table {
      var bench = ExpressionBench()
      bench.variables = [("a", .int(a)), ("b", .int(b))]
      for text in ["a \(operation) b", "\(a) \(operation) \(b)"] {
        let suffix = expected.hasPrefix("Arithmetic") ? " '\(text)'" : ""
        #expect(bench.result(text) == expected + suffix)
      }
    }
  }

  @Test func mixed() {
    ExpressionBench().check([
      ("1 + 2.5", "3.5"), ("1.0 / 0", "Infinity"), ("null + 1", "null"), ("1 - null", "null"), ("'a' + 'b'", "'ab'"),
      ("[1] + 2", "[1, 2]"), ("1 + [2]", "[1, 2]"), ("[1] + [2]", "[1, 2]"), ("-(2)", "-2"), ("+(2.5)", "2.5"),
      ("-null", "null"), ("1 + 2 * 3 - 4 / 2", "5"), ("2 ^ 2 ^ 3", "64.0"),
      ("1 - 'a'", "TypeError InvalidArgumentType '1 - 'a''"), ("-('a')", "TypeError InvalidArgumentType '-('a')'"),
      ("1 + {a: 1} * 2", "TypeError InvalidArgumentType '{a: 1} * 2'"),
      ("-(-9223372036854775808)", "ArithmeticError IntegerOverflow '-(-9223372036854775808)'"),
    ])
  }
}
