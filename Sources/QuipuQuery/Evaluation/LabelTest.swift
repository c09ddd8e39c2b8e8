import QuipuGraph

/// A label expression ready to be tested: names are numbers, looked up again only when the graph has got new labels.
final class LabelTest {
  private let expression: LabelExpression
  private var knownCount = -1
  private var single: LabelID?
  private let singleName: String?

  init(_ expression: LabelExpression) {
    self.expression = expression
    if case .name(let name) = expression { singleName = name.text } else { singleName = nil }
  }

  @inline(__always)
  func test(_ node: NodeID, _ graph: borrowing PropertyGraph) -> Bool {
    if let singleName {
      if single == nil && graph.labelCount != knownCount {
        knownCount = graph.labelCount
        single = graph.labelID(singleName)
      }
      guard let single else { return false }
      return graph.hasLabel(single, node)
    }
    return LabelTest.holds(expression) { graph.hasLabel($0, node) } any: { !graph.labelIDs(of: node).isEmpty }
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
