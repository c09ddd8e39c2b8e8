/// Lets a relationship type in a pattern stand for the types below it in a hierarchy as well.
///
/// Reading patterns only: what is created has exactly the type written.
struct TypeInference {
  let hierarchy: [String: [String]]

  func apply(to query: Query) -> Query {
    var query = query
    for p in query.parts.indices {
      for c in query.parts[p].clauses.indices { widen(&query.parts[p].clauses[c]) }
    }
    return query
  }

  private func widen(_ clause: inout Clause) {
    switch clause {
    case .match(var match):
      for i in match.patterns.indices { match.patterns[i].element = widened(match.patterns[i].element) }
      match.predicate = match.predicate.map(widened)
      clause = .match(match)
    case .unwind(var unwind):
      unwind.list = widened(unwind.list)
      clause = .unwind(unwind)
    case .projection(var projection):
      for i in projection.items.indices {
        projection.items[i].expression = widened(projection.items[i].expression)
      }
      for i in projection.order.indices { projection.order[i].expression = widened(projection.order[i].expression) }
      projection.predicate = projection.predicate.map(widened)
      clause = .projection(projection)
    default: break
    }
  }

  private func widened(_ element: PatternElement) -> PatternElement {
    var element = (try? element.mapExpressions { (part) throws(QueryError) -> Expression in widened(part) }) ?? element
    for i in element.edges.indices { element.edges[i].types = element.edges[i].types.map(widened) }
    return element
  }

  private func widened(_ types: LabelExpression) -> LabelExpression {
    switch types {
    case .name(let name):
      guard let below = hierarchy[name.text], !below.isEmpty else { return types }
      return .or([types] + below.map { .name(Name($0, name.range)) })
    case .and(let parts): return .and(parts.map(widened))
    // One flat list of names is what the planner knows best.
    case .or(let parts):
      return .or(
        parts.map(widened).flatMap { part in
          if case .or(let inner) = part { inner } else { [part] }
        })
    case .not(let part): return .not(widened(part))
    case .any: return types
    }
  }

  private func widened(_ expression: Expression) -> Expression {
    var expression = expression
    switch expression.kind {
    case .patternPredicate(let element): expression.kind = .patternPredicate(widened(element))
    case .patternComprehension(let path, let element, let predicate, let projection):
      expression.kind = .patternComprehension(
        path: path, widened(element), predicate: predicate, projection: projection)
    case .shortestPath(var part):
      part.element = widened(part.element)
      expression.kind = .shortestPath(part)
    default: break
    }
    let result = try? expression.mapChildren(
      query: { (query) throws(QueryError) -> Query in apply(to: query) },
      { (part) throws(QueryError) -> Expression in widened(part) })
    return result ?? expression
  }
}
