import QuipuGraph

/// What is true of all relationships of a type, found out when first asked for and kept while the graph stays the same.
final class SchemaFacts {
  private let graph: PropertyGraph
  private var known: [Question: Bool] = [:]

  private struct Question: Hashable {
    var type: String
    var label: String
    var atTarget: Bool
  }

  init(_ graph: PropertyGraph) { self.graph = graph }

  /// Whether every target (or source) of the type's edges has the label. True of a type without edges.
  ///
  /// Complexity: O(edges of the type) when first asked.
  func ends(ofType type: String, haveLabel label: String, atTarget: Bool) -> Bool {
    let question = Question(type: type, label: label, atTarget: atTarget)
    if let answer = known[question] { return answer }
    let answer = find(question)
    known[question] = answer
    return answer
  }

  private func find(_ question: Question) -> Bool {
    guard let label = graph.labelID(question.label) else { return false }
    for edge in graph.edges(type: question.type) {
      let node = question.atTarget ? graph.target(of: edge) : graph.source(of: edge)
      if !graph.hasLabel(label, node) { return false }
    }
    return true
  }
}
