import QuipuGraph

/// Finds the node that a person means: a number of the last list, an id, a name.
extension ReplSession {
  /// Throws when there is none, or several; these are then the list that numbers refer to.
  func entity(_ text: String, allowsNumbers: Bool = true) throws(ReplError) -> NodeID {
    let text = text.unquotedName
    guard !text.isEmpty else { throw ReplError("the name of an entity is missing") }
    if allowsNumbers, let number = Int(text) { return try listed(number) }
    if let node = graph.node(withID: text) { return node }
    let matches = entities.search(text)
    let exact = matches.filter { $0.fit == .exact }
    let named = exact.filter { !$0.isAlias }
    if named.count == 1 { return named[0].node }
    let best = exact.isEmpty ? matches : exact
    guard let first = best.first else { throw ReplError("no entity is called anything like '\(text)'; try ':find'") }
    let isClear = best.count == 1 || (exact.isEmpty && best[0].fit <= .words && best[1].fit > .words)
    guard isClear else { throw ambiguity(text, best) }
    if first.fit != .exact { note("Taken for \(GraphText(graph: graph, style: style).described(first.node)).") }
    return first.node
  }

  private func listed(_ number: Int) throws(ReplError) -> NodeID {
    if listedNodes.isEmpty, let node = graph.node(withID: "\(number)") { return node }
    guard !listedNodes.isEmpty else { throw ReplError("there is no list of entities yet: ':find' makes one") }
    guard (1...listedNodes.count).contains(number), graph.contains(listedNodes[number - 1]) else {
      throw ReplError("the last list of entities goes from 1 to \(listedNodes.count)")
    }
    return listedNodes[number - 1]
  }

  private func ambiguity(_ text: String, _ matches: [EntityIndex.Match]) -> ReplError {
    listedNodes = matches.map(\.node)
    let plain = GraphText(graph: graph, style: TextStyle(isOn: false))
    let lines = matches.enumerated().map { "  \($0 + 1)  \(plain.described($1.node))" }
    return ReplError(
      "'\(text)' may mean several; give the number, or more of the name:\n" + lines.joined(separator: "\n"))
  }
}

extension String {
  /// Without white space at both ends and the quotes around it.
  var unquotedName: String {
    let text = trimmed
    for quote in ["\"", "'", "`"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      return String(text.dropFirst().dropLast())
    }
    return text
  }
}
