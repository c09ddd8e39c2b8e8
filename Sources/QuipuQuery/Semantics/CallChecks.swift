import QuipuCore

/// Calls of functions and aggregates.
extension SemanticChecker {
  func typeOfCall(
    _ call: FunctionCall, at range: ByteRange, _ context: ExpressionContext
  ) throws(QueryError) -> StaticType {
    let name = call.name.text
    if let aggregate = Aggregates.find(name) { return try typeOfAggregate(aggregate, call, at: range, context) }
    guard let function = catalog.functions.find(name) else { throw unknownFunction(call.name) }
    if call.isDistinct {
      throw .syntax(
        "UnexpectedSyntax", "DISTINCT has no meaning for \(function.name), which is no aggregate.", at: range)
    }
    try checkCount(call.arguments.count, function.arity, of: function.name, at: range)
    if context.isInAggregate && !function.isDeterministic {
      throw .syntax(
        "NonConstantExpression",
        "\(function.name)() cannot be aggregated: it differs from call to call. Bind its value with WITH first.",
        at: range)
    }
    return try typeOfFunction(function, call, context)
  }

  private func typeOfFunction(
    _ function: Function, _ call: FunctionCall, _ context: ExpressionContext
  ) throws(QueryError) -> StaticType {
    let takesPattern = function.name.lowercased() == "exists"
    var types: [StaticType] = []
    for (i, argument) in call.arguments.enumerated() {
      let type = try type(of: argument, takesPattern ? context.condition : context)
      let allowed = i < function.parameters.count ? function.parameters[i] : function.parameters.last ?? .any
      try require(type, allowed, "An argument of \(function.name)()", at: argument.range)
      types.append(type)
    }
    return FunctionTypes.result(of: function, types)
  }

  private func typeOfAggregate(
    _ aggregate: Aggregates.Aggregate, _ call: FunctionCall, at range: ByteRange, _ context: ExpressionContext
  ) throws(QueryError) -> StaticType {
    try checkAggregate("\(aggregate.name)()", call.arguments, at: range, context)
    try checkCount(call.arguments.count, aggregate.arity...aggregate.arity, of: aggregate.name, at: range)
    var first = StaticType.any
    for (i, argument) in call.arguments.enumerated() {
      let type = try type(of: argument, context.argument)
      try require(type, aggregate.parameters[i], "An argument of \(aggregate.name)()", at: argument.range)
      if i == 0 { first = type }
    }
    return FunctionTypes.result(of: aggregate, first)
  }

  /// Throws when no aggregate may stand here.
  func checkAggregate(
    _ name: String, _ arguments: [Expression], at range: ByteRange, _ context: ExpressionContext
  ) throws(QueryError) {
    switch context.aggregation {
    case .allowed: return
    case .nested:
      throw .syntax(
        "NestedAggregation", "\(name) cannot stand inside another aggregate; compute it with WITH first.", at: range)
    case .refused(let place):
      throw .syntax(
        "InvalidAggregation", "\(name) cannot be used in \(place); compute it with WITH first.", at: range)
    case .projectedOnly:
      // Its rows are gone: only the projected names can be meant.
      projected?.items = []
      for argument in arguments { _ = try type(of: argument, context.argument) }
      throw .syntax(
        "InvalidAggregation", "\(name) is not among what is projected; project it and sort by its name.", at: range)
    }
  }

  private func checkCount(
    _ count: Int, _ arity: ClosedRange<Int>, of name: String, at range: ByteRange
  ) throws(QueryError) {
    guard !arity.contains(count) else { return }
    let expected =
      arity.lowerBound == arity.upperBound
      ? "\(arity.lowerBound)" : arity.upperBound == .max ? "at least \(arity.lowerBound)" : described(arity)
    throw .syntax(
      "InvalidNumberOfArguments", "\(name)() takes \(expected) argument\(expected == "1" ? "" : "s"), not \(count).",
      at: range)
  }

  private func described(_ arity: ClosedRange<Int>) -> String { "\(arity.lowerBound) to \(arity.upperBound)" }

  private func unknownFunction(_ name: Name) -> QueryError {
    let known = catalog.functions.functions.map(\.name) + Aggregates.all.map(\.name)
    return .syntax(
      "UnknownFunction", "There is no function \(name.text)\(NearestName.hint(name.text, among: known)).",
      at: name.range)
  }
}

/// Results that hang on the arguments, or are known better than the library says.
enum FunctionTypes {
  static func result(of function: Function, _ arguments: [StaticType]) -> StaticType {
    let first = arguments.first ?? .any
    switch function.name.lowercased() {
    case "nodes": return .list(of: .node)
    case "relationships": return .list(of: .edge)
    case "labels", "keys", "split": return .list(of: .string)
    case "range": return .list(of: .integer)
    case "head", "last": return first.element
    case "reverse" where first.kinds == .list, "tail" where first.kinds == .list: return first
    case "coalesce": return arguments.reduce(.null) { $0.union($1) }
    default: return StaticType(function.result)
    }
  }

  static func result(of aggregate: Aggregates.Aggregate, _ argument: StaticType) -> StaticType {
    switch aggregate.name {
    case "min", "max": argument
    case "collect": .list(of: argument.kinds)
    case "sum" where argument.kinds == .integer: .integer
    default: StaticType(aggregate.result)
    }
  }
}
