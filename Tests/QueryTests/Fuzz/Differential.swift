import QuipuGraph
import QuipuQuery

/// Runs one query three ways and tells where they differ.
struct Differential {
  var graph: SmallGraph
  var query: RandomQuery

  enum Outcome: Equatable {
    /// All three gave this.
    case same(rows: Int, isError: Bool)
    case tooMuch
    case differs(String)
  }

  func run() throws -> Outcome {
    let start = try graph.build()
    let naive = answer { () throws(QueryError) in
      let answer = try NaiveEvaluator.run(query.text, on: start)
      return (answer.columns, answer.rows, answer.graph)
    }
    if naive.error == "NaiveWork" { return .tooMuch }
    for isOptimizing in [true, false] {
      var options = QueryOptions()
      options.isOptimizing = isOptimizing
      let engine = QueryEngine(start, options: options)
      // What only reads runs twice: the second time the statement is a kept one.
      for _ in 0..<(query.isUpdating || !isOptimizing ? 1 : 2) {
        let found = answer { () throws(QueryError) in
          let result = try engine.run(query.text)
          return (result.columns, result.rows, engine.graph)
        }
        if found != naive {
          return .differs("\(isOptimizing ? "optimized" : "plain"): \(found)\nnaive: \(naive)")
        }
      }
      if !engine.graph.invariantViolations.isEmpty { return .differs("\(engine.graph.invariantViolations)") }
    }
    return .same(rows: naive.rows.count, isError: naive.error != nil)
  }

  private struct Answer: Equatable, CustomStringConvertible {
    var error: String?
    var columns: [String] = []
    var rows: [String] = []
    var graph: [String] = []

    var description: String {
      error.map { "error \($0)" } ?? "\(rows.count) rows\n  \(rows.joined(separator: "\n  "))\n  graph \(graph)"
    }
  }

  private func answer(
    _ run: () throws(QueryError) -> (columns: [String], rows: [[Value]], graph: PropertyGraph)
  ) -> Answer {
    do throws(QueryError) {
      let (columns, rows, graph) = try run()
      let writer = ComparableText(graph: graph, hasIDs: !query.isUpdating)
      let texts = rows.map { row in
        zip(columns, row).map { writer.text($1, isBag: $0.hasPrefix("bag")) }.joined(separator: " | ")
      }
      return Answer(
        columns: columns, rows: query.isOrdered ? texts : texts.sorted(),
        graph: query.isUpdating ? writer.graphLines : [])
    } catch {
      return Answer(error: error.kind == .limit ? error.detail : error.kind.rawValue)
    }
  }

  /// The smallest query and graph found, by leaving out clauses, rows and columns, that differ still.
  func shrunk() -> Differential {
    var best = self
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for candidate in best.smaller {
        if case .differs? = try? candidate.run() {
          (best, isSmaller) = (candidate, true)
          break
        }
      }
    }
    return best
  }

  private var smaller: [Differential] {
    var result = graph.smaller.map { Differential(graph: $0, query: query) }
    for i in query.clauses.indices.dropLast() {
      var query = query
      query.clauses.remove(at: i)
      result.append(Differential(graph: graph, query: query))
    }
    // Only as a whole: what stands after WHERE may name what stands before.
    for (i, clause) in query.clauses.enumerated() {
      guard let place = clause.ranges(of: " WHERE ").last else { continue }
      var query = query
      query.clauses[i] = String(clause[..<place.lowerBound])
      result.append(Differential(graph: graph, query: query))
    }
    return result
  }

  var report: String {
    let indexes = graph.indexes.map { "\($0.label ?? "any").\($0.key)" }
    return "\(indexes.isEmpty ? "" : "indexes: \(indexes)\n")\(graph.statement)\n---\n\(query.text)"
  }
}

/// Values as text that is the same for equivalent values.
struct ComparableText {
  let graph: PropertyGraph
  /// Whether entities are told by their numbers: not after updates, which may give them in any order.
  let hasIDs: Bool

  func text(_ value: Value, isBag: Bool = false) -> String {
    switch value {
    case .double(let x): return x == x.rounded() && abs(x) < 1e15 ? "\(Int64(x))" : "\(x)"
    case .list(let elements):
      let texts = elements.map { text($0) }
      return "[\((isBag ? texts.sorted() : texts).joined(separator: ", "))]"
    case .node(let id):
      guard graph.contains(id) else { return "(deleted)" }
      return hasIDs ? "(\(id.rawValue))" : value.text(in: graph)
    case .edge(let id):
      guard graph.contains(id) else { return "[deleted]" }
      return hasIDs ? "[\(id.rawValue)]" : value.text(in: graph)
    case .path(let path):
      let nodes = path.nodes.map { text(.node($0)) }
      return "<\(nodes.joined(separator: "-")) \(path.edges.map { text(.edge($0)) }.joined(separator: "-"))>"
    default: return value.text(in: graph)
    }
  }

  /// Every node and relationship, sorted.
  var graphLines: [String] {
    let nodes = graph.nodes.map { Value.node($0).text(in: graph) }
    let edges = graph.edges.map { edge in
      let (source, target) = graph.endpoints(of: edge)
      return [Value.node(source), .edge(edge), .node(target)].map { $0.text(in: graph) }.joined(separator: " ")
    }
    return nodes.sorted() + edges.sorted()
  }
}
