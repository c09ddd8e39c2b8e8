import QuipuGraph
import QuipuQuery
import QuipuTestSupport
import Testing

/// Limits, cancellation, kept statements, inference.
@Suite struct QueryEngineTests {
  private func engine(_ statements: String..., options: QueryOptions = QueryOptions()) throws -> QueryEngine {
    let engine = QueryEngine(PropertyGraph(), options: options)
    for statement in statements { _ = try engine.run(statement) }
    return engine
  }

  private func detail(_ engine: QueryEngine, _ text: String, _ parameters: ValueMap = ValueMap()) -> String {
    do throws(QueryError) {
      _ = try engine.run(text, parameters: parameters)
      return "no error"
    } catch {
      return "\(error.kind.rawValue) \(error.detail)"
    }
  }

  private func lines(_ engine: QueryEngine, _ text: String, _ parameters: ValueMap = ValueMap()) throws -> [String] {
    try engine.run(text, parameters: parameters).rows.map { row in
      row.map { $0.text(in: engine.graph) }.joined(separator: " | ")
    }.sorted()
  }

  // MARK: Limits

  static let endless = [
    "UNWIND range(1, 1000000000000) AS x RETURN count(x) AS c",
    "UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN x",
    "MATCH (a), (b), (c), (d), (e), (f) RETURN count(a.k + f.k) AS c",
    "MATCH (a) WHERE COUNT { (x), (y), (z), (u), (v) WHERE x.k + y.k + z.k + u.k + v.k < 0 } > 0 RETURN a",
    "MATCH (a)-[l*]-(b) RETURN count(l) AS c",
  ]

  @Test(arguments: endless) func timeLimit(text: String) throws {
    let engine = try engine("UNWIND range(1, 40) AS k CREATE (:N {k: k})", "MATCH (a:N), (b:N) CREATE (a)-[:R]->(b)")
    engine.options.timeout = 0.05
    #expect(detail(engine, text) == "LimitExceeded Timeout")
    engine.options.timeout = nil
    #expect(try lines(engine, "MATCH (n) RETURN count(*) AS c") == ["40"])
  }

  @Test(arguments: endless) func cancellation(text: String) throws {
    let engine = try engine("UNWIND range(1, 40) AS k CREATE (:N {k: k})", "MATCH (a:N), (b:N) CREATE (a)-[:R]->(b)")
    let asked = Counter()
    engine.options.isCancelled = { asked.next() > 2 }
    #expect(detail(engine, text) == "LimitExceeded Cancelled")
  }

  @Test(arguments: [
    "UNWIND range(1, 1000000000000) AS x RETURN x",
    "UNWIND range(1, 1000000000000) AS x RETURN collect(x) AS xs",
    "UNWIND range(1, 1000000000000) AS x RETURN DISTINCT x",
    "UNWIND range(1, 1000000000000) AS x RETURN x % 1000000007 AS y, count(*) AS c",
    "UNWIND range(1, 1000000000000) AS x RETURN x ORDER BY -x",
    "UNWIND range(1, 1000000000000) AS x RETURN x ORDER BY -x LIMIT 100000000",
    "UNWIND range(1, 1000000000000) AS x RETURN count(DISTINCT x) AS c",
    "UNWIND range(1, 1000000000000) AS x RETURN x UNION RETURN 1 AS x",
    "MATCH (n) UNWIND range(1, 1000000000000) AS x SET n.x = x",
  ]) func memoryLimit(text: String) throws {
    let engine = try engine("CREATE (:N)")
    engine.options.memoryLimit = 1 << 18
    let found = detail(engine, text)
    #expect(found == "LimitExceeded MemoryLimit")
    engine.options.memoryLimit = nil
    #expect(try lines(engine, "MATCH (n) RETURN n") == ["(:N)"])
  }

  /// What one run held must not count in the next, nor what was let go within one.
  @Test func memoryIsGivenBack() throws {
    let engine = try engine()
    engine.options.memoryLimit = 400_000
    let text = """
      UNWIND range(1, 500) AS x WITH x ORDER BY x DESC WITH DISTINCT x
      RETURN count(DISTINCT COLLECT { UNWIND range(1, 100) AS y RETURN y ORDER BY y DESC LIMIT 1 }) AS c
      """
    for _ in 0..<50 { #expect(try lines(engine, text) == ["1"]) }
  }

  @Test func aListIsNotMadeBeyondReason() throws {
    let engine = try engine()
    #expect(detail(engine, "RETURN size(range(1, 1000000000000)) AS s") != "no error")
  }

  /// A statement that is refused for its limits in the middle changes nothing.
  @Test func limitsRollBack() throws {
    let engine = try engine("CREATE (:N {k: 1})")
    engine.options.memoryLimit = 1 << 18
    #expect(
      detail(engine, "MATCH (n) SET n.k = 2 WITH n UNWIND range(1, 1000000) AS x CREATE (:M {x: x})")
        == "LimitExceeded MemoryLimit")
    engine.options.memoryLimit = nil
    #expect(try lines(engine, "MATCH (n) RETURN n") == ["(:N {k: 1})"])
  }

  @Test func readingOnly() throws {
    let engine = try engine("CREATE (:N)")
    engine.options.allowsUpdates = false
    #expect(detail(engine, "CREATE (:M)") == "SyntaxError InvalidClauseComposition")
    #expect(try lines(engine, "MATCH (n) RETURN n") == ["(:N)"])
    #expect(try engine.run("EXPLAIN CREATE (:M)").plan != nil)
  }

  // MARK: Rows one by one

  @Test(arguments: [
    "UNWIND range(1, 1000000000000) AS x RETURN x", "UNWIND [1, 2, 3] AS x RETURN x UNION ALL RETURN 4 AS x",
    "UNWIND [1, 2, 3] AS x RETURN x ORDER BY x UNION RETURN 4 AS x", "UNWIND [3, 2, 1] AS x RETURN DISTINCT x",
    "UNWIND [1, 2, 3] AS x RETURN x, count(*) AS c UNION UNWIND [7, 8] AS x RETURN x, 1 AS c",
    "UNWIND [1, 2, 3] AS x CREATE (n {x: x}) RETURN x UNION ALL CREATE (n {x: 4}) RETURN 4 AS x",
  ]) func noRowAfterTheLastWanted(text: String) throws {
    let engine = try engine()
    var count = 0
    let isUpdating = text.contains("CREATE")
    _ = try engine.run(text) { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
    if isUpdating { #expect(try lines(engine, "MATCH (n) RETURN count(*) AS c") == ["4"]) }
  }

  // MARK: Kept statements

  @Test func anotherGraph() throws {
    let engine = try engine("CREATE (:P {v: 1})-[:T]->(:P {v: 2})")
    let text = "MATCH (a:P)-[:T]->(b) RETURN a.v, b.v"
    #expect(try lines(engine, text) == ["1 | 2"])
    engine.graph = PropertyGraph()
    #expect(try lines(engine, text) == [])
    engine.graph = try self.engine("CREATE (:Q {u: 0}), (:P {v: 'x'})-[:T]->(:P {v: 'y'})").graph
    #expect(try lines(engine, text) == ["'x' | 'y'"])
    let node = try #require(engine.graph.nodes.first { engine.graph.labels(of: $0) == ["P"] })
    try engine.graph.setProperty("v", to: .int(9), of: node)
    #expect(try lines(engine, text) == ["9 | 'y'"])
  }

  @Test func otherOptions() throws {
    let engine = try engine("CREATE (:P {v: 1})-[:T]->(:P {v: 2})")
    let text = "MATCH (a)-[:T*]->(b) RETURN DISTINCT b.v"
    let plan = try engine.run("EXPLAIN " + text).plan
    engine.options.isOptimizing = false
    #expect(try lines(engine, text) == ["2"])
    #expect(try engine.run("EXPLAIN " + text).plan != plan)
    engine.options.now = 0
    #expect(try lines(engine, "RETURN datetime().year AS y") == ["1970"])
    engine.options.now = 86_400_000_000_000 * 366
    #expect(try lines(engine, "RETURN datetime().year AS y") == ["1971"])
  }

  @Test func manyStatements() throws {
    let engine = try engine("CREATE (:P {v: 1})")
    for number in 0..<600 { #expect(try lines(engine, "MATCH (p:P) RETURN p.v + \(number) AS x") == ["\(number + 1)"]) }
    #expect(try lines(engine, "MATCH (p:P) RETURN p.v + 0 AS x") == ["1"])
  }

  @Test func randomStartsAnewWithEachStatement() throws {
    let engine = try engine()
    let first = try lines(engine, "RETURN rand() AS r")
    #expect(try lines(engine, "RETURN rand() AS r") == first)
    engine.options.seed = 1
    #expect(try lines(engine, "RETURN rand() AS r") != first)
  }

  // MARK: Inference

  @Test func typesStandForThoseBelow() throws {
    let engine = try engine("CREATE (a:P)-[:EMPLOYS]->(b:P)-[:OWNS]->(c:P), (a)-[:KNOWS]->(c)")
    let patterns = [
      "MATCH ()-[r:LINKED]->() RETURN type(r) AS t", "MATCH (a)-[:LINKED*2]->(c) RETURN 'walk' AS t",
      "MATCH (a) WHERE (a)-[:LINKED]->() RETURN 'node' AS t", "RETURN COUNT { ()-[:LINKED|KNOWS]->() } AS t",
      "MATCH (a)-[:OWNS]->(b) RETURN 'owns' AS t", "RETURN size([()-[r:LINKED]->() | r]) AS t",
    ]
    #expect(try patterns.map { try lines(engine, $0) } == [[], [], [], ["1"], ["'owns'"], ["0"]])
    engine.typeHierarchy = ["LINKED": ["EMPLOYS", "OWNS"]]
    #expect(
      try patterns.map { try lines(engine, $0) } == [
        ["'EMPLOYS'", "'OWNS'"], ["'walk'"], ["'node'", "'node'"], ["3"], ["'owns'"], ["2"],
      ])
    _ = try engine.run("MATCH (a)-[:OWNS]->(b) CREATE (b)-[:LINKED]->(a)")
    #expect(try lines(engine, "MATCH ()-[r:LINKED]->() RETURN type(r) AS t") == ["'EMPLOYS'", "'LINKED'", "'OWNS'"])
    engine.typeHierarchy = [:]
    #expect(try lines(engine, "MATCH ()-[r:LINKED]->() RETURN type(r) AS t") == ["'LINKED'"])
  }

  // MARK: Bad input

  @Test func manyBadTexts() throws {
    let engine = try engine("CREATE (:N)")
    let deep = String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)
    let lists = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    for text in [
      "RETURN " + deep + " AS x", "RETURN " + lists + " AS x",
      "RETURN " + String(repeating: "NOT ", count: 10_000) + "1",
      "RETURN '" + String(repeating: "a", count: 1_000_000),
    ] {
      #expect(detail(engine, text) != "no error")
    }
    let long = "RETURN 1" + String(repeating: " + 1", count: 200) + " AS x"
    #expect(try lines(engine, long) == ["201"])
    let patterns = "MATCH " + (0..<60).map { "(n\($0))" }.joined(separator: ", ") + " RETURN count(*) AS c"
    #expect(try lines(engine, patterns) == ["1"])
    let chain = "MATCH (n)" + String(repeating: "-->()", count: 100) + " RETURN count(*) AS c"
    #expect(try lines(engine, chain) == ["0"])
    let clauses = String(repeating: "WITH 1 AS x ", count: 300) + "RETURN x"
    #expect(try lines(engine, clauses) == ["1"])
  }
}

/// A number that goes up when asked for.
private final class Counter: @unchecked Sendable {
  private var number = 0
  func next() -> Int {
    number += 1
    return number
  }
}
