extension Expression {
  /// Every variable's name that occurs, bound inside or not: more than the free ones, never less.
  var mentionedNames: Set<String> {
    var names: Set<String> = []
    collectNames(&names)
    return names
  }

  func collectNames(_ names: inout Set<String>) {
    switch kind {
    case .variable(let name): names.insert(name)
    case .mapProjection(let name, let items):
      names.insert(name.text)
      for case .variable(let other) in items { names.insert(other.text) }
    case .patternPredicate(let element), .patternComprehension(_, let element, _, _): element.collectNames(&names)
    case .shortestPath(let part): part.element.collectNames(&names)
    case .subquery(_, let query): query.collectNames(&names)
    default: break
    }
    for child in children { child.collectNames(&names) }
  }
}

extension PatternElement {
  /// The names of the pattern's own variables; those of its expressions are the caller's to collect.
  func collectNames(_ names: inout Set<String>) {
    for node in nodes { if let name = node.variable { names.insert(name.text) } }
    for edge in edges { if let name = edge.variable { names.insert(name.text) } }
  }

  /// The properties and predicates written inside the pattern.
  var expressions: [Expression] {
    nodes.flatMap { [$0.properties, $0.predicate].compactMap { $0 } }
      + edges.flatMap { [$0.properties, $0.predicate].compactMap { $0 } }
  }
}

extension Query {
  func collectNames(_ names: inout Set<String>) {
    for part in parts { for clause in part.clauses { clause.collectNames(&names) } }
  }
}

extension Clause {
  func collectNames(_ names: inout Set<String>) {
    for expression in expressions { expression.collectNames(&names) }
    for pattern in patterns {
      pattern.element.collectNames(&names)
      if let name = pattern.variable { names.insert(name.text) }
    }
    if case .projection(let clause) = self, clause.includesAll { names.insert("*") }
    if case .unwind(let clause) = self { names.insert(clause.variable.text) }
  }

  var patterns: [PatternPart] {
    switch self {
    case .match(let clause): clause.patterns
    case .create(let clause): clause.patterns
    case .merge(let clause): [clause.pattern]
    default: []
    }
  }

  /// The expressions of the clause in the order of the text, those inside patterns first.
  var expressions: [Expression] {
    let inside = patterns.flatMap { $0.element.expressions }
    switch self {
    case .match(let clause): return inside + [clause.predicate].compactMap { $0 }
    case .unwind(let clause): return [clause.list]
    case .projection(let clause):
      return clause.items.map(\.expression) + clause.order.map(\.expression)
        + [clause.skip, clause.limit, clause.predicate].compactMap { $0 }
    case .call(let clause): return (clause.arguments ?? []) + [clause.predicate].compactMap { $0 }
    case .create: return inside
    case .merge(let clause): return inside + clause.actions.flatMap { $0.items.flatMap(\.expressions) }
    case .set(let clause): return clause.items.flatMap(\.expressions)
    case .remove(let clause):
      return clause.items.compactMap { if case .property(let base, _) = $0 { base } else { nil } }
    case .delete(let clause): return clause.expressions
    }
  }
}

extension SetItem {
  var expressions: [Expression] {
    switch self {
    case .property(let base, _, let value): [base, value]
    case .replace(let name, let value), .merge(let name, let value):
      [Expression(.variable(name.text), name.range), value]
    case .labels(let name, _): [Expression(.variable(name.text), name.range)]
    }
  }
}
