import Foundation
import QuipuCore
import QuipuGraph
import QuipuInterchange
import QuipuQuery

/// openCypher on the graph of Tools/bench-graph: loading, and each task by a query's text. The keys of the JSON are those
/// that Tools/bench-graph compares; all times are seconds.
func graphBenchmark(_ arguments: [String]) -> Int32 {
  guard arguments.count == 2 else {
    complain("usage: quipu-bench graph GRAPHML META")
    return 64
  }
  do {
    let meta = try JSONDecoder().decode(GraphMeta.self, from: Data(contentsOf: URL(fileURLWithPath: arguments[1])))
    let run = try QueryMeasurement(arguments[0])
    try run.compared(meta)
    try run.extra(meta)
    print(run.json())
    return 0
  } catch {
    complain("graph: \(error)")
    return 1
  }
}

/// Of meta.json: what is looked up, and where walks start (node `n<i>`, whose name is `Person <i>`).
private struct GraphMeta: Decodable {
  enum CodingKeys: String, CodingKey {
    case names = "lookup_names"
    case starts
  }

  var names: [String]
  var starts: [Int]
}

private final class QueryMeasurement {
  static let twoHop =
    "MATCH (a:Person)-[:KNOWS]->(b:Person)-[:WORKS_FOR]->(c:Organization) RETURN count(*) AS c"
  static let aggregate =
    "MATCH (p:Person)-[:LIVES_IN]->(l:Place) RETURN l.name AS name, count(*) AS c, avg(p.age) AS a "
    + "ORDER BY c DESC, name LIMIT 10"
  static let lookup = "MATCH (p:Person {name: $name}) RETURN elementId(p)"
  static let walk = "MATCH (a:Person {name: $name})-[:KNOWS*1..3]->(b) RETURN count(DISTINCT b)"

  let engine: QueryEngine
  private var times: [(name: String, seconds: Double?)] = []
  private var checks: [(name: String, value: Value)] = []
  private var extraTimes: [(name: String, seconds: Double?)] = []
  private var extraChecks: [(name: String, value: Value)] = []
  private var lookups = 0
  private var residentMegabytes = 0

  /// Loads the graph and makes it ready for queries.
  init(_ path: String) throws {
    let clock = Stopwatch()
    var graph = try GraphImport.read(path).graph
    try graph.createIndex(on: "Person", key: "name")
    engine = QueryEngine(graph)
    graph = PropertyGraph()
    engine.prepare()
    times.append(("load", clock.seconds))
    residentMegabytes = residentBytes() / 1_000_000
  }

  private func rows(_ text: String, _ parameters: [(key: String, value: Value)] = []) throws -> [[Value]] {
    try engine.run(text, parameters: ValueMap(parameters)).rows
  }

  /// Nil, with the reason on standard error, for a query that the engine refuses.
  private func timed(_ name: String, _ body: () throws -> Value?) -> (seconds: Double?, value: Value?) {
    let clock = Stopwatch()
    do {
      let value = try body()
      return (clock.seconds, value)
    } catch {
      complain("graph: \(name): \(error)")
      return (nil, nil)
    }
  }

  private func measure(_ name: String, _ body: () throws -> Value?) {
    let (seconds, value) = timed(name, body)
    times.append((name, seconds))
    if let value { checks.append((name, value)) }
  }

  private func measureExtra(_ name: String, _ body: () throws -> Value?) {
    let (seconds, value) = timed(name, body)
    extraTimes.append((name, seconds))
    if let value { extraChecks.append((name, value)) }
  }

  /// The tasks that all engines do.
  func compared(_ meta: GraphMeta) throws {
    let names = meta.names
    measure("lookup") {
      for name in names where try rows(QueryMeasurement.lookup, [("name", .string(name))]).count != 1 {
        throw MissingNode(name: name)
      }
      return nil
    }
    lookups = names.count
    measure("two_hop") { try rows(QueryMeasurement.twoHop).first?.first }
    measure("var_len") {
      .list(
        try meta.starts.map { start in
          let name = Value.string("Person \(start)")
          return try rows(QueryMeasurement.walk, [("name", name)]).first?.first ?? .null
        })
    }
    measure("aggregate") { .list(try rows(QueryMeasurement.aggregate).map { .list($0.map(QueryMeasurement.rounded)) }) }
  }

  /// Further figures, of this engine alone.
  func extra(_ meta: GraphMeta) throws {
    let ends: [(key: String, value: Value)] = [
      ("a", .string("Person \(meta.starts.first ?? 0)")), ("b", .string("Person \(meta.starts.last ?? 1)")),
    ]
    measureExtra("shortest_path") {
      try rows(
        "MATCH (a:Person {name: $a}), (b:Person {name: $b}), p = shortestPath((a)-[:KNOWS*..15]->(b)) RETURN length(p)",
        ends
      ).first?.first ?? .null
    }
    measureExtra("triangles") {
      try rows("MATCH (a:Place)-[:BORDERS]->(b:Place)-[:BORDERS]->(c:Place)-[:BORDERS]->(a) RETURN count(*)").first?
        .first
    }
    measureExtra("top_k") {
      .list(try rows("MATCH (p:Person) RETURN p.name ORDER BY p.score DESC, p.name LIMIT 10").compactMap(\.first))
    }
    measureExtra("optional_match") {
      try rows("MATCH (p:Person) OPTIONAL MATCH (p)-[l:LEADS]->(:Organization) RETURN count(l)").first?.first
    }
  }

  /// Six decimals, as the peers' answers are rounded.
  private static func rounded(_ value: Value) -> Value {
    guard case .double(let number) = value else { return value }
    return .double((number * 1e6).rounded() / 1e6)
  }
}

private struct MissingNode: Error, CustomStringConvertible {
  var name: String
  var description: String { "the lookup of \(name) did not find one node" }
}

// The result
extension QueryMeasurement {
  func json() -> String {
    var members = ["\"engine\":\"quipu\"", "\"loads\":\"graphml\""]
    for (name, seconds) in times {
      // One lookup's mean.
      let shown = name == "lookup" ? seconds.map { $0 / Double(max(1, lookups)) } : seconds
      members.append("\"\(name)\":\(QueryMeasurement.text(shown))")
    }
    members += ["\"pagerank\":null", "\"lookup_n\":\(lookups)", "\"rss_mb\":\(residentMegabytes)"]
    members.append("\"check\":\(QueryMeasurement.object(checks))")
    let extra = extraTimes.map { "\"\($0.name)\":\(QueryMeasurement.text($0.seconds))" }
    members.append("\"extra\":{\(extra.joined(separator: ",")),\"check\":\(QueryMeasurement.object(extraChecks))}")
    return "{\(members.joined(separator: ","))}"
  }

  private static func text(_ seconds: Double?) -> String { seconds.map { "\($0)" } ?? "null" }

  private static func object(_ members: [(name: String, value: Value)]) -> String {
    "{" + members.map { "\"\($0.name)\":\(text($0.value))" }.joined(separator: ",") + "}"
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .int(let number): return "\(number)"
    case .double(let number): return "\(number)"
    case .string(let text):
      var json = JSONWriter()
      json.beginObject()
      json.member("s", text)
      json.endObject()
      return String(String(decoding: json.bytes, as: UTF8.self).dropFirst(5).dropLast())
    case .list(let values): return "[" + values.map(text).joined(separator: ",") + "]"
    default: return "null"
    }
  }
}
