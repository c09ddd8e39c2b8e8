import QuipuCore

/// The walk over expressions: what each kind asks of its parts, and the type that it gives.
extension SemanticChecker {
  func type(of expression: Expression, _ context: ExpressionContext) throws(QueryError) -> StaticType {
    if let projected, let type = try projected.type(of: expression) { return type }
    let inner = context.operand
    switch expression.kind {
    case .null: return .null
    case .boolean: return .boolean
    case .integer: return .integer
    case .float: return StaticType(.float)
    case .string: return .string
    case .list(let elements): return try typeOfList(elements, inner)
    case .map(let entries):
      for entry in entries { _ = try type(of: entry.value, inner) }
      return StaticType(.map)
    case .parameter(let name):
      noteParameter(name, at: expression.range)
      return .any
    case .variable(let name): return try typeOfVariable(name, at: expression.range)
    case .property, .subscripted, .slice, .hasLabels: return try typeOfAccess(expression, inner)
    case .not, .and, .or, .xor: return try typeOfLogic(expression, context)
    case .comparison, .stringMatch, .isIn, .isNull, .isNotNull: return try typeOfTest(expression, inner)
    case .arithmetic, .negate, .plus: return try typeOfArithmetic(expression, inner)
    case .call(let call): return try typeOfCall(call, at: expression.range, inner)
    case .countStar:
      try checkAggregate("count(*)", [], at: expression.range, inner)
      return .integer
    case .conditional(let conditional): return try typeOfConditional(conditional, inner)
    case .listComprehension, .quantifier, .reduce, .mapProjection: return try typeOfLocal(expression, inner)
    case .patternPredicate, .patternComprehension, .shortestPath, .subquery:
      return try typeOfPattern(expression, context)
    }
  }

  /// A condition: something that can be true or false.
  func checkPredicate(_ expression: Expression, _ context: ExpressionContext) throws(QueryError) {
    let type = try type(of: expression, context.condition)
    try require(type, .boolean, "A condition", at: expression.range)
  }

  /// Throws the `InvalidArgumentType` of something that can never be what it must be.
  func require(
    _ type: StaticType, _ kinds: TypeSet, _ what: String, at range: ByteRange, kind: QueryError.Kind = .syntax
  ) throws(QueryError) {
    guard !type.mayBe(kinds) else { return }
    throw QueryError(
      kind, .compile, "InvalidArgumentType",
      "\(what) must be of type \(kinds.described), not \(type.kinds.described).", at: range)
  }

  private func typeOfList(_ elements: [Expression], _ context: ExpressionContext) throws(QueryError) -> StaticType {
    var kinds: TypeSet = []
    for element in elements { kinds.formUnion(try type(of: element, context).kinds) }
    return .list(of: kinds)
  }

  private func noteParameter(_ name: String, at range: ByteRange) {
    guard missingParameter == nil, let given = catalog.parameters,
      !given.contains(where: { compareBytes($0, name) == 0 })
    else { return }
    missingParameter = missing(name, at: range)
  }

  func missing(_ name: String, at range: ByteRange) -> QueryError {
    QueryError(
      .parameterMissing, .compile, "MissingParameter",
      "The query needs the parameter \(name), which was not given"
        + "\(NearestName.hint(name, among: catalog.parameters ?? [])).", at: range)
  }

  private func typeOfConditional(
    _ conditional: ConditionalExpression, _ context: ExpressionContext
  ) throws(QueryError) -> StaticType {
    if let subject = conditional.subject { _ = try type(of: subject, context) }
    var result = StaticType.null
    for branch in conditional.branches {
      let isCondition = conditional.subject == nil
      _ = try type(of: branch.condition, isCondition ? context.condition : context)
      result = result.union(try type(of: branch.result, context))
    }
    if let otherwise = conditional.otherwise { result = result.union(try type(of: otherwise, context)) }
    return result
  }
}
