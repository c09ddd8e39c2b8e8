import QuipuGraph

/// From a node along each relationship to the node at its other end.
final class ExpandOperator: PipeOperator {
  private let expansion: Expansion
  private let neighbourhood: Neighbourhood
  private let labels: LabelTest?

  init(_ expansion: Expansion, usesRows: Bool, next: RowOperator) {
    self.expansion = expansion
    neighbourhood = Neighbourhood(types: expansion.types, direction: expansion.direction, usesRows: usesRows)
    labels = expansion.labels.map(LabelTest.init)
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard case .node(let from) = frame.slots[expansion.from] else { return true }
    let context = frame.context
    let store = context.store
    var target: NodeID?
    if expansion.isInto {
      guard case .node(let node) = frame.slots[expansion.to] else { return true }
      target = node
    }
    let (edgeSlot, toSlot, rivals) = (expansion.edge, expansion.to, expansion.distinctFrom)
    let needsEdge = expansion.needsEdge
    let (control, slots) = (context.control, frame.slots)
    return try neighbourhood.forEach(from, store) { (edge, node) throws(QueryError) -> Bool in
      try control.tick()
      if let target, node != target { return true }
      if !rivals.isEmpty && frame.holds(edge, in: rivals) { return true }
      if let labels, !labels.test(node, store) { return true }
      if needsEdge { slots[edgeSlot] = .edge(edge) }
      if target == nil { slots[toSlot] = .node(node) }
      return try next.push(frame)
    }
  }
}

extension Frame {
  /// Whether one of the slots holds the edge, alone or in a list.
  func holds(_ edge: EdgeID, in slots: [Int]) -> Bool {
    slots.contains { slot in
      switch self.slots[slot] {
      case .edge(let other): other == edge
      case .list(let elements): elements.contains(.edge(edge))
      default: false
      }
    }
  }
}

/// A relationship that an earlier clause found: finds its ends, or checks them.
final class BoundEdgeOperator: PipeOperator {
  private let expansion: Expansion
  private let bindsFrom: Bool
  private let types: Neighbourhood
  private let labels: LabelTest?

  init(_ expansion: Expansion, bindsFrom: Bool, next: RowOperator) {
    self.expansion = expansion
    self.bindsFrom = bindsFrom
    types = Neighbourhood(types: expansion.types, direction: expansion.direction, usesRows: false)
    labels = expansion.labels.map(LabelTest.init)
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    let store = frame.context.store
    guard case .edge(let edge) = frame.slots[expansion.edge], store.graph.contains(edge) else { return true }
    types.prepare(store)
    guard types.includes(edge, store), !frame.holds(edge, in: expansion.distinctFrom) else { return true }
    let (source, target) = store.graph.endpoints(of: edge)
    if expansion.direction != .incoming {
      guard try pass(source, target, frame) else { return false }
    }
    if expansion.direction == .incoming || expansion.direction == .either && source != target {
      return try pass(target, source, frame)
    }
    return true
  }

  private func pass(_ from: NodeID, _ to: NodeID, _ frame: Frame) throws(QueryError) -> Bool {
    if !bindsFrom, frame.slots[expansion.from] != .node(from) { return true }
    if expansion.isInto, frame.slots[expansion.to] != .node(to) { return true }
    if expansion.from == expansion.to && from != to { return true }
    if let labels, !labels.test(to, frame.context.store) { return true }
    if bindsFrom { frame.slots[expansion.from] = .node(from) }
    if !expansion.isInto { frame.slots[expansion.to] = .node(to) }
    return try next.push(frame)
  }
}

/// The number of relationships of a node in place of the relationships.
final class DegreeOperator: PipeOperator {
  private let slot: Int
  private let from: Int
  private let neighbourhood: Neighbourhood
  private let labels: LabelTest?

  init(_ factor: DegreeFactor, from: Int, usesRows: Bool, next: RowOperator) {
    slot = factor.slot
    self.from = from
    neighbourhood = Neighbourhood(types: factor.types, direction: factor.direction, usesRows: usesRows)
    labels = factor.labels.map(LabelTest.init)
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard case .node(let node) = frame.slots[from] else { return true }
    let store = frame.context.store
    var count = 0
    if let labels {
      _ = try neighbourhood.forEach(node, store) { (_, end) throws(QueryError) -> Bool in
        if labels.test(end, store) { count += 1 }
        return true
      }
    } else {
      count = neighbourhood.degree(node, store)
    }
    guard count > 0 else { return true }
    frame.slots[slot] = .int(Int64(count))
    return try next.push(frame)
  }
}

/// Puts a path together from the nodes and relationships that were found.
final class PathOperator: PipeOperator {
  private let path: PathSlots

  init(_ path: PathSlots, next: RowOperator) {
    self.path = path
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    frame.slots[path.slot] = path.value(frame)
    return try next.push(frame)
  }
}

extension PathSlots {
  /// Null when a part is.
  func value(_ frame: Frame) -> Value {
    guard case .node(let start) = frame.slots[start] else { return .null }
    var result = PathValue(nodes: [start], edges: [])
    for slot in edges {
      switch frame.slots[slot] {
      case .edge(let edge): result.walk(edge, frame.context.store.graph)
      case .list(let elements):
        for case .edge(let edge) in elements { result.walk(edge, frame.context.store.graph) }
      default: return .null
      }
    }
    return .path(result)
  }
}

extension PathValue {
  /// Goes on along the edge, whichever way it points.
  mutating func walk(_ edge: EdgeID, _ graph: borrowing PropertyGraph) {
    let (source, target) = graph.endpoints(of: edge)
    let here = nodes[nodes.count - 1]
    edges.append(edge)
    nodes.append(here == source ? target : source)
  }
}
