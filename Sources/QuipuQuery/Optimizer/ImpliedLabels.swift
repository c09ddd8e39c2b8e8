/// A label that every end of a relationship type has is not tested where that relationship was followed.
struct ImpliedLabels: Rewrite {
  static let name = "ImpliedLabels"

  /// Nothing is implied without.
  let facts: SchemaFacts?

  func apply(to branch: inout LogicalBranch) {
    for i in branch.steps.indices {
      guard case .match(var pattern, let isOptional) = branch.steps[i] else { continue }
      for d in pattern.degrees.indices { drop(&pattern.degrees[d]) }
      branch.steps[i] = .match(pattern, isOptional: isOptional)
    }
  }

  private func drop(_ factor: inout DegreeFactor) {
    if isImplied(factor.labels, by: factor.types, factor.direction) { factor.labels = nil }
  }

  /// Whether the far end of such a relationship always has the labels.
  func isImplied(
    _ labels: LabelExpression?, by types: LabelExpression?, _ direction: EdgePattern.Direction
  ) -> Bool {
    guard let facts, case .name(let label)? = labels, let names = types?.alternatives, direction != .either else {
      return false
    }
    return names.allSatisfy {
      facts.ends(ofType: $0.text, haveLabel: label.text, atTarget: direction == .outgoing)
    }
  }
}
