import QuipuCore
import QuipuGraph
import Testing

@testable import QuipuQuery

/// Compiles and evaluates expressions over a graph and variables.
struct ExpressionBench {
  var graph = PropertyGraph()
  var parameters = ValueMap()
  var variables: [(name: String, value: Value)] = []
  var functions = FunctionLibrary.standard

  func compile(_ text: String) throws(QueryError) -> (expression: CompiledExpression, frame: Frame) {
    let (scope, slots) = scope()
    let compiled = try compiler(for: text).compile(try QueryParser().parseExpression(text), scope)
    let context = EvaluationContext(
      store: GraphStore(graph), parameters: parameters, statementTime: (seconds: 1_000_000_000, nanoseconds: 0))
    let frame = Frame(slotCount: scope.allocator.count, context: context)
    for (slot, variable) in zip(slots, variables) { frame[slot] = variable.value }
    return (compiled, frame)
  }

  func compiler(for text: String) -> ExpressionCompiler {
    ExpressionCompiler(functions: functions, subplans: EdgeScanMaker())
  }

  private func scope() -> (Scope, slots: [Int]) {
    var scope = Scope(allocator: SlotAllocator())
    let slots = variables.map { scope.declare($0.name) }
    return (scope, slots)
  }

  func value(_ text: String) throws(QueryError) -> Value {
    let (expression, frame) = try compile(text)
    return try expression.evaluate(frame)
  }

  /// The value as openCypher writes it, or the error: `TypeError InvalidArgumentType 'the part of the text'`.
  func result(_ text: String) -> String {
    do throws(QueryError) {
      return try value(text).text(in: graph)
    } catch {
      return describe(error, in: text)
    }
  }

  /// The same by `test`, where the value must be boolean or null.
  func testResult(_ text: String) -> String {
    do throws(QueryError) {
      let (expression, frame) = try compile(text)
      return Value(truth: try expression.test(frame)).text(in: graph)
    } catch {
      return describe(error, in: text)
    }
  }

  private func describe(_ error: QueryError, in text: String) -> String {
    let place = error.range.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } ?? "nowhere"
    return "\(error.kind.rawValue) \(error.detail) '\(place)'"
  }

  /// Compares a table of expressions and their values.
  func check(_ table: [(String, String)], _ location: SourceLocation = #_sourceLocation) {
    for (text, expected) in table {
      let found = result(text)
      #expect(found == expected, "\(text)", sourceLocation: location)
    }
  }
}

extension ExpressionBench {
  /// (:Person:Author {name: 'Ann', age: 41, score: 1.5})-[:KNOWS {since: 2001}]->(:Person {name: 'Bob'}), as `a`, `r`, `b`.
  static func people() throws -> ExpressionBench {
    var bench = ExpressionBench()
    let ann = try bench.graph.addNode(
      id: "a", labels: ["Person", "Author"], properties: [("name", "Ann"), ("age", 41), ("score", 1.5)])
    let bob = try bench.graph.addNode(id: "b", labels: ["Person"], properties: [("name", "Bob")])
    let knows = try bench.graph.addEdge(from: ann, to: bob, type: "KNOWS", properties: [("since", 2001)])
    bench.variables = [("a", .node(ann)), ("r", .edge(knows)), ("b", .node(bob))]
    return bench
  }
}

/// Makes subplans for patterns of one relationship, `(a)-->(b)`, by trying every edge of the graph.
struct EdgeScanMaker: SubplanMaker {
  func subplan(
    matching patterns: [PatternPart], where predicate: Expression?, scope: inout Scope
  ) throws(QueryError) -> Subplan {
    guard patterns.count == 1, let part = patterns.first, part.element.edges.count == 1 else {
      throw QueryError(.semantic, .compile, "Unsupported", "one relationship only")
    }
    let plan = EdgeScan()
    let outer = scope
    func end(_ node: NodePattern) -> EdgeScan.End {
      guard let name = node.variable?.text else { return .unnamed }
      if let slot = outer.slot(of: name) { return .bound(slot) }
      return .new(scope.declare(name))
    }
    plan.source = end(part.element.nodes[0])
    plan.target = end(part.element.nodes[1])
    plan.edgeSlot = part.element.edges[0].variable.map { scope.declare($0.text) }
    plan.pathSlot = part.variable.map { scope.declare($0.text) }
    if let predicate {
      plan.predicate = try ExpressionCompiler(functions: .standard, subplans: self).compile(predicate, scope)
    }
    return plan
  }

  func subplan(_ query: Query, scope: Scope) throws(QueryError) -> (plan: Subplan, columns: [Int]) {
    guard case .match(let match)? = query.parts.first?.clauses.first else {
      throw QueryError(.semantic, .compile, "Unsupported", "MATCH first")
    }
    var inner = scope
    let plan = try subplan(matching: match.patterns, where: match.predicate, scope: &inner)
    guard query.parts[0].clauses.count == 2, case .projection(let projection) = query.parts[0].clauses[1] else {
      return (plan, [])
    }
    var columns: [Int] = []
    for item in projection.items {
      guard case .variable(let name) = item.expression.kind, let slot = inner.slot(of: name) else { continue }
      columns.append(slot)
    }
    return (plan, columns)
  }
}

final class EdgeScan: Subplan {
  enum End {
    case unnamed
    case bound(Int)
    case new(Int)
  }

  var source = End.unnamed
  var target = End.unnamed
  var edgeSlot: Int?
  var pathSlot: Int?
  var predicate: CompiledExpression?
  /// Rows that were passed on.
  var rowsMade = 0

  override func forEachRow(_ frame: Frame, _ body: (Frame) throws(QueryError) -> Bool) throws(QueryError) {
    for edge in Array(frame.context.graph.edges) {
      let (from, to) = frame.context.graph.endpoints(of: edge)
      guard fit(source, from, frame), fit(target, to, frame) else { continue }
      if let edgeSlot { frame[edgeSlot] = .edge(edge) }
      if let pathSlot { frame[pathSlot] = .path(PathValue(nodes: [from, to], edges: [edge])) }
      if let predicate, try predicate.test(frame) != true { continue }
      rowsMade += 1
      guard try body(frame) else { return }
    }
  }

  private func fit(_ end: End, _ node: NodeID, _ frame: Frame) -> Bool {
    switch end {
    case .unnamed: return true
    case .bound(let slot): return frame[slot] == .node(node)
    case .new(let slot):
      frame[slot] = .node(node)
      return true
    }
  }
}
