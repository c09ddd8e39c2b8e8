import QuipuGraph
import QuipuQuery

/// Labels and types that a query asks for in its patterns and that the graph does not have.
struct UnknownNames {
  struct Finding: Hashable {
    /// `label` or `type`.
    var kind: String
    var text: String
    var nearest: String?
  }

  private let graph: PropertyGraph

  init(_ graph: PropertyGraph) { self.graph = graph }

  /// In the order of the text, each once. Only MATCH asks; what CREATE and MERGE name may be new.
  func find(in query: Query) -> [Finding] {
    guard graph.nodeCount > 0 else { return [] }
    var findings: [Finding] = []
    for part in query.parts {
      for case .match(let clause) in part.clauses {
        for pattern in clause.patterns { add(pattern.element, to: &findings) }
      }
    }
    var seen: Set<Finding> = []
    return findings.filter { seen.insert($0).inserted }
  }

  private func add(_ element: PatternElement, to findings: inout [Finding]) {
    let labels = element.nodes.compactMap(\.labels).flatMap(names)
    for name in labels where graph.nodes(label: name).isEmpty {
      findings.append(Finding(kind: "label", text: name, nearest: nearest(name, known: usedLabels)))
    }
    let types = element.edges.compactMap(\.types).flatMap(names)
    for name in types where graph.edges(type: name).isEmpty {
      findings.append(Finding(kind: "type", text: name, nearest: nearest(name, known: usedTypes)))
    }
  }

  private var usedLabels: [String] {
    (0..<graph.labelCount).map { LabelID(rawValue: UInt16($0)) }.filter { !graph.nodes(label: $0).isEmpty }
      .map { graph.name(of: $0) }
  }

  private var usedTypes: [String] {
    (0..<graph.typeCount).map { TypeID(rawValue: UInt16($0)) }.filter { !graph.edges(type: $0).isEmpty }
      .map { graph.name(of: $0) }
  }

  /// Also what is written the same but for case and underscores.
  private func nearest(_ name: String, known: [String]) -> String? {
    let folded = { (text: String) in text.lowercased().filter { $0 != "_" } }
    return known.first { folded($0) == folded(name) } ?? EditDistance.nearest(name, among: known)
  }

  private func names(_ expression: LabelExpression) -> [String] {
    var found: [String] = []
    var rest = [expression]
    while let next = rest.popLast() {
      switch next {
      case .name(let name): found.append(name.text)
      case .and(let parts), .or(let parts): rest += parts.reversed()
      case .not(let part): rest.append(part)
      case .any: break
      }
    }
    return found
  }
}
