import Foundation
import Testing

/// Queries that would not end, or would take all memory.
@Suite struct QueryLimitTests {
  private let world: QueryWorld

  init() throws { world = try QueryWorld() }

  static let endless = [
    "UNWIND range(1, 1000000000000) AS x RETURN count(x)", "UNWIND range(1, 1000000000000) AS x RETURN sum(x % 7)",
    "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l), (m), (n), (o), (p), (q), (r), (s), (t), (u) "
      + "RETURN max(a.born + u.born)",
    "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, y WHERE x + y < 0 RETURN x",
    "RETURN reduce(a = 0, x IN range(1, 1000000000) | a + x)",
    "RETURN size([x IN range(1, 1000000000) WHERE x % 2 = 3])",
    "MATCH (a)-[*]-(b) UNWIND range(1, 1000000000) AS x RETURN sum(x)",
  ]

  @Test(arguments: endless) func timeout(_ query: String) throws {
    let run = try world.query(query, "--timeout", "0.3")
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("Error: LimitExceeded"), "\(run.messages)")
    #expect(run.output.isEmpty)
  }

  static let greedy = [
    "RETURN range(1, 1000000000000)", "UNWIND range(1, 1000000000) AS x RETURN collect(x)",
    "UNWIND range(1, 1000000000) AS x RETURN x ORDER BY -x", "UNWIND range(1, 1000000000) AS x RETURN DISTINCT x",
    "UNWIND range(1, 1000000000) AS x RETURN x, count(*)", "UNWIND range(1, 1000000000) AS x RETURN x",
  ]

  @Test(arguments: greedy) func memory(_ query: String) throws {
    let run = try world.query(query, "--memory", "16M")
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("Error: LimitExceeded"), "\(run.messages)")
    #expect(run.output.isEmpty)
  }

  /// Ctrl-C ends the query, not the process' manners.
  @Test func interrupt() throws {
    let line = [
      "timeout", "--preserve-status", "-s", "INT", "1", try CommandRun.binary(), "query", "g.json",
      QueryLimitTests.endless[1],
    ]
    let run = try #require(try CommandRun.tool(line, in: world.scratch.folder))
    #expect(run.status == 130)
    #expect(run.messages.hasPrefix("Error: LimitExceeded"))
  }
}
