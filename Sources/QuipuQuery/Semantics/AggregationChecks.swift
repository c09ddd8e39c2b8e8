import QuipuCore

/// What a WITH or RETURN projects, as far as it decides what ORDER BY may use.
struct ProjectedExpressions {
  struct Item {
    var expression: Expression
    var type: StaticType
    var aggregates: Bool
  }

  var items: [Item] = []
  /// An item has an aggregate.
  let aggregates: Bool
  /// Several rows become one.
  let mergesRows: Bool
  /// The ORDER BY item at hand has an aggregate.
  var isInAggregation = false

  init(_ clause: ProjectionClause, _ types: [StaticType]) {
    let aggregating = clause.items.map { AggregationAnalysis.containsAggregate($0.expression) }
    aggregates = aggregating.contains(true)
    mergesRows = aggregates || clause.isDistinct
    // Otherwise nothing is looked up in the items.
    guard mergesRows else { return }
    for (i, item) in clause.items.enumerated() {
      items.append(Item(expression: item.expression, type: types[i], aggregates: aggregating[i]))
    }
  }

  /// What WHERE may use: it takes aggregates by their names only.
  var withoutAggregates: ProjectedExpressions {
    var rest = self
    rest.items.removeAll(where: \.aggregates)
    return rest
  }

  /// The type of an expression that is projected; nil for others. Next to an aggregate only variables and their
  /// properties may be taken from the projection.
  func type(of expression: Expression) throws(QueryError) -> StaticType? {
    guard let item = items.first(where: { $0.expression.isSame(as: expression) }) else { return nil }
    if isInAggregation && !item.aggregates && !expression.isVariableOrProperty
      && !FreeVariables.of(expression).isEmpty
    {
      throw .ambiguous(expression)
    }
    return item.type
  }
}

/// What may stand beside an aggregate in one expression.
extension SemanticChecker {
  /// An expression with an aggregate may otherwise use only what the rows are grouped by, and of that only variables and
  /// their properties: anything else has no one value for the group.
  func checkGrouping(_ clause: ProjectionClause, _ projection: ProjectedExpressions) throws(QueryError) {
    guard projection.aggregates else { return }
    let keys = projection.items.filter { !$0.aggregates && $0.expression.isVariableOrProperty }.map(\.expression)
    for item in projection.items where item.aggregates {
      try checkGrouped(item.expression, keys, includesAll: clause.includesAll, bound: [])
    }
  }

  private func checkGrouped(
    _ expression: Expression, _ keys: [Expression], includesAll: Bool, bound: [String]
  ) throws(QueryError) {
    if AggregationAnalysis.isAggregation(expression) { return }
    if expression.isVariableOrProperty && keys.contains(where: { $0.isSame(as: expression) }) { return }
    func isGrouped(_ name: String) -> Bool {
      includesAll || bound.contains { compareBytes($0, name) == 0 } || lookUp(name) == nil || scope.isOuter(name)
        || keys.contains { if case .variable(name) = $0.kind { true } else { false } }
    }
    func visit(_ part: Expression, binding names: [Name] = []) throws(QueryError) {
      try checkGrouped(part, keys, includesAll: includesAll, bound: bound + names.map(\.text))
    }
    switch expression.kind {
    case .variable(let name): if !isGrouped(name) { throw .ambiguous(expression) }
    case .listComprehension(let variable, let list, let predicate, let projection):
      try visit(list)
      if let predicate { try visit(predicate, binding: [variable]) }
      if let projection { try visit(projection, binding: [variable]) }
    case .quantifier(_, let variable, let list, let predicate):
      try visit(list)
      try visit(predicate, binding: [variable])
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      try visit(initial)
      try visit(list)
      try visit(step, binding: [accumulator, variable])
    case .mapProjection(let name, let items):
      for name in [name] + items.compactMap(\.variable) where !isGrouped(name.text) { throw .ambiguous(expression) }
      for child in expression.children { try visit(child) }
    case .patternPredicate, .patternComprehension, .shortestPath, .subquery:
      guard FreeVariables.of(expression).allSatisfy(isGrouped) else { throw .ambiguous(expression) }
    case .property(let base, _) where base.isVariableOrProperty:
      do { try visit(base) } catch { throw .ambiguous(expression) }
    default: for child in expression.children { try visit(child) }
    }
  }
}

extension MapProjectionItem {
  fileprivate var variable: Name? {
    guard case .variable(let name) = self else { return nil }
    return name
  }
}

extension Expression {
  /// `a`, `a.b`, `a.b.c`
  var isVariableOrProperty: Bool {
    switch kind {
    case .variable: true
    case .property(let base, _): base.isVariableOrProperty
    default: false
    }
  }
}

extension QueryError {
  fileprivate static func ambiguous(_ expression: Expression) -> QueryError {
    .syntax(
      "AmbiguousAggregationExpression",
      "Beside an aggregate only variables and properties that are projected by themselves may stand; bind the other "
        + "parts with WITH before.", at: expression.range)
  }
}
