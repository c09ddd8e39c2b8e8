import QuipuCore

/// WITH and RETURN.
extension SemanticChecker {
  /// The columns of RETURN; none of WITH.
  func check(_ clause: ProjectionClause) throws(QueryError) -> [String] {
    if clause.includesAll && clause.kind == .return && scope.isEmpty {
      throw .syntax(
        "NoVariablesInScope", "RETURN * needs a variable in scope, and there is none.", at: clause.range)
    }
    var types: [StaticType] = []
    for item in clause.items { types.append(try type(of: item.expression, .projection)) }
    let projection = ProjectedExpressions(clause, types)
    try checkGrouping(clause, projection)
    try checkColumnNames(clause)
    let output = try outputScope(clause, types)
    try checkTail(clause, projection, output)
    let columns = clause.kind == .return ? columnNames(clause) : []
    scope = output
    return columns
  }

  /// ORDER BY, SKIP, LIMIT and WHERE. Unless rows are merged by DISTINCT or aggregation, the variables from before can
  /// still be seen there, but for those that a new name hides.
  private func checkTail(
    _ clause: ProjectionClause, _ projection: ProjectedExpressions, _ output: VariableScope
  ) throws(QueryError) {
    let incoming = scope
    defer { scope = incoming }
    if !clause.order.isEmpty || clause.predicate != nil {
      scope = projection.mergesRows ? output : overlaid(incoming, with: output)
    }
    for item in clause.order { try checkSort(item.expression, projection) }
    try checkCount(clause.skip, "SKIP")
    try checkCount(clause.limit, "LIMIT")
    if clause.kind == .with { try checkAliases(clause) }
    guard let predicate = clause.predicate else { return }
    projected = projection.mergesRows ? projection.withoutAggregates : nil
    defer { projected = nil }
    try checkPredicate(predicate, .predicate("WHERE"))
  }

  private func overlaid(_ incoming: VariableScope, with output: VariableScope) -> VariableScope {
    var merged = incoming
    for name in output.names { merged.declare(name, output.type(of: name) ?? .any) }
    return merged
  }

  private func checkSort(_ expression: Expression, _ projection: ProjectedExpressions) throws(QueryError) {
    var context = ExpressionContext.refusing("ORDER BY, unless WITH or RETURN aggregates")
    if projection.mergesRows {
      projected = projection
      projected?.isInAggregation = AggregationAnalysis.containsAggregate(expression)
      if projection.aggregates { context = ExpressionContext(aggregation: .projectedOnly) }
    }
    defer { projected = nil }
    _ = try type(of: expression, context)
  }

  /// What the next clause sees.
  private func outputScope(_ clause: ProjectionClause, _ types: [StaticType]) throws(QueryError) -> VariableScope {
    var output = clause.includesAll ? scope : scope.outerPart()
    for (item, type) in zip(clause.items, types) {
      guard let name = item.variable else { continue }
      if clause.kind == .with && scope.isOuter(name.text) && !item.passesOn(name.text) { throw alreadyBound(name) }
      output.declare(name.text, type)
    }
    return output
  }

  private func checkColumnNames(_ clause: ProjectionClause) throws(QueryError) {
    var seen = Set(clause.includesAll ? scope.names.map { VariableKey($0) } : [])
    for item in clause.items {
      let name = item.columnName
      guard !seen.insert(VariableKey(name)).inserted else { continue }
      throw .syntax(
        "ColumnNameConflict", "Two columns are named \(name); give one of them another name with AS.",
        at: item.alias?.range ?? item.expression.range)
    }
  }

  /// What WITH computes needs a name to be used by.
  private func checkAliases(_ clause: ProjectionClause) throws(QueryError) {
    for item in clause.items where item.variable == nil {
      throw .syntax(
        "NoExpressionAlias", "An expression in WITH needs a name: write \(item.text) AS name.",
        at: item.expression.range)
    }
  }

  private func columnNames(_ clause: ProjectionClause) -> [String] {
    (clause.includesAll ? scope.names.dropFirst(scope.outerCount).sorted { compareBytes($0, $1) < 0 } : [])
      + clause.items.map(\.columnName)
  }
}

extension ProjectionItem {
  /// The variable that the item binds in WITH: its alias, or its own name when it is a variable.
  fileprivate var variable: Name? {
    if let alias { return alias }
    guard case .variable(let name) = expression.kind else { return nil }
    return Name(name, expression.range)
  }

  /// As it is shown to the reader.
  fileprivate var columnName: String { alias?.text ?? text }

  /// Whether the item is the variable itself under its own name.
  fileprivate func passesOn(_ name: String) -> Bool {
    guard case .variable(let variable) = expression.kind else { return false }
    return compareBytes(variable, name) == 0
  }
}
