import Foundation
import Testing

extension Checkout {
  /// The scenarios lie beside the checkout, and their runner wants Python.
  fileprivate static var canScoreQueries: Bool {
    guard FileManager.default.fileExists(atPath: root + "/../shared/data/opencypher-tck/features") else { return false }
    return (try? CommandRun.tool(["python3", "--version"], in: "/"))??.status == 0
  }
}

/// The openCypher Technology Compatibility Kit, strictly: error types, phases and details too.
@Suite struct ConformanceTests {
  /// Every scenario passes but those of `tck-exceptions.txt`, none of which passes.
  @Test(.enabled(if: Checkout.canScoreQueries, "needs ../shared and python3"))
  func technologyCompatibilityKit() throws {
    let command = "'\(try CommandRun.binary())' query --protocol tck"
    let run = try #require(
      try CommandRun.tool(["python3", Checkout.root + "/Tools/tck", "--command", command], in: Checkout.root))
    let wrong = run.text.split(separator: "\n").filter { $0.hasPrefix("failed: ") || $0.hasPrefix("passes, ") }
    #expect(run.status == 0, "\(wrong.joined(separator: "\n"))\n\(run.messages)")
    #expect(run.text.contains("\nTOTAL "), "no score was printed")
  }

  /// What is no request is answered, and the next line is read.
  @Test func everyLineIsAnswered() throws {
    let scratch = try Scratch()
    let deep = String(repeating: "[", count: 100_000)
    try scratch.write(
      "requests",
      """
      no json

      {"id": "a"}
      {"id": "b", "query": 5}
      {"id": "c", "query": "RETURN", "params": {"x": {"$nothing": 1}}}
      {"id": "d", "query": "RETURN \(deep)"}
      {"id": "e", "setup": ["CREATE ("], "query": "RETURN 1 AS one"}
      {"id": "f", "query": "RETURN 1 AS one", "control": "RETURN"}
      {"id": "g", "query": "RETURN 1 AS one"}

      """)
    let run = try scratch.quipu("query", "--protocol", "tck", input: scratch.path("requests"))
    #expect(run.status == 0)
    let lines = run.text.split(separator: "\n").map(String.init)
    #expect(lines.count == 8)
    #expect(lines.dropLast().allSatisfy { $0.contains("\"error\":{") })
    #expect(lines.prefix(4).allSatisfy { $0.contains("\"stage\":\"setup\"") })
    #expect(lines[5].contains("\"stage\":\"setup\""))
    #expect(lines[6].contains("\"stage\":\"control\""))
    #expect(lines.last?.hasPrefix("{\"id\":\"g\",\"columns\":[\"one\"],\"rows\":[[1]],\"sideEffects\":{") == true)
  }
}
