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
    "UNWIND range(1, 1000000000) AS x RETURN x, count(*)",
    "MERGE (n:New) WITH n UNWIND range(1, 1000000000) AS x RETURN x",
  ]

  @Test(arguments: greedy) func memory(_ query: String) throws {
    let run = try world.query(query, "--memory", "16M")
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("Error: LimitExceeded"), "\(run.messages)")
    // Those of DISTINCT are printed as they are found.
    #expect(run.output.isEmpty || query.contains("DISTINCT"))
  }

  /// Rows of a statement that reads are printed as they are found, whatever the limit on memory.
  @Test(arguments: ["csv", "jsonl", "table"]) func rowsAreNotHeld(_ format: String) throws {
    let run = try world.query(
      "UNWIND range(1, 500000) AS x RETURN x, 'a text that takes its room' AS text", "--memory", "1M", "--format",
      format)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.split(separator: 0x0A).count >= 500_000)
  }

  /// Thirty thousand rows, then a number that cannot be divided by.
  private static let failing = "UNWIND range(1, 60000) AS x RETURN 1 / (30001 - x) AS y"

  @Test(arguments: ["csv", "json", "jsonl", "markdown", "table"]) func rowsBeforeAnErrorAreWhole(_ format: String)
    throws
  {
    let run = try world.query(QueryLimitTests.failing, "--format", format)
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("Error: ArithmeticError"), "\(run.messages)")
    let heads = ["csv": 1, "jsonl": 0, "markdown": 2, "table": 2]
    if let head = heads[format] {
      let lines = run.text.split(whereSeparator: \.isNewline)
      #expect(lines.count == 30_000 + head)
      #expect(lines.last.map { $0.contains("1") } == true)
    } else {
      #expect(try JSONDecoder().decode([[String: Int]].self, from: Data(run.output)).count == 30_000)
    }
    let file = try world.query(QueryLimitTests.failing, "--format", format, "-o", "rows")
    #expect(file.status == 1)
    #expect(world.scratch.names == ["g.json"])
  }

  /// A statement that changes the graph and fails has no rows.
  @Test func failedUpdatesPrintNothing() throws {
    let run = try world.query("UNWIND range(1, 5) AS x CREATE (:New) RETURN 1 / (3 - x) AS y", "--format", "csv")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  /// Its rows show what it left.
  @Test func rowsOfUpdatesAreThoseOfTheEnd() throws {
    let run = try world.query(
      "MATCH (n:Person) MATCH (m) SET n.last = coalesce(n.last, 0) + 1 RETURN n ORDER BY n.name", "--format", "jsonl")
    #expect(run.text.split(separator: "\n").allSatisfy { $0.contains("\"last\":3") }, "\(run.text)")
  }

  /// Ctrl-C ends the query, not the process' manners. On a busy machine it may come before the process listens, which
  /// then dies without a word: it is given more time. In the foreground, since `timeout` otherwise signals the group as
  /// well, and a second Ctrl-C ends the process.
  @Test(.timeLimit(.minutes(5))) func interrupt() throws {
    func run(seconds: Int) throws -> CommandRun? {
      let line = [
        "timeout", "--foreground", "--preserve-status", "-s", "INT", "\(seconds)", try CommandRun.binary(), "query",
        "g.json", QueryLimitTests.endless[1],
      ]
      return try CommandRun.tool(line, in: world.scratch.folder)
    }
    var last: CommandRun?
    for seconds in [1, 5, 25] where last?.messages.isEmpty ?? true { last = try run(seconds: seconds) }
    let ended = try #require(last)
    #expect(ended.status == 130)
    #expect(ended.messages.hasPrefix("Error: LimitExceeded"))
  }
}
