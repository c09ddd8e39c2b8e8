import QuipuQuery
import Testing

@Suite struct StatementSplitterTests {
  @Test(arguments: [
    ("RETURN 1", ["RETURN 1"]), ("RETURN 1; RETURN 2;", ["RETURN 1", "RETURN 2"]), (";;", []), ("", []),
    ("RETURN ';' ; // a;b\n MATCH (`;`) /* ; */ RETURN 1", ["RETURN ';'", "MATCH (`;`) /* ; */ RETURN 1"]),
    (" // only a comment", []), ("RETURN 'open; x", ["RETURN 'open; x"]),
  ])
  func statements(_ script: String, _ expected: [String]) {
    #expect(StatementSplitter.split(script).map(\.text) == expected)
  }

  @Test(arguments: [
    ("", true), ("RETURN 1;", true), ("RETURN 1; // done", true), ("RETURN 1", false), ("RETURN ';", false),
    ("RETURN 1; /* open ;", false), ("RETURN 1; MATCH", false), ("RETURN `;", false), ("// comment", true),
  ])
  func completeness(_ script: String, _ expected: Bool) { #expect(StatementSplitter.isComplete(script) == expected) }

  @Test func onlyTheLastMayBeIncomplete() {
    #expect(StatementSplitter.split("RETURN 1; RETURN 2").map(\.isComplete) == [true, false])
    #expect(StatementSplitter.split("RETURN 1; RETURN 2").map(\.range) == [.init(0, 8), .init(10, 18)])
  }
}
