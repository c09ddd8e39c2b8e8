import QuipuGraph

/// A label expression ready to be tested: names are numbers, looked up again only when the graph has got new labels.
final class LabelTest {
  private let expression: LabelExpression
  private var knownCount = -1
  @exclusivity(unchecked) private var single: LabelID?
  private let singleName: String?

  init(_ expression: LabelExpression) {
    self.expression = expression
    if case .name(let name) = expression { singleName = name.text } else { singleName = nil }
  }

  @inline(__always)
  func test(_ node: NodeID, _ store: GraphStore) -> Bool {
    if let single { return LabelTest.read(&store.graph, single, node) }
    return testSlowly(node, store)
  }

  private func testSlowly(_ node: NodeID, _ store: GraphStore) -> Bool {
    if let singleName {
      guard store.graph.labelCount != knownCount else { return false }
      knownCount = store.graph.labelCount
      single = store.graph.labelID(singleName)
      return single.map { store.graph.hasLabel($0, node) } ?? false
    }
    let graph = store.graph
    return LabelTest.holds(expression) {
      graph.hasLabel($0, node)
    } any: {
      !graph.labelIDs(of: node).isEmpty
    }
  }

  // `inout` for a graph that is only read: by value, each of its arrays would be retained and released around the call.
  @inline(never)
  private static func read(_ graph: inout PropertyGraph, _ label: LabelID, _ node: NodeID) -> Bool {
    graph.hasLabel(label, node)
  }

  /// Whether the expression holds of something that has the names for which `has` is true.
  static func holds(_ expression: LabelExpression, _ has: (String) -> Bool, any: () -> Bool) -> Bool {
    switch expression {
    case .name(let name): has(name.text)
    case .and(let parts): parts.allSatisfy { holds($0, has, any: any) }
    case .or(let parts): parts.contains { holds($0, has, any: any) }
    case .not(let part): !holds(part, has, any: any)
    case .any: any()
    }
  }
}
