import QuipuGraph

extension ReplCommand {
  static let find = ReplCommand(
    "find", arguments: "TEXT", summary: "entities by any of their names, misspelt too",
    details: """
      Upper and lower case, accents and punctuation make no difference. The numbers of the list can be given to ':show',
      ':neighbors' and ':path' in place of names.
      """,
    completes: .entity
  ) { (arguments, session) throws(ReplError) in
    let text = arguments.unquotedName
    guard !text.isEmpty else { throw ReplError(":find wants a name, or a part of one, as in ':find norway'") }
    let matches = session.entities.search(text)
    guard !matches.isEmpty else { return session.show("No entity is called anything like '\(text)'.") }
    session.listedNodes = matches.map(\.node)
    let words = GraphText(graph: session.graph, style: session.style)
    let digits = "\(matches.count)".count
    let lines = matches.enumerated().map { i, match in
      let number = "\(i + 1)"
      let alias = match.isAlias ? ", also '\(match.name)'" : ""
      let edges = counted(session.graph.degree(of: match.node), "edge")
      let gap = String(repeating: " ", count: digits - number.count)
      return "  \(gap)\(number)  \(words.described(match.node))\(alias), \(edges)\n"
    }
    session.show(lines.joined())
  }
}
