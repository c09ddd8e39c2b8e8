// Expressions with variables of their own: comprehensions, patterns, subqueries
extension ExpressionCompiler {
  /// What no other method compiles.
  func compileBinding(_ expression: Expression, _ scope: Scope) throws(QueryError) -> CompiledExpression {
    let range = expression.range
    switch expression.kind {
    case .listComprehension(let variable, let list, let predicate, let projection):
      var inner = scope
      let source = ListIteration(list: try compile(list, scope), slot: inner.declare(variable.text))
      return ListComprehension(
        source, where: try compileOptional(predicate, inner), projection: try compileOptional(projection, inner),
        range: range)
    case .quantifier(let quantifier, let variable, let list, let predicate):
      var inner = scope
      let source = ListIteration(list: try compile(list, scope), slot: inner.declare(variable.text))
      return QuantifierExpression(quantifier, source, where: try compile(predicate, inner), range: range)
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      var inner = scope
      let (initial, list) = (try compile(initial, scope), try compile(list, scope))
      let slot = inner.declare(accumulator.text)
      let source = ListIteration(list: list, slot: inner.declare(variable.text))
      let compiledStep = try compile(step, inner)
      return ReduceExpression(accumulator: slot, initial: initial, source, step: compiledStep, range: range)
    case .mapProjection(let variable, let items): return try compileMapProjection(variable, items, expression, scope)
    default: return try compilePattern(expression, scope)
    }
  }

  private func compileMapProjection(
    _ variable: Name, _ items: [MapProjectionItem], _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    var compiled: [MapProjection.Item] = []
    for item in items {
      switch item {
      case .property(let key): compiled.append(.property(PropertyKey(key.text)))
      case .allProperties: compiled.append(.allProperties)
      case .entry(let entry): compiled.append(.entry(entry.key.text, try compile(entry.value, scope)))
      case .variable(let name):
        compiled.append(.entry(name.text, SlotExpression(slot: try slot(of: name, scope), range: name.range)))
      }
    }
    return MapProjection(slot: try slot(of: variable, scope), compiled, range: expression.range)
  }

  private func compilePattern(_ expression: Expression, _ scope: Scope) throws(QueryError) -> CompiledExpression {
    let range = expression.range
    var inner = scope
    switch expression.kind {
    case .patternPredicate(let element):
      let part = PatternPart(variable: nil, element: element, range: range)
      return ExistsExpression(try subplans.subplan(matching: [part], where: nil, scope: &inner), range: range)
    case .patternComprehension(let path, let element, let predicate, let projection):
      let part = PatternPart(variable: path, element: element, range: range)
      let plan = try subplans.subplan(matching: [part], where: predicate, scope: &inner)
      return CollectExpression(plan, projection: try compile(projection, inner), range: range)
    case .shortestPath(let part): return try compileShortestPath(part, expression, scope)
    case .subquery(let kind, let query): return try compileSubquery(kind, query, expression, scope)
    default:
      throw QueryError(.semantic, .compile, "UnexpectedSyntax", "this expression cannot be computed", at: range)
    }
  }

  private func compileShortestPath(
    _ part: PatternPart, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    var inner = scope
    var named = part
    // A name that no query can write.
    let path = Name("\u{0}path", part.range)
    named.variable = path
    let plan = try subplans.subplan(matching: [named], where: nil, scope: &inner)
    let projection = SlotExpression(slot: try slot(of: path, inner), range: part.range)
    return part.selector == .allShortest
      ? CollectExpression(plan, projection: projection, range: expression.range)
      : FirstRowExpression(plan, projection: projection, range: expression.range)
  }

  private func compileSubquery(
    _ kind: SubqueryKind, _ query: Query, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let range = expression.range
    let (plan, columns) = try subplans.subplan(query, scope: scope)
    switch kind {
    case .exists: return ExistsExpression(plan, range: range)
    case .count: return CountExpression(plan, range: range)
    case .collect:
      guard columns.count == 1 else {
        throw .syntax("UnexpectedSyntax", "COLLECT { } needs a RETURN of one column, not \(columns.count)", at: range)
      }
      return CollectExpression(plan, projection: SlotExpression(slot: columns[0], range: range), range: range)
    }
  }
}
