extension Expression {
  /// The slots that the expression may read.
  func slots(in scope: Scope) -> Set<Int> {
    let names = mentionedNames
    if names.contains("*") { return Set(scope.slots.values) }
    return Set(names.compactMap { scope.slot(of: $0) })
  }
}

extension LogicalStep {
  /// The slots that the step may read or must keep, its pattern's own predicates included.
  var readSlots: Set<Int> {
    func slots(_ expressions: [Expression], _ scope: Scope) -> Set<Int> {
      expressions.reduce(into: []) { $0.formUnion($1.slots(in: scope)) }
    }
    switch self {
    case .match(let pattern, _): return pattern.readSlots
    case .filter(let predicates, let scope): return slots(predicates, scope)
    case .project(let bindings, let scope): return slots(bindings.map(\.expression), scope)
    case .aggregate(let aggregation):
      let expressions = aggregation.keys.map(\.expression) + aggregation.aggregates.flatMap(\.arguments)
      return slots(expressions, aggregation.scope).union(aggregation.weights)
    case .distinct(let live): return Set(live)
    case .sort(let sorting): return slots(sorting.keys.map(\.expression), sorting.scope).union(sorting.live)
    case .skip(let count, let scope), .limit(let count, let scope): return slots([count], scope)
    case .unwind(let list, let scope, _): return slots([list], scope)
    case .call(let call): return slots(call.arguments, call.scope)
    case .create(let pattern): return pattern.readSlots.union(pattern.live)
    case .merge(let merging):
      return merging.pattern.readSlots.union(merging.creation.readSlots).union(merging.live).union(merging.found)
    case .set(let updates, let scope, let live): return slots(updates.flatMap(\.expressions), scope).union(live)
    case .delete(let expressions, let scope, _, let live): return slots(expressions, scope).union(live)
    }
  }
}

extension PatternGraph {
  /// What predicates, bound variables and paths read.
  var readSlots: Set<Int> {
    var result: Set<Int> = []
    for predicate in predicates { result.formUnion(predicate.expression.slots(in: scope)) }
    for node in nodes where node.isBound { result.insert(node.slot) }
    for edge in edges {
      if edge.isBound { result.insert(edge.slot) }
      for part in [edge.properties, edge.stepPredicate].compactMap({ $0 }) { result.formUnion(part.slots(in: scope)) }
    }
    for path in paths {
      for node in path.nodes { result.insert(nodes[node].slot) }
      for edge in path.edges { result.insert(edges[edge].slot) }
    }
    return result
  }
}

extension CreatePattern {
  var readSlots: Set<Int> {
    var result: Set<Int> = []
    for element in elements {
      switch element {
      case .node(let node): result.formUnion(node.properties?.slots(in: scope) ?? [])
      case .edge(let edge):
        result.formUnion(edge.properties?.slots(in: scope) ?? [])
        result.formUnion([edge.from, edge.to])
      case .path(let path): result.formUnion([path.start] + path.edges)
      }
    }
    return result
  }
}

extension Update {
  var expressions: [Expression] {
    switch self {
    case .setProperty(let base, _, let value): [base, value]
    case .replaceProperties(let base, let value), .mergeProperties(let base, let value): [base, value]
    case .addLabels(let base, _), .removeProperty(let base, _), .removeLabels(let base, _): [base]
    }
  }
}
