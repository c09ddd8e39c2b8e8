/// Which expressions gather many rows into one value.
public enum AggregationAnalysis {
  /// Whether an aggregate is called in the expression itself: those inside `EXISTS { }` and its like gather that
  /// subquery's own rows. Complexity: linear in the expression.
  public static func containsAggregate(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable: false
    case .property(let base, _): containsAggregate(base)
    default: isAggregation(expression) || expression.children.contains { containsAggregate($0) }
    }
  }

  /// Whether the expression is a call of an aggregate.
  public static func isAggregation(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .countStar: true
    case .call(let call): Aggregates.isAggregate(call.name.text)
    default: false
    }
  }
}
