import QuipuCore

// MATCH
extension Translator {
  /// The pattern's graph; its variables that a person named join the scope.
  mutating func graph(of parts: [PatternPart], where predicate: Expression?) throws(QueryError) -> PatternGraph {
    var builder = PatternGraphBuilder(outer: scope)
    for part in parts { builder.add(part) }
    if let predicate { builder.require(predicate) }
    for name in builder.graph.scope.names {
      if let slot = builder.graph.scope.slot(of: name) { scope.bind(name, to: slot) }
    }
    return builder.graph
  }
}

/// Gathers the parts of one pattern.
struct PatternGraphBuilder {
  /// What was bound before the pattern.
  let outer: Scope
  var graph: PatternGraph
  private var nodePositions: [Int: Int] = [:]
  /// Expressions whose slots are looked up once all variables are declared.
  private var pending: [Expression] = []

  init(outer: Scope) {
    self.outer = outer
    graph = PatternGraph(scope: outer)
  }

  mutating func add(_ part: PatternPart) {
    var nodes: [Int] = []
    for node in part.element.nodes { nodes.append(add(node)) }
    var edges: [Int] = []
    for (i, edge) in part.element.edges.enumerated() {
      add(edge, from: nodes[i], to: nodes[i + 1], part.selector)
      edges.append(graph.edges.count - 1)
    }
    if let variable = part.variable {
      let slot = graph.scope.declare(variable.text)
      graph.paths.append(PatternPath(slot: slot, name: variable.text, nodes: nodes, edges: edges))
    }
    refreshPredicates()
  }

  mutating func require(_ predicate: Expression) {
    pending.append(contentsOf: predicate.conjuncts)
    refreshPredicates()
  }

  /// A predicate waits for every variable of the pattern that it mentions; names are resolved when all are declared.
  private mutating func refreshPredicates() {
    let own = Set(graph.scope.slots.values).subtracting(outer.slots.values)
    graph.predicates = pending.map { expression in
      let slots = expression.mentionedNames.compactMap { graph.scope.slot(of: $0) }
      return Predicate(expression: expression, slots: Set(slots).intersection(own))
    }
  }

  private mutating func add(_ node: NodePattern) -> Int {
    let name = node.variable?.text ?? internalName("n\(graph.nodes.count)")
    let position: Int
    if let slot = graph.scope.slot(of: name), let known = nodePositions[slot] {
      position = known
      if let labels = node.labels {
        graph.nodes[known].labels = graph.nodes[known].labels.map { .and([$0, labels]) } ?? labels
      }
    } else {
      let bound = outer.slot(of: name)
      let slot = bound ?? graph.scope.declare(name)
      position = graph.nodes.count
      nodePositions[slot] = position
      graph.nodes.append(PatternNode(slot: slot, name: name, labels: node.labels, isBound: bound != nil))
    }
    addProperties(node.properties, of: name)
    if let predicate = node.predicate { pending.append(contentsOf: predicate.conjuncts) }
    return position
  }

  private mutating func add(_ edge: EdgePattern, from: Int, to: Int, _ selector: PatternPart.Selector) {
    let name = edge.variable?.text ?? internalName("e\(graph.edges.count)")
    let bound = outer.slot(of: name)
    let slot = bound ?? graph.scope.declare(name)
    var new = PatternEdge(
      slot: slot, name: name, from: from, to: to, direction: edge.direction, types: edge.types, length: edge.length,
      isBound: bound != nil, selector: selector)
    if edge.length == nil && selector == .all {
      addProperties(edge.properties, of: name)
      if let predicate = edge.predicate { pending.append(contentsOf: predicate.conjuncts) }
    } else {
      new.properties = edge.properties
      new.stepPredicate = edge.predicate
      if edge.predicate != nil { new.stepSlot = graph.scope.allocator.next(internalName("step")) }
    }
    graph.edges.append(new)
  }

  /// `{key: value}` as `name.key = value`.
  private mutating func addProperties(_ properties: Expression?, of name: String) {
    guard let properties, case .map(let entries) = properties.kind else { return }
    for entry in entries {
      let variable = Expression(.variable(name), entry.key.range)
      let property = Expression(.property(variable, entry.key), entry.key.range)
      pending.append(Expression(.comparison([property, entry.value], [.equal]), entry.key.range))
    }
  }

  private func internalName(_ name: String) -> String { "\u{0}\(name)_\(graph.scope.allocator.count)" }
}

extension Expression {
  /// The parts of a conjunction, or the expression itself.
  var conjuncts: [Expression] {
    if case .and(let parts) = kind { return parts.flatMap(\.conjuncts) }
    return [self]
  }
}
