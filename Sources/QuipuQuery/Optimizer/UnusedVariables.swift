/// Paths and lists of relationships that nothing reads are not made.
struct UnusedVariables: Rewrite {
  static let name = "UnusedVariables"

  func apply(to branch: inout LogicalBranch) {
    var needed = Set(branch.outputs)
    for i in branch.steps.indices.reversed() {
      if case .match(var pattern, let isOptional) = branch.steps[i] {
        let inside = pattern.predicates.reduce(into: needed) { $0.formUnion($1.expression.slots(in: pattern.scope)) }
        pattern.paths.removeAll { !inside.contains($0.slot) }
        let read = inside.union(pattern.readSlots)
        for e in pattern.edges.indices { pattern.edges[e].isNeeded = read.contains(pattern.edges[e].slot) }
        branch.steps[i] = .match(pattern, isOptional: isOptional)
      }
      needed.formUnion(branch.steps[i].readSlots)
    }
  }
}
