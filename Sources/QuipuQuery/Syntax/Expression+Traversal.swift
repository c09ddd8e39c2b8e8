extension Expression {
  /// The same expression with each direct part replaced; patterns' properties and predicates are parts too. Queries
  /// inside `EXISTS { }` and its like go through `query` instead.
  ///
  /// Scopes are the caller's business: parts of a comprehension are passed with its variable unresolved.
  func mapChildren(
    query: (Query) throws(QueryError) -> Query = { (query) throws(QueryError) -> Query in query },
    _ transform: (Expression) throws(QueryError) -> Expression
  ) throws(QueryError) -> Expression {
    func mapped(_ list: [Expression]) throws(QueryError) -> [Expression] {
      var result: [Expression] = []
      for element in list { result.append(try transform(element)) }
      return result
    }
    func optional(_ part: Expression?) throws(QueryError) -> Expression? {
      guard let part else { return nil }
      return try transform(part)
    }
    let new: Kind
    switch kind {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .countStar: return self
    case .list(let elements): new = .list(try mapped(elements))
    case .map(let entries):
      var result: [MapEntry] = []
      for entry in entries { result.append(MapEntry(key: entry.key, value: try transform(entry.value))) }
      new = .map(result)
    case .property(let base, let key): new = .property(try transform(base), key)
    case .subscripted(let base, let index): new = .subscripted(try transform(base), try transform(index))
    case .slice(let base, let from, let to):
      new = .slice(try transform(base), from: try optional(from), to: try optional(to))
    case .hasLabels(let base, let labels): new = .hasLabels(try transform(base), labels)
    case .not(let part): new = .not(try transform(part))
    case .and(let parts): new = .and(try mapped(parts))
    case .or(let parts): new = .or(try mapped(parts))
    case .xor(let parts): new = .xor(try mapped(parts))
    case .comparison(let parts, let operators): new = .comparison(try mapped(parts), operators)
    case .arithmetic(let op, let a, let b): new = .arithmetic(op, try transform(a), try transform(b))
    case .negate(let part): new = .negate(try transform(part))
    case .plus(let part): new = .plus(try transform(part))
    case .stringMatch(let op, let a, let b): new = .stringMatch(op, try transform(a), try transform(b))
    case .isIn(let a, let b): new = .isIn(try transform(a), try transform(b))
    case .isNull(let part): new = .isNull(try transform(part))
    case .isNotNull(let part): new = .isNotNull(try transform(part))
    case .call(var call):
      call.arguments = try mapped(call.arguments)
      new = .call(call)
    case .conditional(var conditional):
      conditional.subject = try optional(conditional.subject)
      for i in conditional.branches.indices {
        conditional.branches[i].condition = try transform(conditional.branches[i].condition)
        conditional.branches[i].result = try transform(conditional.branches[i].result)
      }
      conditional.otherwise = try optional(conditional.otherwise)
      new = .conditional(conditional)
    case .listComprehension(let variable, let list, let predicate, let projection):
      new = .listComprehension(
        variable: variable, list: try transform(list), predicate: try optional(predicate),
        projection: try optional(projection))
    case .quantifier(let quantifier, let variable, let list, let predicate):
      new = .quantifier(
        quantifier, variable: variable, list: try transform(list), predicate: try transform(predicate))
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      new = .reduce(
        accumulator: accumulator, initial: try transform(initial), variable: variable, list: try transform(list),
        step: try transform(step))
    case .mapProjection(let name, let items):
      var result: [MapProjectionItem] = []
      for item in items {
        guard case .entry(let entry) = item else {
          result.append(item)
          continue
        }
        result.append(.entry(MapEntry(key: entry.key, value: try transform(entry.value))))
      }
      new = .mapProjection(name, result)
    case .patternPredicate(let element): new = .patternPredicate(try element.mapExpressions(transform))
    case .patternComprehension(let path, let element, let predicate, let projection):
      new = .patternComprehension(
        path: path, try element.mapExpressions(transform), predicate: try optional(predicate),
        projection: try transform(projection))
    case .shortestPath(var part):
      part.element = try part.element.mapExpressions(transform)
      new = .shortestPath(part)
    case .subquery(let kind, let inner): new = .subquery(kind, try query(inner))
    }
    return Expression(new, range)
  }

  /// The direct parts, in the order of the text; queries inside are not entered.
  var children: [Expression] {
    var found: [Expression] = []
    _ = try? mapChildren { (part) throws(QueryError) -> Expression in
      found.append(part)
      return part
    }
    return found
  }
}

extension PatternElement {
  /// The same pattern with the properties and predicates of its nodes and relationships replaced.
  func mapExpressions(
    _ transform: (Expression) throws(QueryError) -> Expression
  ) throws(QueryError) -> PatternElement {
    var result = self
    for i in result.nodes.indices {
      if let part = result.nodes[i].properties { result.nodes[i].properties = try transform(part) }
      if let part = result.nodes[i].predicate { result.nodes[i].predicate = try transform(part) }
      guard i < result.edges.count else { continue }
      if let part = result.edges[i].properties { result.edges[i].properties = try transform(part) }
      if let part = result.edges[i].predicate { result.edges[i].predicate = try transform(part) }
    }
    return result
  }
}
