// Collections, access, arithmetic, CASE
extension ExpressionCompiler {
  /// Nil when the expression is none of these.
  func compileCompound(_ expression: Expression, _ scope: Scope) throws(QueryError) -> CompiledExpression? {
    let range = expression.range
    switch expression.kind {
    case .list(let elements):
      let elements = try compileAll(elements, scope)
      return folder.folded(ListExpression(elements, range: range), elements)
    case .map(let entries): return try compileMap(entries, expression, scope)
    case .property(let base, let key): return try compileProperty(base, key, expression, scope)
    case .subscripted(let base, let index):
      let parts = [try compile(base, scope), try compile(index, scope)]
      return folder.folded(SubscriptExpression(parts[0], parts[1], range: range), parts)
    case .slice(let list, let from, let to): return try compileSlice(list, from, to, expression, scope)
    case .arithmetic(let operation, let a, let b):
      let parts = [try compile(a, scope), try compile(b, scope)]
      return folder.folded(ArithmeticExpression(parts[0], operation, parts[1], range: range), parts)
    case .negate(let part): return try compileSign(part, isNegative: true, expression, scope)
    case .plus(let part): return try compileSign(part, isNegative: false, expression, scope)
    case .call(let call): return try compileCall(call, expression, scope)
    case .conditional(let conditional): return try compileConditional(conditional, expression, scope)
    default: return nil
    }
  }

  private func compileMap(
    _ entries: [MapEntry], _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let values = try compileAll(entries.map(\.value), scope)
    let pairs = zip(entries, values).map { (key: $0.key.text, value: $1) }
    return folder.folded(MapExpression(pairs, range: expression.range), values)
  }

  private func compileProperty(
    _ base: Expression, _ name: Name, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let base = try compile(base, scope)
    let key = PropertyKey(name.text)
    if let variable = base as? SlotExpression {
      return SlotPropertyExpression(slot: variable.slot, key, range: expression.range)
    }
    return folder.folded(PropertyExpression(base, key, range: expression.range), [base])
  }

  private func compileSlice(
    _ list: Expression, _ from: Expression?, _ to: Expression?, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let list = try compile(list, scope)
    let (from, to) = (try compileOptional(from, scope), try compileOptional(to, scope))
    let parts = [list, from, to].compactMap { $0 }
    return folder.folded(SliceExpression(list, from: from, to: to, range: expression.range), parts)
  }

  private func compileSign(
    _ part: Expression, isNegative: Bool, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let part = try compile(part, scope)
    return folder.folded(SignExpression(part, isNegative: isNegative, range: expression.range), [part])
  }

  private func compileConditional(
    _ conditional: ConditionalExpression, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let subject = try compileOptional(conditional.subject, scope)
    let conditions = try compileAll(conditional.branches.map(\.condition), scope)
    let results = try compileAll(conditional.branches.map(\.result), scope)
    let otherwise = try compileOptional(conditional.otherwise, scope)
    let branches = zip(conditions, results).map { (condition: $0, result: $1) }
    let parts = [subject, otherwise].compactMap { $0 } + conditions + results
    guard let subject else {
      return folder.folded(ConditionalBranches(branches, otherwise: otherwise, range: expression.range), parts)
    }
    return folder.folded(ConditionalSwitch(subject, branches, otherwise: otherwise, range: expression.range), parts)
  }
}
