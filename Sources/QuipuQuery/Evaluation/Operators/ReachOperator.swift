import QuipuGraph

/// From a node to every node that walks of a pattern's length lead to, each once, breadth first (`DistinctReach`).
final class ReachOperator: PipeOperator {
  private let walk: WalkExpansion
  private let step: WalkStep
  private let labels: LabelTest?
  /// The run in which a node was last reached, by its number.
  private var marks: [UInt32] = []
  private var mark: UInt32 = 0

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
    try step.prepare(frame)
    startRun()
    if walk.minimum == 0 {
      _ = isNew(from)
      guard try emit(from, target, frame) else { return false }
    }
    var frontier = [from]
    var depth = 0
    while !frontier.isEmpty && depth < walk.maximum ?? .max {
      depth += 1
      var reached: [NodeID] = []
      for node in frontier {
        _ = try step.forEach(node, frame) { (_, end) throws(QueryError) -> Bool in
          if isNew(end) { reached.append(end) }
          return true
        }
      }
      for node in reached { guard try emit(node, target, frame) else { return false } }
      frontier = reached
    }
    return true
  }

  private func startRun() {
    if mark == .max {
      marks = [UInt32](repeating: 0, count: marks.count)
      mark = 0
    }
    mark += 1
  }

  private func isNew(_ node: NodeID) -> Bool {
    let position = Int(node.rawValue)
    if position >= marks.count {
      marks.append(contentsOf: repeatElement(0, count: max(position + 1, marks.count * 2) - marks.count))
    }
    guard marks[position] != mark else { return false }
    marks[position] = mark
    return true
  }

  private func emit(_ node: NodeID, _ target: NodeID?, _ frame: Frame) throws(QueryError) -> Bool {
    if let target, node != target { return true }
    if let labels, !labels.test(node, frame.context.store) { return true }
    if target == nil { frame.slots[walk.base.to] = .node(node) }
    return try next.push(frame)
  }
}
