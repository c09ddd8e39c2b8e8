import QuipuCore

/// Patterns and subqueries inside expressions.
extension SemanticChecker {
  func typeOfPattern(_ expression: Expression, _ context: ExpressionContext) throws(QueryError) -> StaticType {
    switch expression.kind {
    case .patternPredicate(let element):
      guard context.allowsPattern else {
        throw .syntax(
          "UnexpectedSyntax",
          "A pattern can stand only as a predicate, in WHERE or exists(); write [pattern | value] for a list.",
          at: expression.range)
      }
      try checkReferences(in: element, context)
      return .boolean
    case .shortestPath(let part):
      try checkSelector(of: part)
      try checkReferences(in: part.element, context)
      return part.selector == .allShortest ? .list(of: .path) : StaticType(.path)
    case .patternComprehension(let path, let element, let predicate, let projection):
      return try typeOfComprehension(path, element, predicate, projection, context)
    case .subquery(let kind, let query): return try typeOfSubquery(kind, query, at: expression.range)
    default: return .any
    }
  }

  /// A pattern that binds nothing: all its variables must be bound.
  private func checkReferences(in element: PatternElement, _ context: ExpressionContext) throws(QueryError) {
    for (i, node) in element.nodes.enumerated() {
      if let name = node.variable { try checkReference(name, as: StaticType(.node)) }
      guard i < element.edges.count else { continue }
      try checkLength(of: element.edges[i])
      if let name = element.edges[i].variable { try checkReference(name, as: element.edges[i].variableType) }
    }
    try checkExpressions(of: element, context.local("a pattern"), in: .match)
  }

  private func checkReference(_ name: Name, as type: StaticType) throws(QueryError) {
    if try !checkBound(name, as: type) { throw undefined(name.text, at: name.range) }
  }

  /// `[path = pattern WHERE predicate | projection]` binds what is not bound, for itself alone.
  private func typeOfComprehension(
    _ path: Name?, _ element: PatternElement, _ predicate: Expression?, _ projection: Expression,
    _ context: ExpressionContext
  ) throws(QueryError) -> StaticType {
    let count = locals.count
    defer { locals.removeSubrange(count...) }
    for (i, node) in element.nodes.enumerated() {
      if let name = node.variable { try declareLocal(name, StaticType(.node)) }
      guard i < element.edges.count else { continue }
      try checkLength(of: element.edges[i])
      if let name = element.edges[i].variable { try declareLocal(name, element.edges[i].variableType) }
    }
    if let path {
      if lookUp(path.text) != nil { throw alreadyBound(path) }
      locals.append((path.text, StaticType(.path)))
    }
    let inner = context.local("a pattern comprehension")
    try checkExpressions(of: element, inner, in: .match)
    if let predicate { try checkPredicate(predicate, inner) }
    return .list(of: try type(of: projection, inner).kinds)
  }

  private func declareLocal(_ name: Name, _ type: StaticType) throws(QueryError) {
    if try !checkBound(name, as: type) { locals.append((name.text, type)) }
  }

  /// A subquery sees everything around it, and binds for itself alone.
  private func typeOfSubquery(
    _ kind: SubqueryKind, _ query: Query, at range: ByteRange
  ) throws(QueryError) -> StaticType {
    let around = (scope: scope, locals: locals, visibleCount: visibleCount, projected: projected)
    defer { (scope, locals, visibleCount, projected) = around }
    for local in locals { scope.declare(local.name, local.type) }
    scope = scope.asOuter()
    (locals, visibleCount, projected) = ([], nil, nil)
    let columns = try check(query, as: .subquery(kind))
    switch kind {
    case .exists: return .boolean
    case .count: return .integer
    case .collect:
      guard columns.count == 1 else {
        throw .syntax(
          "InvalidClauseComposition", "COLLECT needs a subquery of one column, not of \(columns.count).", at: range)
      }
      return .list(of: .any)
    }
  }
}
