/// Shows an ontology as text: both forests indented, relations with their domain and range.
public struct OntologyPrinter: Sendable {
  public let ontology: Ontology
  /// Whether each line carries the comment.
  public var showsComments: Bool

  public init(_ ontology: Ontology, showsComments: Bool = false) {
    self.ontology = ontology
    self.showsComments = showsComments
  }

  /// Two blanks a level; children in the order of declaration; ends with a newline.
  public func show() -> String {
    var out = "Classes (\(ontology.classes.count))\n"
    let classParents = ontology.classes.map { $0.parent.map { Int($0.rawValue) } }
    walk(classParents) { i, depth in
      let c = ontology.classes[i]
      out += line(c.name, depth, c.comment)
    }
    out += "\nRelations (\(ontology.relations.count))\n"
    let relationParents = ontology.relations.map { $0.parent.map { Int($0.rawValue) } }
    walk(relationParents) { i, depth in
      let r = ontology.relations[i]
      var text = "\(r.name): \(names(r.domain)) → \(names(r.range))"
      if r.isSymmetric { text += ", symmetric" }
      if let inverse = r.inverse { text += ", inverse \(ontology[inverse].name)" }
      out += line(text, depth, r.comment)
    }
    return out
  }

  private func line(_ text: String, _ depth: Int, _ comment: String) -> String {
    let start = String(repeating: "  ", count: depth + 1) + text
    return showsComments && !comment.isEmpty ? "\(start) — \(comment)\n" : start + "\n"
  }

  private func names(_ classes: [ClassID]) -> String {
    classes.isEmpty ? "any" : classes.map { ontology[$0].name }.joined(separator: " or ")
  }

  private func walk(_ parents: [Int?], _ visit: (_ node: Int, _ depth: Int) -> Void) {
    var children: [[Int]] = Array(repeating: [], count: parents.count)
    for (i, parent) in parents.enumerated() { if let parent { children[parent].append(i) } }
    var stack: [(node: Int, depth: Int)] = []
    for root in parents.indices.reversed() where parents[root] == nil { stack.append((root, 0)) }
    while let (node, depth) = stack.popLast() {
      visit(node, depth)
      for child in children[node].reversed() { stack.append((child, depth + 1)) }
    }
  }
}
