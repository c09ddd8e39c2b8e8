import QuipuGraph

/// The shortest walk between two nodes, or all that are as short, by breadth-first search from the first.
///
/// A walk from a node back to itself is looked for along directed relationships only: undirected ones would lead there and
/// back along the same one.
final class ShortestPathOperator: PipeOperator {
  private let walk: WalkExpansion
  private let step: WalkStep
  private let givesAll: Bool
  /// By node: its distance, and the relationships by which it was first reached.
  private var arrivals: [NodeID: Arrival] = [:]

  private struct Arrival {
    var distance: Int
    var last: [(edge: EdgeID, from: NodeID)]
  }

  init(_ walk: WalkExpansion, step: WalkStep, all: Bool, next: RowOperator) {
    self.walk = walk
    self.step = step
    givesAll = all
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard case .node(let from) = frame.slots[walk.base.from], case .node(let to) = frame.slots[walk.base.to] else {
      return true
    }
    if from == to && walk.minimum == 0 { return try emit([], frame) }
    if from == to && walk.base.direction == .either { return true }
    try step.prepare(frame)
    arrivals.removeAll(keepingCapacity: true)
    guard let length = try search(from, to, frame), length >= walk.minimum else { return true }
    return try trace(to, length, [], frame)
  }

  /// The distance of `to`, with `arrivals` filled up to there; nil when it is out of reach.
  private func search(_ from: NodeID, _ to: NodeID, _ frame: Frame) throws(QueryError) -> Int? {
    var frontier = [from]
    var distance = 0
    if from != to { arrivals[from] = Arrival(distance: 0, last: []) }
    while !frontier.isEmpty && distance < walk.maximum ?? .max {
      distance += 1
      var reached: [NodeID] = []
      for node in frontier {
        _ = try step.forEach(node, frame) { (edge, end) throws(QueryError) -> Bool in
          if let known = arrivals[end]?.distance {
            if known == distance && givesAll { arrivals[end]?.last.append((edge, node)) }
          } else {
            arrivals[end] = Arrival(distance: distance, last: [(edge, node)])
            reached.append(end)
          }
          return true
        }
      }
      if arrivals[to]?.distance == distance { return distance }
      try frame.context.control.check()
      frontier = reached
    }
    return nil
  }

  /// Gives every walk back from the node, the relationships after it being known.
  private func trace(_ end: NodeID, _ length: Int, _ tail: [EdgeID], _ frame: Frame) throws(QueryError) -> Bool {
    // An explicit stack: a walk may be as long as the graph is large.
    var stack: [(node: NodeID, remaining: Int, edges: [EdgeID])] = [(end, length, tail)]
    while let (node, remaining, edges) = stack.popLast() {
      if remaining == 0 {
        guard try emit(edges, frame) else { return false }
        if !givesAll { return true }
        continue
      }
      for (edge, from) in (arrivals[node]?.last ?? []).reversed() {
        stack.append((from, remaining - 1, [edge] + edges))
      }
    }
    return true
  }

  private func emit(_ edges: [EdgeID], _ frame: Frame) throws(QueryError) -> Bool {
    let ordered = walk.isReversed ? edges.reversed() : edges
    frame.slots[walk.base.edge] = .list(ordered.map { .edge($0) })
    return try next.push(frame)
  }
}
