import QuipuGraph

/// From a node along every walk of a pattern's length that repeats no relationship, depth first.
final class WalkOperator: PipeOperator {
  private let walk: WalkExpansion
  private let step: WalkStep
  private let labels: LabelTest?
  private var levels: [Level] = []
  private var edges: [EdgeID] = []

  /// The relationships at one node of the walk, and how far they have been tried.
  private struct Level {
    var ends: [(edge: EdgeID, node: NodeID)] = []
    var position = 0
  }

  init(_ walk: WalkExpansion, step: WalkStep, next: RowOperator) {
    self.walk = walk
    self.step = step
    labels = walk.base.labels.map(LabelTest.init)
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard case .node(let from) = frame.slots[walk.base.from] else { return true }
    var target: NodeID?
    if walk.base.isInto {
      guard case .node(let node) = frame.slots[walk.base.to] else { return true }
      target = node
    }
    if walk.isBound { return try follow(from, target, frame) }
    try step.prepare(frame)
    edges.removeAll(keepingCapacity: true)
    if walk.minimum == 0, try !emit(from, target, frame) { return false }
    guard (walk.maximum ?? .max) > 0 else { return true }
    var depth = 0
    try enter(from, depth, frame)
    while depth >= 0 {
      guard levels[depth].position < levels[depth].ends.count else {
        depth -= 1
        if !edges.isEmpty { edges.removeLast() }
        continue
      }
      let (edge, node) = levels[depth].ends[levels[depth].position]
      levels[depth].position += 1
      if edges.contains(edge) { continue }
      edges.append(edge)
      if edges.count >= walk.minimum, try !emit(node, target, frame) { return false }
      if edges.count < walk.maximum ?? .max {
        depth += 1
        try enter(node, depth, frame)
      } else {
        edges.removeLast()
      }
    }
    return true
  }

  /// Gathers the relationships that may come next.
  private func enter(_ node: NodeID, _ depth: Int, _ frame: Frame) throws(QueryError) {
    if levels.count <= depth { levels.append(Level()) }
    levels[depth].position = 0
    levels[depth].ends.removeAll(keepingCapacity: true)
    let rivals = walk.base.distinctFrom
    _ = try step.forEach(node, frame) { (edge, end) throws(QueryError) -> Bool in
      if rivals.isEmpty || !frame.holds(edge, in: rivals) { levels[depth].ends.append((edge, end)) }
      return true
    }
  }

  private func emit(_ node: NodeID, _ target: NodeID?, _ frame: Frame) throws(QueryError) -> Bool {
    if let target, node != target { return true }
    if let labels, !labels.test(node, frame.context.store) { return true }
    if walk.needsEdges {
      let list = walk.isReversed ? edges.reversed().map { Value.edge($0) } : edges.map { Value.edge($0) }
      frame.slots[walk.base.edge] = .list(list)
    }
    if target == nil { frame.slots[walk.base.to] = .node(node) }
    return try next.push(frame)
  }

  /// The list of relationships is given: walks along it.
  private func follow(_ from: NodeID, _ target: NodeID?, _ frame: Frame) throws(QueryError) -> Bool {
    guard case .list(let elements) = frame.slots[walk.base.edge] else { return true }
    let count = elements.count
    guard count >= walk.minimum, count <= walk.maximum ?? .max else { return true }
    try step.prepare(frame)
    var node = from
    for element in walk.isReversed ? elements.reversed() : elements {
      guard case .edge(let edge) = element, !frame.holds(edge, in: walk.base.distinctFrom),
        let end = try step.end(of: edge, from: node, frame)
      else { return true }
      node = end
    }
    if let target, node != target { return true }
    if let labels, !labels.test(node, frame.context.store) { return true }
    if target == nil { frame.slots[walk.base.to] = .node(node) }
    return try next.push(frame)
  }
}

/// What each single relationship of a walk must be.
final class WalkStep {
  let neighbourhood: Neighbourhood
  private let direction: EdgePattern.Direction
  private let properties: CompiledExpression?
  private let predicate: CompiledExpression?
  private let slot: Int?
  private var required = ValueMap()

  init(
    _ walk: WalkExpansion, usesRows: Bool, properties: CompiledExpression?, predicate: CompiledExpression?
  ) {
    neighbourhood = Neighbourhood(types: walk.base.types, direction: walk.base.direction, usesRows: usesRows)
    direction = walk.base.direction
    self.properties = properties
    self.predicate = predicate
    slot = walk.stepSlot
  }

  /// Computes what the properties must equal, once a row.
  func prepare(_ frame: Frame) throws(QueryError) {
    guard let properties else { return }
    guard case .map(let map) = try properties.evaluate(frame) else {
      throw QueryError(.type, .runtime, "InvalidArgumentType", "expected a map of properties", at: properties.range)
    }
    required = map
  }

  /// The relationships from the node that may be part of the walk.
  @inline(__always)
  func forEach(
    _ node: NodeID, _ frame: Frame, _ body: (EdgeID, NodeID) throws(QueryError) -> Bool
  ) throws(QueryError) -> Bool {
    let isPlain = properties == nil && predicate == nil
    let control = frame.context.control
    return try neighbourhood.forEach(node, frame.context.store) { (edge, end) throws(QueryError) -> Bool in
      try control.tick()
      if !isPlain, try !isFit(edge, frame) { return true }
      return try body(edge, end)
    }
  }

  private func isFit(_ edge: EdgeID, _ frame: Frame) throws(QueryError) -> Bool {
    for entry in required.entries {
      let value = frame.context.store.graph.property(entry.key, of: edge).map { Value($0) } ?? .null
      guard Value.equal(value, entry.value) == true else { return false }
    }
    guard let predicate, let slot else { return true }
    frame.slots[slot] = .edge(edge)
    return try predicate.test(frame) == true
  }

  /// Where the relationship leads from the node; nil when it does not lead on from there.
  func end(of edge: EdgeID, from node: NodeID, _ frame: Frame) throws(QueryError) -> NodeID? {
    let store = frame.context.store
    neighbourhood.prepare(store)
    guard store.graph.contains(edge), neighbourhood.includes(edge, store), try isFit(edge, frame) else {
      return nil
    }
    let (source, target) = store.graph.endpoints(of: edge)
    if source == node && direction != .incoming { return target }
    if target == node && direction != .outgoing { return source }
    return nil
  }
}
