/// A filter right after a MATCH becomes part of its pattern, where it is tested as soon as its variables are found.
///
/// `MATCH (n) WITH n WHERE n.x = 1` then looks the node up as `MATCH (n {x: 1})` does.
struct PredicatePushdown: Rewrite {
  static let name = "PredicatePushdown"

  func apply(to branch: inout LogicalBranch) {
    var i = 1
    while i < branch.steps.count {
      if case .match(var pattern, isOptional: false) = branch.steps[i - 1],
        case .filter(let predicates, let scope) = branch.steps[i]
      {
        let rest = predicates.filter { !move($0, scope, into: &pattern) }
        branch.steps[i - 1] = .match(pattern, isOptional: false)
        if rest.isEmpty {
          branch.steps.remove(at: i)
          continue
        }
        branch.steps[i] = .filter(rest, scope)
      }
      i += 1
    }
  }

  /// False when some name means another thing to the pattern.
  private func move(_ predicate: Expression, _ scope: Scope, into pattern: inout PatternGraph) -> Bool {
    let names = predicate.mentionedNames
    let mean = names.allSatisfy { scope.slot(of: $0) == pattern.scope.slot(of: $0) }
    guard mean, !names.contains("*") else { return false }
    let own = Set(pattern.nodes.filter { !$0.isBound }.map(\.slot) + pattern.edges.filter { !$0.isBound }.map(\.slot))
      .union(pattern.paths.map(\.slot))
    pattern.predicates.append(
      Predicate(expression: predicate, slots: predicate.slots(in: scope).intersection(own)))
    return true
  }
}
