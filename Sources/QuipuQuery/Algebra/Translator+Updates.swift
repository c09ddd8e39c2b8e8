import QuipuCore

// CREATE, MERGE, SET and REMOVE
extension Translator {
  mutating func translate(_ clause: CreateClause) throws(QueryError) {
    var pattern = CreatePattern(scope: scope, live: [])
    for part in clause.patterns { try add(part, to: &pattern) }
    pattern.scope = scope
    pattern.live = scope.liveSlots
    steps.append(.create(pattern))
  }

  /// Adds a part's new nodes and edges, and declares their variables.
  private mutating func add(_ part: PatternPart, to pattern: inout CreatePattern) throws(QueryError) {
    var nodes: [Int] = []
    for node in part.element.nodes {
      if let name = node.variable?.text, let slot = scope.slot(of: name) {
        nodes.append(slot)
        continue
      }
      let slot = declare(node.variable)
      pattern.elements.append(
        .node(.init(slot: slot, labels: try names(node.labels, at: node.range), properties: node.properties)))
      nodes.append(slot)
    }
    var edges: [Int] = []
    for (i, edge) in part.element.edges.enumerated() {
      let slot = declare(edge.variable)
      let isReversed = edge.direction == .incoming
      pattern.elements.append(
        .edge(
          .init(
            slot: slot, from: nodes[isReversed ? i + 1 : i], to: nodes[isReversed ? i : i + 1],
            type: try type(of: edge), properties: edge.properties, range: edge.range)))
      edges.append(slot)
    }
    if let variable = part.variable {
      let slot = scope.declare(variable.text)
      pattern.elements.append(.path(PathSlots(slot: slot, start: nodes[0], edges: edges)))
    }
  }

  private mutating func declare(_ name: Name?) -> Int {
    if let name { return scope.declare(name.text) }
    return allocator.next("\u{0}new\(allocator.count)")
  }

  private func names(_ labels: LabelExpression?, at range: ByteRange) throws(QueryError) -> [String] {
    guard let labels else { return [] }
    guard let names = labels.conjunction else {
      throw .syntax("UnexpectedSyntax", "a node can only be created with plain labels, as in :A:B", at: range)
    }
    return names.map(\.text)
  }

  private func type(of edge: EdgePattern) throws(QueryError) -> String {
    guard let names = edge.types?.alternatives, names.count == 1 else {
      throw .syntax(
        "NoSingleRelationshipType", "a relationship is created with exactly one type, as in [:TYPE]", at: edge.range)
    }
    return names[0].text
  }

  mutating func translate(_ clause: MergeClause) throws(QueryError) {
    let before = scope
    let pattern = try graph(of: [clause.pattern], where: nil)
    var creation = CreatePattern(scope: pattern.scope, live: [])
    for (node, written) in zip(written(pattern, clause.pattern), clause.pattern.element.nodes) where !node.isBound {
      let labels = try names(written.labels, at: written.range)
      guard !creation.ownSlots.contains(node.slot) else { continue }
      creation.elements.append(.node(.init(slot: node.slot, labels: labels, properties: written.properties)))
    }
    for (edge, written) in zip(pattern.edges, clause.pattern.element.edges) {
      let (from, to) = (pattern.nodes[edge.from].slot, pattern.nodes[edge.to].slot)
      let isReversed = written.direction == .incoming
      creation.elements.append(
        .edge(
          .init(
            slot: edge.slot, from: isReversed ? to : from, to: isReversed ? from : to, type: try type(of: written),
            properties: written.properties, range: written.range)))
    }
    for path in pattern.paths {
      creation.elements.append(
        .path(
          PathSlots(
            slot: path.slot, start: pattern.nodes[path.nodes[0]].slot,
            edges: path.edges.map { pattern.edges[$0].slot })))
    }
    let own = Set(pattern.scope.slots.values).subtracting(before.slots.values)
    steps.append(
      .merge(
        Merging(
          pattern: pattern, creation: creation, onCreate: updates(clause.actions, .create),
          onMatch: updates(clause.actions, .match), scope: scope, live: before.liveSlots, found: own.sorted(),
          range: clause.range)))
  }

  /// The graph's nodes in the order in which the pattern writes them, one for each occurrence.
  private func written(_ graph: PatternGraph, _ part: PatternPart) -> [PatternNode] {
    guard !graph.edges.isEmpty else { return graph.nodes }
    return [graph.nodes[graph.edges[0].from]] + graph.edges.map { graph.nodes[$0.to] }
  }

  private func updates(_ actions: [MergeAction], _ event: MergeAction.Event) -> [Update] {
    actions.filter { $0.event == event }.flatMap { updates($0.items) }
  }

  func updates(_ items: [SetItem]) -> [Update] {
    items.map { item in
      switch item {
      case .property(let base, let key, let value): .setProperty(of: base, key: key.text, value: value)
      case .replace(let name, let value): .replaceProperties(variable(name), value)
      case .merge(let name, let value): .mergeProperties(variable(name), value)
      case .labels(let name, let labels): .addLabels(variable(name), labels.map(\.text))
      }
    }
  }

  func updates(_ items: [RemoveItem]) -> [Update] {
    items.map { item in
      switch item {
      case .property(let base, let key): .removeProperty(of: base, key: key.text)
      case .labels(let name, let labels): .removeLabels(variable(name), labels.map(\.text))
      }
    }
  }

  private func variable(_ name: Name) -> Expression { Expression(.variable(name.text), name.range) }
}
