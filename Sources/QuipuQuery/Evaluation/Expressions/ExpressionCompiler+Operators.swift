// Literals, names, operators
extension ExpressionCompiler {
  /// Nil when the expression has parts.
  func compileLeaf(_ expression: Expression, _ scope: Scope) throws(QueryError) -> CompiledExpression? {
    let range = expression.range
    switch expression.kind {
    case .null: return ConstantExpression(.null, range: range)
    case .boolean(let value): return ConstantExpression(.bool(value), range: range)
    case .integer(let value): return ConstantExpression(.int(value), range: range)
    case .float(let value): return ConstantExpression(.double(value), range: range)
    case .string(let value): return ConstantExpression(.string(value), range: range)
    case .parameter(let name): return ParameterExpression(name: name, range: range)
    case .variable(let name): return SlotExpression(slot: try slot(of: Name(name, range), scope), range: range)
    case .countStar:
      throw .syntax("InvalidAggregation", "count(*) may stand in RETURN, WITH and ORDER BY only", at: range)
    default: return nil
    }
  }

  /// Nil when the expression is not one of these operators, whose values are boolean.
  func compilePredicate(_ expression: Expression, _ scope: Scope) throws(QueryError) -> CompiledExpression? {
    let range = expression.range
    switch expression.kind {
    case .not(let part):
      let part = try compile(part, scope)
      return folder.folded(NotExpression(part, range: range), [part])
    case .and(let parts):
      let parts = try compileAll(parts, scope)
      return folder.folded(AndExpression(parts, range: range), parts)
    case .or(let parts):
      let parts = try compileAll(parts, scope)
      return folder.folded(OrExpression(parts, range: range), parts)
    case .xor(let parts):
      let parts = try compileAll(parts, scope)
      return folder.folded(XorExpression(parts, range: range), parts)
    case .isNull(let part): return try compileNullTest(part, isNegated: false, expression, scope)
    case .isNotNull(let part): return try compileNullTest(part, isNegated: true, expression, scope)
    case .comparison(let operands, let comparisons):
      return try compileComparison(operands, comparisons, expression, scope)
    case .stringMatch(let operation, let a, let b): return try compileStringMatch(operation, a, b, expression, scope)
    case .isIn(let element, let list): return try compileMembership(element, list, expression, scope)
    case .hasLabels(let base, let labels):
      return LabelTestExpression(try compile(base, scope), LabelPredicate(labels), range: range)
    default: return nil
    }
  }

  func compileNullTest(
    _ part: Expression, isNegated: Bool, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let part = try compile(part, scope)
    if let property = part as? SlotPropertyExpression {
      return PropertyNullTest(property, isNegated: isNegated, range: expression.range)
    }
    return folder.folded(NullTestExpression(part, isNegated: isNegated, range: expression.range), [part])
  }

  private func compileComparison(
    _ operands: [Expression], _ comparisons: [ComparisonOperator], _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let range = expression.range
    let parts = try compileAll(operands, scope)
    guard comparisons.count == 1 else {
      return folder.folded(ComparisonChain(parts, comparisons, range: range), parts)
    }
    if let property = parts[0] as? SlotPropertyExpression {
      return PropertyComparison(property, comparisons[0], parts[1], range: range)
    }
    if let property = parts[1] as? SlotPropertyExpression {
      return PropertyComparison(property, comparisons[0].flipped, parts[0], range: range)
    }
    return folder.folded(ComparisonExpression(parts[0], comparisons[0], parts[1], range: range), parts)
  }

  private func compileStringMatch(
    _ operation: StringOperator, _ text: Expression, _ part: Expression, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let parts = [try compile(text, scope), try compile(part, scope)]
    if operation == .matches {
      return folder.folded(RegexMatchExpression(parts[0], parts[1], range: expression.range), parts)
    }
    return folder.folded(StringMatchExpression(parts[0], operation, parts[1], range: expression.range), parts)
  }

  private func compileMembership(
    _ element: Expression, _ list: Expression, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    let range = expression.range
    let parts = [try compile(element, scope), try compile(list, scope)]
    if !parts[0].isConstant, case .list(let elements)? = parts[1].constantValue,
      let membership = ConstantMembership(parts[0], in: elements, range: range)
    {
      return membership
    }
    return folder.folded(MembershipExpression(parts[0], in: parts[1], range: range), parts)
  }
}
