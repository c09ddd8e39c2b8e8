import Foundation
import QuipuCore
import QuipuQuery
import Testing

/// The cases in `Cases/Engine`, with the optimizer, and without it where no plan is asked.
///
/// `QUIPU_RECORD=1` writes what was found into the files and fails: look at `git diff`.
@Suite struct QueryCaseTests {
  @Test(arguments: [
    "plans", "paths", "subqueries", "patterns", "updates", "statements", "errors", "rules",
  ]) func everyCase(name: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Cases/Engine/\(name).case")
    let text = try String(contentsOf: path, encoding: .utf8)
    let file = QueryCaseFile(text)
    #expect(file.cases.count >= 8)
    for c in file.cases {
      let graph = try #require(file.graphs.first { $0.name == c.graph }, "\(name).case line \(c.line): no such graph")
      for isOptimizing in [true, false] {
        let run = try QueryCaseRun(graph, isOptimizing: isOptimizing)
        for statement in c.statements {
          let found = try run.results(of: statement)
          for (expectation, lines) in zip(statement.expectations, found) {
            if !isOptimizing && ["plan", "profile"].contains(expectation.what) { continue }
            let isSame = lines == (expectation.what == "rows" ? expectation.lines.sorted() : expectation.lines)
            #expect(
              isSame,
              """
              \(name).case line \(c.line), \(isOptimizing ? "optimized" : "plain"): \(c.name)
              \(statement.text)
              --- \(expectation.what)
              \(lines.joined(separator: "\n"))
              """)
          }
        }
      }
    }
    if ProcessInfo.processInfo.environment["QUIPU_RECORD"] != nil {
      try record(file, text).write(to: path, atomically: true, encoding: .utf8)
      Issue.record("\(name).case was written anew")
    }
  }

  /// The text with what was found in place of what was expected.
  private func record(_ file: QueryCaseFile, _ text: String) throws -> String {
    var found: [[String]] = []
    for c in file.cases {
      guard let graph = file.graphs.first(where: { $0.name == c.graph }) else { continue }
      let run = try QueryCaseRun(graph, isOptimizing: true)
      for statement in c.statements { found += try run.results(of: statement) }
    }
    var result: [String] = []
    var isSkipping = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("=== ") || line.hasPrefix("--- ") || line.isEmpty || line.hasPrefix("#") { isSkipping = false }
      if !isSkipping { result.append(line) }
      if line.hasPrefix("--- "), !["--- then", "--- with"].contains(line), !found.isEmpty {
        result += found.removeFirst()
        isSkipping = true
      }
    }
    return result.joined(separator: "\n")
  }
}
