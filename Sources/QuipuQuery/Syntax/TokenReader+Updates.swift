import QuipuCore

/// Clauses that change the graph.
extension TokenReader {
  func createClause() throws(SyntaxAbort) -> CreateClause {
    let start = start
    advance()
    let patterns = try patternParts()
    return CreateClause(patterns: patterns, range: range(from: start))
  }

  func mergeClause() throws(SyntaxAbort) -> MergeClause {
    let start = start
    advance()
    let pattern = try patternPart()
    var actions: [MergeAction] = []
    while accept(.on) { actions.append(try mergeAction()) }
    return MergeClause(pattern: pattern, actions: actions, range: range(from: start))
  }

  private func mergeAction() throws(SyntaxAbort) -> MergeAction {
    let isCreation = accept(.create)
    guard isCreation || accept(.match) else { throw fail(expected: "'CREATE' or 'MATCH' after 'ON'") }
    try expect(.set, "after 'ON \(isCreation ? "CREATE" : "MATCH")'")
    return MergeAction(event: isCreation ? .create : .match, items: try setItems())
  }

  func setClause() throws(SyntaxAbort) -> SetClause {
    let start = start
    advance()
    let items = try setItems()
    return SetClause(items: items, range: range(from: start))
  }

  private func setItems() throws(SyntaxAbort) -> [SetItem] {
    var items: [SetItem] = []
    repeat { items.append(try setItem()) } while accept(.comma)
    return items
  }

  private func setItem() throws(SyntaxAbort) -> SetItem {
    let start = start
    let target = try postfixed(allowsLabels: false)
    switch target.kind {
    case .property(let base, let key):
      try expect(.equal, "'=' after the property '\(key.text)'")
      return .property(of: base, key: key, value: try expression())
    case .variable(let text):
      let name = Name(text, target.range)
      if accept(.equal) { return .replace(name, try expression()) }
      if accept(.plusEqual) { return .merge(name, try expression()) }
      if kind == .colon { return .labels(name, try plainLabels()) }
      throw fail(expected: "'=', '+=', '.' or ':' after '\(name.text)'")
    default:
      throw fail("UnexpectedSyntax", "SET changes a property, a variable or its labels", at: range(from: start))
    }
  }

  /// `:A:B`
  private func plainLabels() throws(SyntaxAbort) -> [Name] {
    var labels: [Name] = []
    while accept(.colon) { labels.append(try schemaName("a label after ':'")) }
    return labels
  }

  func removeClause() throws(SyntaxAbort) -> RemoveClause {
    let start = start
    advance()
    var items: [RemoveItem] = []
    repeat { items.append(try removeItem()) } while accept(.comma)
    return RemoveClause(items: items, range: range(from: start))
  }

  private func removeItem() throws(SyntaxAbort) -> RemoveItem {
    let start = start
    let target = try postfixed(allowsLabels: false)
    switch target.kind {
    case .property(let base, let key): return .property(of: base, key: key)
    case .variable(let text):
      guard kind == .colon else { throw fail(expected: "'.' or ':' after '\(text)'") }
      return .labels(Name(text, target.range), try plainLabels())
    default:
      throw fail("UnexpectedSyntax", "REMOVE takes a property or labels", at: range(from: start))
    }
  }

  func deleteClause() throws(SyntaxAbort) -> DeleteClause {
    let start = start
    let isDetaching = accept(.detach)
    try expect(.delete, "after 'DETACH'")
    var expressions: [Expression] = []
    repeat { expressions.append(try expression()) } while accept(.comma)
    return DeleteClause(isDetaching: isDetaching, expressions: expressions, range: range(from: start))
  }
}
