import Foundation
import Testing

/// Queries that cannot be run: a typed error with its place, exit status 1, nothing on standard output.
@Suite struct QueryErrorTests {
  private let world: QueryWorld

  init() throws { world = try QueryWorld() }

  private func fails(_ query: String, _ options: String..., input: Bool = false) throws -> String {
    try world.scratch.write("q", query)
    let run = try CommandRun(["query", "g.json", "--file", "q"] + options, in: world.scratch.folder)
    #expect(run.status == 1)
    // What ran before the first `;` has its result.
    #expect(run.output.isEmpty != query.contains("1;"))
    return run.messages
  }

  /// The error's kind, the line and the column, and the text under which the carets stand.
  static let cases: [(query: String, message: String)] = [
    ("RETURN 'abc", "SyntaxError at line 1, column 8: "), ("RETURN nosuch(1)", "SyntaxError at line 1, column 8: "),
    ("MATCH (n)\nRETURN m", "SyntaxError at line 2, column 8: "), ("RETURN 1;\nRETURN 1 +", "SyntaxError at line 2, "),
    ("RETURN 1 / 0", "ArithmeticError at line 1, column "), ("RETURN 9223372036854775807 + 1", "ArithmeticError at "),
    ("RETURN 9223372036854775808", "SyntaxError at line 1, column 8: "), ("RETURN 'a' =~ '('", "ArgumentError at "),
    ("RETURN $missing", "ParameterMissing at line 1, column 8: "), ("FOO", "SyntaxError at line 1, column 1: "),
    ("CALL no.such()", "ProcedureError at line 1, column "), ("MATCH (n RETURN n", "SyntaxError at line 1, column "),
  ]

  @Test(arguments: cases) func isTold(_ query: String, _ message: String) throws {
    let messages = try fails(query)
    let lines = messages.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("Error: " + message) == true, "\(messages)")
    try #require(lines.count == 3, "\(messages)")
    #expect(query.contains(lines[1].dropFirst(2)))
    #expect(lines[2].contains("^"))
  }

  /// Options that put a word before the statement do not move the place.
  @Test(arguments: ["--explain", "--profile"]) func placeUnderOptions(_ option: String) throws {
    #expect(try fails("RETURN 1;\n  RETURN m", option).hasPrefix("Error: SyntaxError at line 2, column 10: "))
  }

  @Test func nothingToRun() throws {
    #expect(
      try fails(" // nothing\n;")
        == "Error: the query is empty; write a statement, such as MATCH (n) RETURN n\n")
  }

  @Test func noText() throws {
    try world.scratch.write("q", [0x52, 0xFF])
    let run = try world.query("--file", "q")
    #expect(run.status == 1)
    #expect(run.messages == "Error: q: is no UTF-8 text; convert it to UTF-8 first\n")
    let missing = try world.query("--file", "none")
    #expect(missing.status == 1)
    #expect(missing.messages == "Error: none: cannot read: No such file or directory; check the path\n")
  }

  static let huge: [(name: String, query: String)] = [
    ("parentheses", "RETURN " + String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)),
    ("lists", "RETURN " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)),
    ("maps", "RETURN " + String(repeating: "{a:", count: 10_000) + "1" + String(repeating: "}", count: 10_000)),
    ("nots", "RETURN " + String(repeating: "NOT ", count: 100_000) + "true"),
    ("minuses", "RETURN " + String(repeating: "- ", count: 100_000) + "1"),
    ("open parentheses", "RETURN " + String(repeating: "(", count: 1_000_000)),
    ("cases", "RETURN " + String(repeating: "CASE WHEN true THEN ", count: 10_000)),
    ("subqueries", "RETURN " + String(repeating: "EXISTS { MATCH (n) WHERE ", count: 10_000)),
  ]

  /// Either refused or answered, but no crash.
  @Test(arguments: huge) func deepNesting(_ name: String, _ query: String) throws {
    try world.scratch.write("q", query)
    let run = try world.query("--file", "q", "--format", "csv")
    #expect(run.status == 1, "\(name)")
    #expect(run.messages.hasPrefix("Error: "))
    #expect(run.messages.utf8.count < 2000)
  }

  @Test func tenMegabytes() throws {
    let strings = [String](repeating: "'" + String(repeating: "x", count: 1000) + "'", count: 10_000)
    try world.scratch.write("q", "RETURN size([" + strings.joined(separator: ", ") + "]) AS n")
    #expect(try world.query("--file", "q", "--format", "jsonl").text == "{\"n\":10000}\n")
    let messages = try fails("RETURN '" + String(repeating: "x", count: 10 << 20))
    #expect(messages.hasPrefix("Error: SyntaxError at line 1, column 8: "))
    #expect(messages.utf8.count < 2000)
  }
}
