import QuipuGraph

@testable import QuipuQuery

// MATCH: every assignment of nodes and relationships to the pattern's elements, in which no relationship stands for two
// elements of the clause.
extension NaiveEvaluator {
  func match(_ clause: MatchClause, _ table: NaiveTable) throws(QueryError) -> NaiveTable {
    let new = clause.variables.filter { !table.columns.contains($0) }
    let columns = table.columns + new
    let elements = clause.patterns.flatMap { $0.elements(prefix: "") }
    let conditions = try NaiveConditions(clause, columns, self)
    var rows: [NaiveRow] = []
    for row in table.rows {
      var found: [NaiveRow] = []
      try assign(elements[...], NaiveAssignment(row: row)) { (assignment) throws(QueryError) in
        let full = assignment.row
        if try conditions.hold(full, assignment) { found.append(full) }
      }
      if clause.isOptional && found.isEmpty { found = [row.merging(new.map { ($0, Value.null) }) { $1 }] }
      rows += found
    }
    return NaiveTable(columns: columns, rows: rows)
  }

  private func assign(
    _ elements: ArraySlice<NaiveElement>, _ assignment: NaiveAssignment,
    _ body: (NaiveAssignment) throws(QueryError) -> Void
  ) throws(QueryError) {
    try tick()
    guard let element = elements.first else { return try body(assignment) }
    let rest = elements.dropFirst()
    switch element {
    case .start(let node):
      for id in Array(store.graph.nodes) {
        guard let next = assignment.beginning(node, at: id, store.graph) else { continue }
        try assign(rest, next, body)
      }
    case .edge(let edge, let node):
      guard let length = edge.length else {
        for (id, end) in steps(from: assignment.end, edge) where !assignment.used.contains(id) {
          guard let next = assignment.following(edge, .edge(id), [id], [end], node, store.graph) else { continue }
          try assign(rest, next, body)
        }
        return
      }
      try walk(edge, length, [], [], assignment) { (edges, nodes) throws(QueryError) in
        let list = Value.list(edges.map { .edge($0) })
        guard let next = assignment.following(edge, list, edges, nodes, node, store.graph) else { return }
        try assign(rest, next, body)
      }
    case .shortest(let edge, let node, let all):
      var walks: [(edges: [EdgeID], nodes: [NodeID])] = []
      let length = edge.length ?? .init(minimum: 1, maximum: 1, range: edge.range)
      // It may use relationships that other parts of the pattern use.
      var free = assignment
      free.used = []
      try walk(edge, length, [], [], free) { (edges, nodes) throws(QueryError) in
        let list = Value.list(edges.map { .edge($0) })
        guard assignment.following(edge, list, [], nodes, node, store.graph) != nil else { return }
        // From a node back to itself over undirected relationships: there is no such shortest path.
        if !edges.isEmpty, edge.direction == .either, nodes.last == assignment.end { return }
        walks.append((edges, nodes))
      }
      // One shortest walk for each pair of ends, or all of them.
      var best: [NodeID: Int] = [:]
      for walk in walks {
        let end = walk.nodes.last ?? assignment.end
        best[end] = min(best[end] ?? .max, walk.edges.count)
      }
      for walk in walks {
        let end = walk.nodes.last ?? assignment.end
        guard best[end] == walk.edges.count else { continue }
        if !all { best[end] = -1 }
        let list = Value.list(walk.edges.map { .edge($0) })
        guard let next = assignment.following(edge, list, [], walk.nodes, node, store.graph) else { continue }
        try assign(rest, next, body)
      }
    case .path(let name): try assign(rest, assignment.naming(name), body)
    }
  }

  /// Every walk of the length that uses no relationship twice and none of the clause's others.
  private func walk(
    _ edge: EdgePattern, _ length: EdgePattern.Length, _ edges: [EdgeID], _ nodes: [NodeID],
    _ assignment: NaiveAssignment, _ body: ([EdgeID], [NodeID]) throws(QueryError) -> Void
  ) throws(QueryError) {
    try tick()
    if edges.count >= length.minimum ?? 1 { try body(edges, nodes) }
    guard edges.count < length.maximum ?? .max else { return }
    for (id, end) in steps(from: nodes.last ?? assignment.end, edge) {
      guard !edges.contains(id), !assignment.used.contains(id) else { continue }
      guard try isFit(edge, id, assignment.row) else { continue }
      try walk(edge, length, edges + [id], nodes + [end], assignment, body)
    }
  }

  /// Relationships of a walk must have the properties and meet the predicate each.
  private func isFit(_ edge: EdgePattern, _ id: EdgeID, _ row: NaiveRow) throws(QueryError) -> Bool {
    let columns = Array(row.keys)
    if let properties = edge.properties {
      guard case .map(let map) = try NaiveScalar(properties, columns, self).value(row) else { return false }
      for entry in map.entries {
        let value = store.graph.property(entry.key, of: id).map { Value($0) } ?? .null
        guard Value.equal(value, entry.value) == true else { return false }
      }
    }
    guard let predicate = edge.predicate, let name = edge.variable?.text else { return true }
    return try NaiveScalar(predicate, columns + [name], self).holds(row.merging([name: .edge(id)]) { $1 })
  }

  /// The relationships of the pattern's types and direction at the node, and where they lead; loops once.
  private func steps(from node: NodeID, _ edge: EdgePattern) -> [(EdgeID, NodeID)] {
    var result: [(EdgeID, NodeID)] = []
    for id in store.graph.edges {
      let type = store.graph.type(of: id)
      if let types = edge.types, !types.naivelyHolds({ $0 == type }, any: true) { continue }
      let (source, target) = store.graph.endpoints(of: id)
      if source == node && edge.direction != .incoming {
        result.append((id, target))
      } else if target == node && edge.direction != .outgoing {
        result.append((id, source))
      }
    }
    return result
  }
}

/// One part of a pattern, in the order written.
enum NaiveElement {
  case start(NodePattern)
  case edge(EdgePattern, NodePattern)
  case shortest(EdgePattern, NodePattern, all: Bool)
  case path(String?)
}

/// What the elements so far stand for.
struct NaiveAssignment {
  var row: NaiveRow
  var used: Set<EdgeID> = []
  /// Of the current part.
  var path = PathValue(nodes: [], edges: [])
  /// Everything assigned, named or not, in the order of the elements.
  var values: [Value] = []

  var end: NodeID { path.nodes[path.nodes.count - 1] }

  func beginning(_ node: NodePattern, at id: NodeID, _ graph: PropertyGraph) -> NaiveAssignment? {
    var next = self
    next.path = PathValue(nodes: [id], edges: [])
    return next.bind(node, id, graph) ? next : nil
  }

  func following(
    _ edge: EdgePattern, _ value: Value, _ using: [EdgeID], _ nodes: [NodeID], _ node: NodePattern,
    _ graph: PropertyGraph
  ) -> NaiveAssignment? {
    var next = self
    if let name = edge.variable?.text {
      if let known = row[name], known != value { return nil }
      next.row[name] = value
    }
    next.values.append(value)
    next.used.formUnion(using)
    next.path.nodes += nodes
    switch value {
    case .edge(let id): next.path.edges.append(id)
    case .list(let list): for case .edge(let id) in list { next.path.edges.append(id) }
    default: break
    }
    return next.bind(node, next.end, graph) ? next : nil
  }

  func naming(_ name: String?) -> NaiveAssignment {
    var next = self
    if let name { next.row[name] = .path(path) }
    return next
  }

  private mutating func bind(_ node: NodePattern, _ id: NodeID, _ graph: PropertyGraph) -> Bool {
    values.append(.node(id))
    if let labels = node.labels {
      let own = graph.labels(of: id)
      guard labels.naivelyHolds({ own.contains($0) }, any: !own.isEmpty) else { return false }
    }
    guard let name = node.variable?.text else { return true }
    if let known = row[name], known != .node(id) { return false }
    row[name] = .node(id)
    return true
  }
}

/// WHERE, and what stands inside the pattern's elements.
struct NaiveConditions {
  /// Which of the assignment's values must have these properties.
  private var properties: [(position: Int, map: NaiveScalar)] = []
  private var predicates: [NaiveScalar] = []

  init(_ clause: MatchClause, _ columns: [String], _ evaluator: NaiveEvaluator) throws(QueryError) {
    var position = 0
    for element in clause.patterns.flatMap({ $0.elements(prefix: "") }) {
      var parts: [(Expression?, Expression?)] = []
      switch element {
      case .start(let node): parts = [(node.properties, node.predicate)]
      case .edge(let edge, let node):
        parts = [
          edge.length == nil ? (edge.properties, edge.predicate) : (nil, nil), (node.properties, node.predicate),
        ]
      case .shortest(_, let node, _): parts = [(nil, nil), (node.properties, node.predicate)]
      case .path: break
      }
      for (map, predicate) in parts {
        if let map { properties.append((position, try NaiveScalar(map, columns, evaluator))) }
        if let predicate { predicates.append(try NaiveScalar(predicate, columns, evaluator)) }
        position += 1
      }
    }
    if let predicate = clause.predicate { predicates.append(try NaiveScalar(predicate, columns, evaluator)) }
    graph = evaluator.store
  }

  private let graph: GraphStore

  func hold(_ row: NaiveRow, _ assignment: NaiveAssignment) throws(QueryError) -> Bool {
    for (position, map) in properties {
      guard case .map(let wanted) = try map.value(row) else { return false }
      for entry in wanted.entries {
        let value: Value
        switch assignment.values[position] {
        case .node(let id): value = graph.graph.property(entry.key, of: id).map { Value($0) } ?? .null
        case .edge(let id): value = graph.graph.property(entry.key, of: id).map { Value($0) } ?? .null
        default: value = .null
        }
        guard Value.equal(value, entry.value) == true else { return false }
      }
    }
    for predicate in predicates { guard try predicate.holds(row) else { return false } }
    return true
  }
}

extension PatternPart {
  func elements(prefix: String) -> [NaiveElement] {
    var result: [NaiveElement] = [.start(element.nodes[0])]
    for (edge, node) in zip(element.edges, element.nodes.dropFirst()) {
      result.append(selector == .all ? .edge(edge, node) : .shortest(edge, node, all: selector == .allShortest))
    }
    return result + [.path(variable?.text)]
  }
}

extension MatchClause {
  /// Named variables in the order of their first occurrence.
  var variables: [String] {
    var names: [String] = []
    for part in patterns {
      let all =
        part.element.nodes.map(\.variable) + part.element.edges.map(\.variable) + [part.variable]
      for name in all.compactMap({ $0?.text }) where !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension LabelExpression {
  fileprivate func naivelyHolds(_ has: (String) -> Bool, any: Bool) -> Bool {
    switch self {
    case .name(let name): has(name.text)
    case .and(let parts): parts.allSatisfy { $0.naivelyHolds(has, any: any) }
    case .or(let parts): parts.contains { $0.naivelyHolds(has, any: any) }
    case .not(let part): !part.naivelyHolds(has, any: any)
    case .any: any
    }
  }
}
