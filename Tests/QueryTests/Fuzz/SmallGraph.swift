import QuipuGraph
import QuipuQuery
import QuipuTestSupport

/// A random graph of a few nodes, as the statement that makes it: labels A, B and C, types S, T and U, loops, parallel
/// relationships, properties that are missing or of mixed types.
struct SmallGraph {
  var nodes: [String] = []
  var edges: [(from: Int, to: Int, text: String)] = []
  var indexes: [(label: String?, key: String)] = []

  init(_ random: inout SplitMix64) {
    for number in 0..<Int.random(in: Int.random(in: 0..<12, using: &random) == 0 ? 0...1 : 2...6, using: &random) {
      let labels = ["A", "B", "C"].filter { _ in Int.random(in: 0..<5, using: &random) < 2 }
      nodes.append("(n\(number)\(labels.map { ":\($0)" }.joined()) \(SmallGraph.properties(["k", "m", "s"], &random)))")
    }
    if !nodes.isEmpty {
      for _ in 0..<Int.random(in: 0...9, using: &random) {
        let type = ["S", "T", "T", "U"].randomElement(using: &random) ?? "T"
        edges.append(
          (
            Int.random(in: nodes.indices, using: &random), Int.random(in: nodes.indices, using: &random),
            ":\(type) \(SmallGraph.properties(["w", "k"], &random))"
          ))
      }
    }
    for index in [(nil, "m"), ("A", "k"), ("B", "m"), ("A", "s")] as [(String?, String)]
    where Int.random(in: 0..<4, using: &random) == 0 {
      indexes.append(index)
    }
  }

  /// `k` holds integers, `s` strings, `w` integers, `m` anything.
  static func properties(_ keys: [String], _ random: inout SplitMix64) -> String {
    let parts = keys.compactMap { key -> String? in
      guard Int.random(in: 0..<3, using: &random) > 0 else { return nil }
      let value =
        switch key {
        case "s": ["'a'", "'ab'", "'b'"].randomElement(using: &random) ?? ""
        case "m": mixed.randomElement(using: &random) ?? ""
        default: String(Int.random(in: 0...3, using: &random))
        }
      return "\(key): \(value)"
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  static let mixed = [
    "1", "2", "1.0", "0.5", "'a'", "true", "false", "[1, 2]", "[1.0, 2]", "date('2020-01-01')", "-0.0",
  ]

  /// Empty for a graph without nodes.
  var statement: String {
    guard !nodes.isEmpty else { return "" }
    return "CREATE " + (nodes + edges.map { "(n\($0.from))-[\($0.text)]->(n\($0.to))" }).joined(separator: ",\n  ")
  }

  func build() throws -> PropertyGraph {
    var graph = PropertyGraph()
    for index in indexes { try graph.createIndex(on: index.label, key: index.key) }
    guard !nodes.isEmpty else { return graph }
    let engine = QueryEngine(graph)
    _ = try engine.run(statement)
    return engine.graph
  }

  /// The graphs with one element less.
  var smaller: [SmallGraph] {
    var result: [SmallGraph] = []
    for i in edges.indices {
      var graph = self
      graph.edges.remove(at: i)
      result.append(graph)
    }
    for i in nodes.indices.reversed() where i == nodes.count - 1 && edges.allSatisfy({ $0.from != i && $0.to != i }) {
      var graph = self
      graph.nodes.remove(at: i)
      result.append(graph)
    }
    for i in indexes.indices {
      var graph = self
      graph.indexes.remove(at: i)
      result.append(graph)
    }
    return result
  }
}
