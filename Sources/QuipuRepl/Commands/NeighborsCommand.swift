import QuipuGraph

extension ReplCommand {
  static let neighbors = ReplCommand(
    "neighbors", arguments: "ENTITY [DEPTH]", summary: "what it is joined to, as a tree; depth 1 to 5",
    details: "Each entity stands once, where it is nearest. The numbers can be given to ':why'.", completes: .entity
  ) { (arguments, session) throws(ReplError) in
    guard !arguments.isEmpty else { throw ReplError(":neighbors wants an entity, as in ':neighbors Norway 2'") }
    let (name, depth) = try session.nameAndDepth(arguments)
    let node = try session.entity(name)
    session.listedEdges = []
    session.show(NeighborTree(session: session, depth: depth).rendered(from: node))
  }
}

extension ReplSession {
  /// `Apollo 11` is a name when something is called so; else a last number is the depth.
  fileprivate func nameAndDepth(_ text: String) throws(ReplError) -> (String, Int) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let last = words.last, let depth = Int(last) else { return (text, 1) }
    if entities.search(text).first?.fit == .exact { return (text, 1) }
    guard (1...5).contains(depth) else { throw ReplError("the depth goes from 1 to 5, not \(depth)") }
    return (String(text.dropLast(last.count)).trimmed, depth)
  }
}

/// Breadth first, so that every entity stands at its nearest; bounded in lines.
private struct NeighborTree {
  private struct Branch {
    var edge: EdgeID
    var node: NodeID
  }

  let session: ReplSession
  let depth: Int
  private let limit = 200

  init(session: ReplSession, depth: Int) {
    self.session = session
    self.depth = depth
  }

  func rendered(from root: NodeID) -> String {
    let words = GraphText(graph: session.graph, style: session.style)
    let (branches, isCut) = branches(from: root)
    var text = words.described(root) + "\n"
    if branches.isEmpty { text += "  no edges\n" }
    var stack = (branches[root] ?? []).reversed().map { ($0, 1) }
    while let (branch, level) = stack.popLast() {
      session.listedEdges.append(branch.edge)
      text += String(repeating: "  ", count: level) + line(branch, words) + "\n"
      for next in (branches[branch.node] ?? []).reversed() { stack.append((next, level + 1)) }
    }
    if isCut { text += "  … the first \(limit) are shown\n" }
    return text
  }

  private func line(_ branch: Branch, _ words: GraphText) -> String {
    let graph = session.graph
    let type = words.style.type(graph.type(of: branch.edge))
    let arrow = graph.target(of: branch.edge) == branch.node ? "─\(type)→" : "←\(type)─"
    return "[\(session.listedEdges.count)] \(arrow) \(words.described(branch.node))"
  }

  /// What hangs below each node, in the order of edges; and whether there was more than the limit.
  private func branches(from root: NodeID) -> ([NodeID: [Branch]], isCut: Bool) {
    let graph = session.graph
    var seen: Set<NodeID> = [root]
    var branches: [NodeID: [Branch]] = [:]
    var level = [root]
    var count = 0
    for _ in 0..<depth {
      var next: [NodeID] = []
      for node in level {
        for edge in Array(graph.outgoing(node)) + Array(graph.incoming(node)) {
          let other = graph.source(of: edge) == node ? graph.target(of: edge) : graph.source(of: edge)
          guard seen.insert(other).inserted else { continue }
          if count == limit { return (branches, true) }
          count += 1
          branches[node, default: []].append(Branch(edge: edge, node: other))
          next.append(other)
        }
      }
      level = next
    }
    return (branches, false)
  }
}
