import QuipuGraph

@testable import QuipuQuery

/// Patterns and subqueries inside expressions, by the naive evaluator.
struct NaiveSubplans: SubplanMaker {
  let evaluator: NaiveEvaluator

  func subplan(
    matching patterns: [PatternPart], where predicate: Expression?, scope: inout Scope
  ) throws(QueryError) -> Subplan {
    let outer = slots(of: scope)
    let evaluator = evaluator
    let clause = MatchClause(
      isOptional: false, patterns: patterns, predicate: predicate, range: patterns[0].range)
    let new = clause.variables.filter { !scope.names.contains($0) }
    for name in new { scope.declare(name) }
    let filled = new.compactMap { name in scope.slot(of: name).map { (name: name, slot: $0) } }
    return NaiveSubplan(outer: outer) { (row) throws(QueryError) in
      let start = NaiveTable(columns: outer.map(\.name), rows: [row])
      return try evaluator.match(clause, start).rows.map { row in
        filled.map { (slot: $0.slot, value: row[$0.name] ?? .null) }
      }
    }
  }

  func subplan(_ query: Query, scope: Scope) throws(QueryError) -> (plan: Subplan, columns: [Int]) {
    let outer = slots(of: scope)
    let evaluator = evaluator
    var columns: [Int] = []
    if case .projection(let last)? = query.parts[0].clauses.last, last.kind == .return {
      columns = last.items.map { scope.allocator.next($0.name) }
    }
    let slots = columns
    let plan = NaiveSubplan(outer: outer) { (row) throws(QueryError) in
      let isEmpty = slots.isEmpty
      return try evaluator.rows(of: query, from: row).rows.map { row in
        isEmpty ? [] : zip(slots, row).map { (slot: $0, value: $1) }
      }
    }
    return (plan, columns)
  }

  private func slots(of scope: Scope) -> [(name: String, slot: Int)] {
    scope.names.compactMap { name in scope.slot(of: name).map { (name: name, slot: $0) } }
  }
}

final class NaiveSubplan: Subplan {
  typealias Assignment = [(slot: Int, value: Value)]
  private let outer: [(name: String, slot: Int)]
  private let find: (NaiveRow) throws(QueryError) -> [Assignment]

  init(outer: [(name: String, slot: Int)], find: @escaping (NaiveRow) throws(QueryError) -> [Assignment]) {
    self.outer = outer
    self.find = find
  }

  override func forEachRow(_ frame: Frame, _ body: (Frame) throws(QueryError) -> Bool) throws(QueryError) {
    var row: NaiveRow = [:]
    for (name, slot) in outer { row[name] = frame[slot] }
    for assignment in try find(row) {
      for (slot, value) in assignment { frame[slot] = value }
      guard try body(frame) else { return }
    }
  }
}
