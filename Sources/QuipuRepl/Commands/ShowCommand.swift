import QuipuGraph

extension ReplCommand {
  static let show = ReplCommand(
    "show", arguments: "ENTITY", summary: "all about one entity; ENTITY is a name, an id or a number of ':find'",
    details: "The numbers in brackets before its edges can be given to ':why'.", completes: .entity
  ) { (arguments, session) throws(ReplError) in
    guard !arguments.isEmpty else { throw ReplError(":show wants an entity, as in ':show Norway' or ':show 1'") }
    let node = try session.entity(arguments)
    session.listedEdges = []
    session.show(session.card(of: node))
  }
}

extension ReplSession {
  /// Names, labels, properties, edges grouped by type; the edges become the list that `:why` takes numbers of.
  func card(of node: NodeID) -> String {
    let words = GraphText(graph: graph, style: style)
    var text = style.bold(words.name(node)) + "  " + style.dim(graph.id(of: node)) + "\n"
    let primary = words.primaryClass(node)
    let labels = [primary].compactMap { $0 } + graph.labels(of: node).filter { $0 != primary }
    if !labels.isEmpty { text += "  " + labels.map { style.label(":" + $0) }.joined() + "\n" }
    let names = EntityIndex.names(of: node, in: graph).dropFirst().map(\.name)
    if !names.isEmpty { text += "  also called  \(names.joined(separator: "; "))\n" }
    let shown: Set<String> = ["name", "aliases", "class"]
    let properties = graph.properties(of: node).filter { !shown.contains($0.key) }
    let width = properties.map { $0.key.count }.max() ?? 0
    for (key, value) in properties { text += "  \(key.padded(width))  \(GraphText.text(value))\n" }
    return text + edgeGroups(of: node, words)
  }

  private func edgeGroups(of node: NodeID, _ words: GraphText) -> String {
    let outgoing = Array(graph.outgoing(node))
    let incoming = graph.incoming(node).filter { graph.source(of: $0) != node }
    guard !(outgoing.isEmpty && incoming.isEmpty) else { return "  no edges\n" }
    return group(outgoing, outgoing: true, words) + group(incoming, outgoing: false, words)
  }

  /// Edges of one direction, by type, of a type in the order of the other end's name.
  private func group(_ edges: [EdgeID], outgoing: Bool, _ words: GraphText) -> String {
    var byType: [String: [EdgeID]] = [:]
    for edge in edges { byType[graph.type(of: edge), default: []].append(edge) }
    var text = ""
    for type in byType.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let all = byType[type] ?? []
      text += "  " + (outgoing ? "─\(style.type(type))→" : "←\(style.type(type))─") + "\n"
      for edge in all.prefix(ReplSession.edgeLimit) {
        listedEdges.append(edge)
        let other = outgoing ? graph.target(of: edge) : graph.source(of: edge)
        let remarks = words.remarks(edge)
        text += "    [\(listedEdges.count)] \(words.described(other))"
        text += (remarks.isEmpty ? "" : "  " + style.dim(remarks)) + "\n"
      }
      if all.count > ReplSession.edgeLimit { text += "    … and \(all.count - ReplSession.edgeLimit) more\n" }
    }
    return text
  }

  /// Edges of one type that are shown of one entity.
  static let edgeLimit = 50
}
