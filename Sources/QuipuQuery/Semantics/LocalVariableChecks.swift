import QuipuCore

/// Expressions that bind variables of their own: comprehensions, quantifiers, `reduce`.
extension SemanticChecker {
  func typeOfLocal(_ expression: Expression, _ context: ExpressionContext) throws(QueryError) -> StaticType {
    switch expression.kind {
    case .listComprehension(let variable, let list, let predicate, let projection):
      let element = try typeOfElements(list, context)
      let inner = context.local("a list comprehension")
      return try with([(variable.text, element)]) { () throws(QueryError) -> StaticType in
        if let predicate { try checkPredicate(predicate, inner) }
        guard let projection else { return .list(of: element.kinds) }
        return .list(of: try type(of: projection, inner).kinds)
      }
    case .quantifier(let quantifier, let variable, let list, let predicate):
      let element = try typeOfElements(list, context)
      return try with([(variable.text, element)]) { () throws(QueryError) -> StaticType in
        try checkPredicate(predicate, context.local("\(quantifier.rawValue)()"))
        return .boolean
      }
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      _ = try type(of: initial, context)
      let element = try typeOfElements(list, context)
      return try with([(accumulator.text, .any), (variable.text, element)]) { () throws(QueryError) -> StaticType in
        _ = try type(of: step, context.local("reduce()"))
        return .any
      }
    case .mapProjection(let name, let items): return try typeOfMapProjection(name, items, context)
    default: return .any
    }
  }

  /// Runs `body` with these variables in scope, which hide others of the same names.
  func with<T>(
    _ variables: [(name: String, type: StaticType)], _ body: () throws(QueryError) -> T
  ) throws(QueryError) -> T {
    let count = locals.count
    locals += variables
    defer { locals.removeSubrange(count...) }
    return try body()
  }

  private func typeOfElements(_ list: Expression, _ context: ExpressionContext) throws(QueryError) -> StaticType {
    let type = try type(of: list, context)
    try require(type, .list, "What stands after IN", at: list.range)
    return type.element
  }

  private func typeOfMapProjection(
    _ name: Name, _ items: [MapProjectionItem], _ context: ExpressionContext
  ) throws(QueryError) -> StaticType {
    let base = try typeOfVariable(name.text, at: name.range)
    try require(base, [.map, .entity], "What a map projection is made from", at: name.range)
    for item in items {
      switch item {
      case .property, .allProperties: break
      case .entry(let entry): _ = try type(of: entry.value, context)
      case .variable(let variable): _ = try typeOfVariable(variable.text, at: variable.range)
      }
    }
    return StaticType(.map)
  }
}
