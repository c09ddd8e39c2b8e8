/// What may stand at an expression's place.
struct ExpressionContext {
  enum Aggregation: Hashable {
    case allowed
    /// Not here, which is named for the message: `WHERE`.
    case refused(String)
    /// In the arguments of an aggregate.
    case nested
    /// In ORDER BY of an aggregating projection: only aggregates that are projected.
    case projectedOnly
  }

  var aggregation: Aggregation
  /// In the arguments of an aggregate, at any depth.
  var isInAggregate = false
  /// Whether a pattern may stand here as a predicate.
  var allowsPattern = false

  /// An item of WITH or RETURN.
  static let projection = ExpressionContext(aggregation: .allowed)

  /// An expression in this clause, without aggregates.
  static func refusing(_ place: String) -> ExpressionContext { ExpressionContext(aggregation: .refused(place)) }

  /// A condition in this clause, in which patterns may stand.
  static func predicate(_ place: String) -> ExpressionContext {
    ExpressionContext(aggregation: .refused(place), allowsPattern: true)
  }

  /// The place of an operand.
  var operand: ExpressionContext {
    var context = self
    context.allowsPattern = false
    return context
  }

  /// A condition inside an expression, such as that of CASE.
  var condition: ExpressionContext {
    var context = self
    context.allowsPattern = true
    return context
  }

  /// What a comprehension or its like computes for each element.
  func local(_ place: String) -> ExpressionContext {
    ExpressionContext(aggregation: .refused(place), isInAggregate: isInAggregate)
  }

  /// The argument of an aggregate.
  var argument: ExpressionContext { ExpressionContext(aggregation: .nested, isInAggregate: true) }
}
