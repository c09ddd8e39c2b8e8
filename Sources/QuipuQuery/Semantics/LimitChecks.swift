import QuipuCore

extension SemanticChecker {
  /// SKIP and LIMIT take an integer that is the same for all rows.
  func checkCount(_ count: Expression?, _ keyword: String) throws(QueryError) {
    guard let count else { return }
    guard !AggregationAnalysis.containsAggregate(count) else {
      throw .syntax("InvalidAggregation", "Aggregates cannot be used in \(keyword).", at: count.range)
    }
    if readsRows(count) {
      throw .syntax(
        "NonConstantExpression", "\(keyword) must be the same for all rows: it cannot use variables or patterns.",
        at: count.range)
    }
    if let literal = integerLiteral(count), literal < 0 {
      throw .syntax(
        "NegativeIntegerArgument", "\(keyword) takes a count of rows, which cannot be negative.", at: count.range)
    }
    let type = try type(of: count, .refusing(keyword))
    try require(type, .integer, keyword, at: count.range)
  }

  private func integerLiteral(_ expression: Expression) -> Int64? {
    switch expression.kind {
    case .integer(let value): return value
    case .negate(let operand):
      if case .integer(let value) = operand.kind { return 0 &- value }
      return nil
    default: return nil
    }
  }

  private func readsRows(_ expression: Expression) -> Bool {
    readsGraph(expression) || !FreeVariables.of(expression).isEmpty
  }

  private func readsGraph(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .patternPredicate, .patternComprehension, .shortestPath, .subquery: true
    default: expression.children.contains { readsGraph($0) }
    }
  }
}
