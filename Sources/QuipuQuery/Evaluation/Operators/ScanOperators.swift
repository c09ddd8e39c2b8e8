import QuipuGraph

/// Every node of the graph.
final class AllNodesOperator: PipeOperator {
  private let slot: Int

  init(slot: Int, next: RowOperator) {
    self.slot = slot
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    for node in frame.context.store.graph.nodes {
      try frame.context.control.tick()
      frame.slots[slot] = .node(node)
      guard try next.push(frame) else { return false }
    }
    return true
  }
}

/// Every node with one label.
final class LabelScanOperator: PipeOperator {
  private let slot: Int
  private let label: String

  init(slot: Int, label: String, next: RowOperator) {
    self.slot = slot
    self.label = label
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    for node in frame.context.store.graph.nodes(label: label) {
      try frame.context.control.tick()
      frame.slots[slot] = .node(node)
      guard try next.push(frame) else { return false }
    }
    return true
  }
}

/// The nodes whose property equals a value, by an index.
final class IndexSeekOperator: PipeOperator {
  private let slot: Int
  private let label: String?
  private let key: String
  private let value: CompiledExpression

  init(slot: Int, label: String?, key: String, value: CompiledExpression, next: RowOperator) {
    self.slot = slot
    self.label = label
    self.key = key
    self.value = value
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    let graph = frame.context.store.graph
    guard let forms = forms(try value.evaluate(frame)) else {
      if let label { return try pass(graph.nodes(label: label), frame) }
      return try pass(graph.nodes, frame)
    }
    for form in forms {
      guard try pass(graph.nodes(where: key, equals: form, label: label), frame) else { return false }
    }
    return true
  }

  private func pass(_ nodes: some Sequence<NodeID>, _ frame: Frame) throws(QueryError) -> Bool {
    for node in nodes {
      try frame.context.control.tick()
      frame.slots[slot] = .node(node)
      guard try next.push(frame) else { return false }
    }
    return true
  }

  /// The stored values that equal this one, which a filter that follows tests again: an integer also equals the float of
  /// the same number, and the other way round. Nil where they are too many to be listed (`[1, 2]` and `[1.0, 2]`): every
  /// node must then be looked at.
  private func forms(_ value: Value) -> [PropertyValue]? {
    switch value {
    case .null, .node, .edge, .path: return []
    case .list, .map: return nil
    case .int(let number): return [.int(number)] + (Double(exactly: number).map { [.double($0)] } ?? [])
    case .double(let number): return [.double(number)] + (Int64(exactly: number).map { [.int($0)] } ?? [])
    default: return value.propertyValue.map { [$0] } ?? []
    }
  }
}

/// The node with a string id.
final class IDSeekOperator: PipeOperator {
  private let slot: Int
  private let value: CompiledExpression

  init(slot: Int, value: CompiledExpression, next: RowOperator) {
    self.slot = slot
    self.value = value
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard case .string(let id) = try value.evaluate(frame), let node = frame.context.store.graph.node(withID: id) else {
      return true
    }
    frame.slots[slot] = .node(node)
    return try next.push(frame)
  }
}

/// Lets rows pass whose slot holds a node with some labels: not null, which OPTIONAL MATCH may have left.
final class NodeTestOperator: PipeOperator {
  private let slot: Int
  private let labels: LabelTest?

  init(slot: Int, labels: LabelExpression?, next: RowOperator) {
    self.slot = slot
    self.labels = labels.map(LabelTest.init)
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard case .node(let node) = frame.slots[slot] else {
      if case .null = frame.slots[slot] { return true }
      throw QueryError(
        .type, .runtime, "InvalidArgumentType", "a pattern's node can only stand for a node, not for another value")
    }
    if let labels, !labels.test(node, frame.context.store) { return true }
    return try next.push(frame)
  }
}
