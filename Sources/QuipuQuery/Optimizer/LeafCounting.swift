/// Where only the number of rows is asked for, the leaves of a pattern are counted by their degree and not visited.
///
/// In `MATCH (a)-[:KNOWS]->(b)-[:WORKS_FOR]->(c) RETURN count(*)` each b stands for its degrees' product. A leaf is a node
/// that nothing reads, with one relationship that nothing reads and that cannot be the same as another of the pattern.
struct LeafCounting: Rewrite {
  static let name = "LeafCounting"

  func apply(to branch: inout LogicalBranch) {
    for i in branch.steps.indices.dropLast() {
      guard case .match(var pattern, isOptional: false) = branch.steps[i],
        case .aggregate(var aggregation) = branch.steps[i + 1],
        aggregation.aggregates.allSatisfy({ counts($0, pattern, aggregation.scope) })
      else { continue }
      var read = Set(branch.outputs)
      for expression in aggregation.keys.map(\.expression) { read.formUnion(expression.slots(in: aggregation.scope)) }
      for step in branch.steps[(i + 2)...] { read.formUnion(step.readSlots) }
      while let leaf = leaf(of: pattern, read) { fold(leaf, &pattern, &aggregation) }
      guard !aggregation.weights.isEmpty else { continue }
      for a in aggregation.aggregates.indices { aggregation.aggregates[a].arguments = [] }
      branch.steps[i] = .match(pattern, isOptional: false)
      branch.steps[i + 1] = .aggregate(aggregation)
    }
  }

  /// Whether the call counts all rows: `count(*)`, or `count(x)` of something that the pattern finds and so is not null.
  private func counts(_ aggregate: Aggregate, _ pattern: PatternGraph, _ scope: Scope) -> Bool {
    guard aggregate.function == "count", !aggregate.isDistinct else { return false }
    guard let argument = aggregate.arguments.first else { return true }
    guard case .variable(let name) = argument.kind, let slot = scope.slot(of: name) else { return false }
    return pattern.nodes.contains { $0.slot == slot } || pattern.edges.contains { $0.slot == slot }
  }

  /// An edge and which of its ends is the leaf.
  private struct Leaf {
    var edge: Int
    var node: Int
    var other: Int
  }

  private func leaf(of pattern: PatternGraph, _ read: Set<Int>) -> Leaf? {
    guard pattern.paths.isEmpty else { return nil }
    let read = read.union(pattern.readSlots)
    for (e, edge) in pattern.edges.enumerated() {
      guard edge.length == nil, edge.selector == .all, !read.contains(edge.slot), edge.from != edge.to,
        pattern.edges.indices.allSatisfy({ $0 == e || !mayCoincide(edge.types, pattern.edges[$0].types) }),
        pattern.degrees.allSatisfy({ !mayCoincide(edge.types, $0.types) })
      else { continue }
      for (node, other) in [(edge.to, edge.from), (edge.from, edge.to)] where isLeaf(node, e, pattern, read) {
        return Leaf(edge: e, node: node, other: other)
      }
    }
    return nil
  }

  private func isLeaf(_ node: Int, _ edge: Int, _ pattern: PatternGraph, _ read: Set<Int>) -> Bool {
    !pattern.nodes[node].isBound && !read.contains(pattern.nodes[node].slot)
      && pattern.edges.indices.allSatisfy { e in
        e == edge || (pattern.edges[e].from != node && pattern.edges[e].to != node)
      }
      && pattern.degrees.allSatisfy { $0.node != node }
  }

  private func mayCoincide(_ a: LabelExpression?, _ b: LabelExpression?) -> Bool {
    guard let a = a?.alternatives, let b = b?.alternatives else { return true }
    return !Set(a.map(\.text)).isDisjoint(with: b.map(\.text))
  }

  /// Takes the leaf and its edge out of the pattern, and multiplies the rows instead.
  private func fold(_ leaf: Leaf, _ pattern: inout PatternGraph, _ aggregation: inout Aggregation) {
    let edge = pattern.edges.remove(at: leaf.edge)
    let slot = pattern.scope.allocator.next("\u{0}degree")
    aggregation.weights.append(slot)
    pattern.degrees.append(
      DegreeFactor(
        slot: slot, node: leaf.other, direction: edge.from == leaf.other ? edge.direction : edge.direction.reversed,
        types: edge.types, labels: pattern.nodes[leaf.node].labels))
    remove(node: leaf.node, from: &pattern)
  }

  private func remove(node: Int, from pattern: inout PatternGraph) {
    pattern.nodes.remove(at: node)
    func moved(_ position: Int) -> Int { position > node ? position - 1 : position }
    for e in pattern.edges.indices {
      pattern.edges[e].from = moved(pattern.edges[e].from)
      pattern.edges[e].to = moved(pattern.edges[e].to)
    }
    for d in pattern.degrees.indices { pattern.degrees[d].node = moved(pattern.degrees[d].node) }
  }
}
