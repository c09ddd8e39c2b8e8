import QuipuGraph

extension ReplCommand {
  static let why = ReplCommand(
    "why", arguments: "EDGE", summary: "the evidence: sentences, documents, who says so, how sure",
    details: """
      EDGE is a number of the last list of edges (':show', ':neighbors', ':path', or a query's result with relationships),
      an edge's id, or its ends by name: ':why A -> B' or ':why A -[TYPE]-> B'. Graphs that 'quipu build' made keep the
      sentences; for those that keep a part only, ':set documents PATH' names the files that they were built from.
      """,
    completes: .entity
  ) { (arguments, session) throws(ReplError) in
    guard !arguments.isEmpty else { throw ReplError(":why wants an edge, as in ':why 1' after ':show Norway'") }
    let edges = try session.edges(arguments)
    for (i, edge) in edges.enumerated() {
      session.show((i > 0 ? "\n" : "") + EvidenceReport(session: session).rendered(edge))
    }
  }
}

extension ReplSession {
  /// The edges that a person means.
  fileprivate func edges(_ text: String) throws(ReplError) -> [EdgeID] {
    if let number = Int(text.trimmed) ?? Int(text.trimmed.trimmingBrackets) { return [try listedEdge(number)] }
    if let edge = graph.edge(withID: text.trimmed) { return [edge] }
    guard let ends = EdgeByNames(text) else {
      throw ReplError(
        "there is no edge '\(text)': give a number of the last list, an id, or its ends as in ':why A -> B'")
    }
    let (from, to) = (try entity(ends.source), try entity(ends.target))
    return try edges(between: from, and: to, type: ends.type)
  }

  private func listedEdge(_ number: Int) throws(ReplError) -> EdgeID {
    guard !listedEdges.isEmpty else {
      throw ReplError("there is no list of edges yet: ':show ENTITY', ':path A -> B' or a query makes one")
    }
    guard (1...listedEdges.count).contains(number), graph.contains(listedEdges[number - 1]) else {
      throw ReplError("the last list of edges goes from 1 to \(listedEdges.count)")
    }
    return listedEdges[number - 1]
  }

  private func edges(between from: NodeID, and to: NodeID, type: String?) throws(ReplError) -> [EdgeID] {
    let words = GraphText(graph: graph, style: TextStyle(isOn: false))
    let fits = { (edge: EdgeID) in type.map { self.graph.type(of: edge).lowercased() == $0.lowercased() } ?? true }
    let all = graph.outgoing(from).filter { graph.target(of: $0) == to }
    let found = all.filter(fits)
    if !found.isEmpty { return found }
    let back = graph.outgoing(to).filter { graph.target(of: $0) == from }.filter(fits)
    if !back.isEmpty {
      note("The edge goes the other way.")
      return back
    }
    let others = Set(all.map { graph.type(of: $0) }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    throw ReplError(
      "no edge\(type.map { " \($0)" } ?? "") leads from \(words.name(from)) to \(words.name(to))"
        + (others.isEmpty ? "; ':path' finds longer ways" : ", only \(others.joined(separator: ", "))"))
  }
}

/// `A -> B`, `A -[TYPE]-> B`.
private struct EdgeByNames {
  var source: String
  var target: String
  var type: String?

  init?(_ text: String) {
    if let open = text.firstRange(of: "-["), let close = text[open.upperBound...].firstRange(of: "]-") {
      (source, type) = (String(text[..<open.lowerBound]), String(text[open.upperBound..<close.lowerBound]).trimmed)
      target = String(text[close.upperBound...].drop { $0 == ">" || $0 == "-" })
      if let name = type, name.hasPrefix(":") { type = String(name.dropFirst()) }
    } else if let (a, b) = ReplCommand.splitAtArrow(text) {
      (source, target) = (a, b)
    } else {
      return nil
    }
    if source.isBlank || target.isBlank { return nil }
  }
}

extension String {
  /// `[3]` as it is shown, without its brackets.
  fileprivate var trimmingBrackets: String { hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self }
}
