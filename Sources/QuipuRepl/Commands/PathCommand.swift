import QuipuGraph

extension ReplCommand {
  static let path = ReplCommand(
    "path", arguments: "A -> B", summary: "the shortest chain of edges between two entities",
    details: "Edges are walked in both directions; the arrows show theirs. The numbers can be given to ':why'.",
    completes: .entity
  ) { (arguments, session) throws(ReplError) in
    guard let (from, to) = splitAtArrow(arguments) else {
      throw ReplError(":path wants two entities with an arrow between, as in ':path Norway -> Chile'")
    }
    let start = try session.entity(from)
    let end = try session.entity(to)
    session.listedEdges = []
    let words = GraphText(graph: session.graph, style: session.style)
    guard start != end else { return session.show("Both are \(words.described(start)).") }
    guard let edges = ShortestPath(graph: session.graph).edges(from: start, to: end) else {
      return session.show("No chain of edges joins \(words.described(start)) and \(words.described(end)).")
    }
    session.listedEdges = edges
    session.show(chain(edges, from: start, words))
  }

  /// `A -> B` and `A → B`; nil when a side is missing.
  static func splitAtArrow(_ text: String) -> (String, String)? {
    for arrow in [" -> ", "->", "→"] {
      guard let range = text.firstRange(of: arrow) else { continue }
      let (a, b) = (String(text[..<range.lowerBound]).trimmed, String(text[range.upperBound...]).trimmed)
      return a.isEmpty || b.isEmpty ? nil : (a, b)
    }
    return nil
  }

  private static func chain(_ edges: [EdgeID], from start: NodeID, _ words: GraphText) -> String {
    var text = words.described(start) + "\n"
    var node = start
    for (i, edge) in edges.enumerated() {
      let isForward = words.graph.source(of: edge) == node
      node = isForward ? words.graph.target(of: edge) : words.graph.source(of: edge)
      let type = words.style.type(words.graph.type(of: edge))
      text += "  [\(i + 1)] \(isForward ? "─\(type)→" : "←\(type)─") \(words.described(node))\n"
    }
    return text
  }
}
