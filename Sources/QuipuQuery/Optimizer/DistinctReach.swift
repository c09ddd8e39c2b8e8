/// Where only which nodes are reached counts, a walk of variable length visits each node once (breadth first) in place of
/// following every trail.
///
/// Holds for directed walks of at least 0 or 1 steps: the shortest walk to a node repeats no relationship. What follows
/// must not count rows: DISTINCT, or grouping with distinct aggregates, `min` and `max` only.
struct DistinctReach: Rewrite {
  static let name = "DistinctReach"

  func apply(to branch: inout LogicalBranch) {
    for i in branch.steps.indices.dropLast() {
      guard case .match(var pattern, isOptional: false) = branch.steps[i], ignoresDuplicates(branch, after: i) else {
        continue
      }
      for e in pattern.edges.indices where isFit(pattern.edges[e], e, in: pattern) { pattern.edges[e].isReach = true }
      branch.steps[i] = .match(pattern, isOptional: false)
    }
  }

  private func ignoresDuplicates(_ branch: LogicalBranch, after position: Int) -> Bool {
    var next = position + 1
    // Computing values row by row keeps equal rows equal.
    while next < branch.steps.count, case .project(let bindings, _) = branch.steps[next],
      bindings.allSatisfy({ $0.expression.isRepeatable })
    {
      next += 1
    }
    guard next < branch.steps.count else { return false }
    switch branch.steps[next] {
    case .distinct: return true
    case .aggregate(let aggregation):
      return aggregation.weights.isEmpty && aggregation.keys.allSatisfy { $0.expression.isRepeatable }
        && aggregation.aggregates.allSatisfy { aggregate in
          (aggregate.isDistinct || ["min", "max"].contains(aggregate.function))
            && aggregate.arguments.allSatisfy(\.isRepeatable)
        }
    default: return false
    }
  }

  private func isFit(_ edge: PatternEdge, _ position: Int, in pattern: PatternGraph) -> Bool {
    guard let length = edge.length, edge.selector == .all, edge.direction != .either, !edge.isNeeded, !edge.isBound,
      (length.minimum ?? 1) <= 1, edge.from != edge.to, edge.stepPredicate == nil, pattern.paths.isEmpty
    else { return false }
    // Another relationship of the pattern might be the one that the shortest walk needs.
    return pattern.edges.indices.allSatisfy { other in
      guard other != position else { return true }
      guard let a = edge.types?.alternatives, let b = pattern.edges[other].types?.alternatives else { return false }
      return Set(a.map(\.text)).isDisjoint(with: b.map(\.text))
    }
  }
}

extension Expression {
  /// Whether equal rows give equal values: no call that may differ from one to the next.
  var isRepeatable: Bool {
    if case .call(let call) = kind, ["rand", "randomuuid"].contains(call.name.text.lowercased()) { return false }
    if case .subquery = kind { return false }
    return children.allSatisfy(\.isRepeatable)
  }
}
