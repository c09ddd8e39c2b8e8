/// Which expressions gather many rows into one value.
public enum AggregationAnalysis {
  /// `count`, `sum` and their like, whatever the case of the letters.
  public static func isAggregate(_ name: String) -> Bool { AggregateFunction.find(name) != nil }

  /// Whether an aggregate is called in the expression itself: those inside `EXISTS { }` and its like gather that
  /// subquery's own rows. Complexity: linear in the expression.
  public static func containsAggregate(_ expression: Expression) -> Bool {
    isAggregation(expression) || expression.children.contains { containsAggregate($0) }
  }

  /// Whether the expression is a call of an aggregate.
  public static func isAggregation(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .countStar: true
    case .call(let call): isAggregate(call.name.text)
    default: false
    }
  }
}
