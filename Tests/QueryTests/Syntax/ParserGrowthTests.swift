import QuipuQuery
import QuipuTestSupport
import Testing

/// Time in proportion to the text, for texts that a careless parser would read again and again.
@Suite struct ParserGrowthTests {
  static let units = [
    "(", "[", "{a: ", "[x IN ", "[x IN a, ", "(a)-->", "[(a)-->(b) ", "[(a)-[", "a.", "f(", "MATCH ", "RETURN 1 + ",
    "1,",
    " ]", "[)", "'", "`", "/*", "x:", "CASE ", "EXISTS { ", "MATCH (a) ", "(a)--", "\\", "#", "é ", "((a) ",
    "[x IN [1],",
    "RETURN [x IN (1), [2] ", "MATCH (a {b: [x IN y WHERE z]}) ",
  ]

  @Test(arguments: units)
  func eightTimesTheTextTakesAboutEightTimesTheTime(_ unit: String) {
    let ratio = growth(from: 1_000, to: 8_000) { count in
      _ = QueryParser().diagnose("RETURN " + String(repeating: unit, count: count))
    }
    #expect(ratio < 32, "\(ratio)")
  }
}
