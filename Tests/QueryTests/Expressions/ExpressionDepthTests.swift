import Testing

@testable import QuipuQuery

/// The deepest expressions that the parser lets through compile and evaluate on a test's thread.
@Suite struct ExpressionDepthTests {
  @Test func chains() {
    let count = TokenReader.maximumHeight - 1
    var bench = ExpressionBench()
    bench.variables = [("x", .int(1)), ("t", .bool(true)), ("m", .map(ValueMap()))]
    #expect(bench.result(String(repeating: "x + ", count: count) + "x") == "\(count + 1)")
    #expect(bench.result("1" + String(repeating: " + 1", count: count)) == "\(count + 1)")
    #expect(bench.result(String(repeating: "NOT ", count: count) + "t") == (count % 2 == 0 ? "true" : "false"))
    #expect(bench.result("m" + String(repeating: ".a", count: count)) == "null")
    #expect(bench.result("m" + String(repeating: "['a']", count: count)) == "null")
    #expect(bench.result("x" + String(repeating: " IS NULL", count: count)) == "false")
  }

  @Test func nesting() {
    let count = TokenReader.maximumDepth - 1
    var bench = ExpressionBench()
    bench.variables = [("x", .int(1))]
    let open = String(repeating: "[", count: count)
    #expect(
      bench.result(open + "x" + String(repeating: "]", count: count)) == open + "1"
        + String(repeating: "]", count: count))
    let comprehension = String(repeating: "[y IN [1] | ", count: count) + "x" + String(repeating: "]", count: count)
    #expect(bench.result(comprehension) == open + "1" + String(repeating: "]", count: count))
    let cases = String(repeating: "CASE WHEN true THEN ", count: count) + "x" + String(repeating: " END", count: count)
    #expect(bench.result(cases) == "1")
  }
}
