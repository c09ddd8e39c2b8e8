/// The variables that an expression takes from around it.
public enum FreeVariables {
  /// The names in the order of first use, each once. Names bound inside (by comprehensions, quantifiers, `reduce`, and by
  /// UNWIND, WITH and YIELD of a subquery) are left out. A pattern binds its variables only where nothing around does, so
  /// those of pattern comprehensions and of a subquery's MATCH are among the names: of these the ones that are in scope
  /// count.
  public static func of(_ expression: Expression) -> [String] {
    var collector = FreeVariableCollector()
    collector.visit(expression)
    return collector.found
  }

  /// The same for a pattern: its own variables, and those that its properties and predicates use.
  public static func of(_ element: PatternElement) -> [String] {
    var collector = FreeVariableCollector()
    collector.visit(element)
    return collector.found
  }
}

/// Walks in the order of the text with the names bound on the way.
private struct FreeVariableCollector {
  var found: [String] = []
  var seen: Set<VariableKey> = []
  var bound: [String] = []

  mutating func use(_ name: String) {
    guard !bound.contains(where: { compareBytes($0, name) == 0 }) else { return }
    if seen.insert(VariableKey(name)).inserted { found.append(name) }
  }

  mutating func visit(_ expression: Expression?) {
    guard let expression else { return }
    switch expression.kind {
    case .variable(let name): use(name)
    case .mapProjection(let name, let items):
      use(name.text)
      for case .variable(let item) in items { use(item.text) }
      for child in expression.children { visit(child) }
    case .listComprehension(let variable, let list, let predicate, let projection):
      visit(list)
      visit([predicate, projection], binding: [variable])
    case .quantifier(_, let variable, let list, let predicate):
      visit(list)
      visit([predicate], binding: [variable])
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      visit(initial)
      visit(list)
      visit([step], binding: [accumulator, variable])
    case .patternPredicate(let element): visit(element)
    case .patternComprehension(let path, let element, let predicate, let projection):
      visit(element)
      visit([predicate, projection], binding: path.map { [$0] } ?? [])
    case .shortestPath(let part): visit(part.element)
    case .subquery(_, let query): visit(query)
    default: for child in expression.children { visit(child) }
    }
  }

  mutating func visit(_ expressions: [Expression?], binding names: [Name]) {
    let count = bound.count
    bound += names.map(\.text)
    for expression in expressions { visit(expression) }
    bound.removeSubrange(count...)
  }

  mutating func visit(_ element: PatternElement) {
    for (i, node) in element.nodes.enumerated() {
      if let variable = node.variable { use(variable.text) }
      visit(node.properties)
      visit(node.predicate)
      guard i < element.edges.count else { continue }
      let edge = element.edges[i]
      if let variable = edge.variable { use(variable.text) }
      visit(edge.properties)
      visit(edge.predicate)
    }
  }

  mutating func visit(_ query: Query) {
    for part in query.parts {
      let count = bound.count
      for clause in part.clauses { visit(clause) }
      bound.removeSubrange(count...)
    }
  }

  mutating func visit(_ clause: Clause) {
    switch clause {
    case .match(let match):
      for part in match.patterns { visit(part) }
      visit(match.predicate)
    case .unwind(let unwind):
      visit(unwind.list)
      bound.append(unwind.variable.text)
    case .projection(let projection): visit(projection)
    case .call(let call):
      for argument in call.arguments ?? [] { visit(argument) }
      bound += (call.yields ?? []).map { ($0.alias ?? $0.field).text }
      visit(call.predicate)
    case .create(let create): for part in create.patterns { visit(part) }
    case .merge(let merge):
      visit(merge.pattern)
      for action in merge.actions { for item in action.items { visit(item) } }
    case .set(let set): for item in set.items { visit(item) }
    case .remove(let remove): for item in remove.items { visit(item) }
    case .delete(let delete): for expression in delete.expressions { visit(expression) }
    }
  }

  mutating func visit(_ part: PatternPart) {
    visit(part.element)
    if let path = part.variable { bound.append(path.text) }
  }

  mutating func visit(_ projection: ProjectionClause) {
    for item in projection.items { visit(item.expression) }
    bound += projection.items.compactMap { $0.alias?.text }
    for item in projection.order { visit(item.expression) }
    visit(projection.skip)
    visit(projection.limit)
    visit(projection.predicate)
  }

  mutating func visit(_ item: SetItem) {
    switch item {
    case .property(let base, _, let value):
      visit(base)
      visit(value)
    case .replace(let name, let value), .merge(let name, let value):
      use(name.text)
      visit(value)
    case .labels(let name, _): use(name.text)
    }
  }

  mutating func visit(_ item: RemoveItem) {
    switch item {
    case .property(let base, _): visit(base)
    case .labels(let name, _): use(name.text)
    }
  }
}
