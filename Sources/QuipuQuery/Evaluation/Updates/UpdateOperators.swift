import QuipuCore
import QuipuGraph

/// A clause that changes the graph. It takes all of its rows before it begins, and passes none on before it is done: what
/// comes before and after never sees the graph half changed.
class UpdateOperator: PipeOperator {
  fileprivate final var rows: RowBuffer

  init(live: [Int], next: RowOperator) {
    rows = RowBuffer(slots: live)
    super.init(next: next)
  }

  override func reset(_ frame: Frame) throws(QueryError) {
    rows.removeAll(frame)
    try next.reset(frame)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    try rows.append(frame)
    return true
  }

  override func finish(_ frame: Frame) throws(QueryError) {
    var results = RowBuffer(slots: resultSlots)
    for row in 0..<rows.count {
      try frame.context.control.tick()
      rows.restore(row, to: frame)
      try update(frame) { (frame) throws(QueryError) in try results.append(frame) }
    }
    rows.removeAll(frame)
    for row in 0..<results.count {
      results.restore(row, to: frame)
      guard try next.push(frame) else { break }
    }
    results.removeAll(frame)
    try next.finish(frame)
  }

  /// What must be kept of a row after the change.
  var resultSlots: [Int] { rows.slots }

  /// Changes the graph for the frame's row, and emits the row, or several.
  func update(_ frame: Frame, _ emit: (Frame) throws(QueryError) -> Void) throws(QueryError) {}
}

/// Makes nodes and relationships of a pattern.
struct PatternCreator {
  /// An element to make, with its properties ready to run.
  enum Step {
    case node(CreatePattern.Node, CompiledExpression?)
    case edge(CreatePattern.Edge, CompiledExpression?)
    case path(PathSlots)
  }

  let pattern: CreatePattern
  let steps: [Step]

  /// Fills the slots of what it makes.
  func create(_ frame: Frame) throws(QueryError) {
    let writer = GraphWriter(context: frame.context)
    for step in steps {
      switch step {
      case .node(let node, let expression):
        let properties = try properties(expression, frame)
        frame.slots[node.slot] = .node(
          try writer.createNode(node.labels, properties, at: expression?.range ?? ByteRange(0, 0)))
      case .edge(let edge, let expression): try create(edge, try properties(expression, frame), frame, writer)
      case .path(let path): frame.slots[path.slot] = path.value(frame)
      }
    }
  }

  private func create(
    _ edge: CreatePattern.Edge, _ properties: ValueMap, _ frame: Frame, _ writer: GraphWriter
  ) throws(QueryError) {
    guard case .node(let from) = frame.slots[edge.from], case .node(let to) = frame.slots[edge.to] else {
      throw QueryError(
        .semantic, .runtime, "InvalidArgumentType", "a relationship cannot be created to or from null", at: edge.range)
    }
    frame.slots[edge.slot] = .edge(
      try writer.createEdge(edge.type, from: from, to: to, properties, at: edge.range))
  }

  /// MERGE refuses properties that are null: nothing equals them, so they would be made again every time.
  func refuseNulls(_ frame: Frame) throws(QueryError) {
    for step in steps {
      switch step {
      case .node(_, let expression?), .edge(_, let expression?):
        for entry in try properties(expression, frame).entries {
          guard case .null = entry.value else { continue }
          throw QueryError(
            .semantic, .runtime, "MergeReadOwnWrites",
            "MERGE cannot look for property '\(entry.key)' with the value null", at: expression.range)
        }
      default: break
      }
    }
  }

  private func properties(_ expression: CompiledExpression?, _ frame: Frame) throws(QueryError) -> ValueMap {
    guard let expression else { return ValueMap() }
    switch try expression.evaluate(frame) {
    case .map(let map): return map
    case .null: return ValueMap()
    default:
      throw QueryError(.type, .runtime, "InvalidArgumentType", "properties are given as a map", at: expression.range)
    }
  }
}

final class CreateOperator: UpdateOperator {
  private let creator: PatternCreator
  private let after: [Int]

  /// `live` is what is in scope after the clause.
  init(_ creator: PatternCreator, next: RowOperator) {
    self.creator = creator
    let own = creator.pattern.ownSlots
    after = creator.pattern.live
    super.init(live: creator.pattern.live.filter { !own.contains($0) }, next: next)
  }

  override var resultSlots: [Int] { after }

  override func update(_ frame: Frame, _ emit: (Frame) throws(QueryError) -> Void) throws(QueryError) {
    try creator.create(frame)
    try emit(frame)
  }
}

final class MergeOperator: UpdateOperator {
  private let creator: PatternCreator
  private let find: RowOperator
  private let end: CallbackOperator
  private let onCreate: CompiledUpdates
  private let onMatch: CompiledUpdates
  private let found: [Int]

  init(
    _ merging: Merging, creator: PatternCreator, find: RowOperator, end: CallbackOperator, onCreate: CompiledUpdates,
    onMatch: CompiledUpdates, next: RowOperator
  ) {
    self.creator = creator
    self.find = find
    self.end = end
    self.onCreate = onCreate
    self.onMatch = onMatch
    found = merging.found
    super.init(live: merging.live, next: next)
  }

  override func reset(_ frame: Frame) throws(QueryError) {
    try find.reset(frame)
    try super.reset(frame)
  }

  override var resultSlots: [Int] { rows.slots + found }

  override func update(_ frame: Frame, _ emit: (Frame) throws(QueryError) -> Void) throws(QueryError) {
    try creator.refuseNulls(frame)
    var matches = RowBuffer(slots: found)
    end.body = { (frame) throws(QueryError) -> Bool in
      try matches.append(frame)
      return true
    }
    _ = try find.push(frame)
    end.body = nil
    if matches.count == 0 {
      try creator.create(frame)
      try onCreate.apply(frame)
      try emit(frame)
    }
    for match in 0..<matches.count {
      matches.restore(match, to: frame)
      try onMatch.apply(frame)
      try emit(frame)
    }
    matches.removeAll(frame)
  }
}

/// The items of SET or REMOVE.
struct CompiledUpdates {
  /// One change: what of, and to what.
  enum Item {
    case setProperty(CompiledExpression, key: String, CompiledExpression)
    case setAll(CompiledExpression, CompiledExpression, keepsOthers: Bool)
    case labels(CompiledExpression, [String], adding: Bool)
    case removeProperty(CompiledExpression, key: String)
  }

  let items: [Item]

  func apply(_ frame: Frame) throws(QueryError) {
    let writer = GraphWriter(context: frame.context)
    for item in items {
      switch item {
      case .setProperty(let entity, let key, let value):
        try writer.set(key, to: try value.evaluate(frame), of: try entity.evaluate(frame), at: value.range)
      case .setAll(let entity, let value, let keepsOthers):
        let map = try value.evaluate(frame)
        try writer.set(map, of: try entity.evaluate(frame), keepsOthers: keepsOthers, at: value.range)
      case .labels(let entity, let labels, let adding):
        try writer.changeLabels(labels, of: try entity.evaluate(frame), adding: adding, at: entity.range)
      case .removeProperty(let entity, let key):
        try writer.set(key, to: .null, of: try entity.evaluate(frame), at: entity.range)
      }
    }
  }
}

final class SetOperator: UpdateOperator {
  private let updates: CompiledUpdates

  init(_ updates: CompiledUpdates, live: [Int], next: RowOperator) {
    self.updates = updates
    super.init(live: live, next: next)
  }

  override func update(_ frame: Frame, _ emit: (Frame) throws(QueryError) -> Void) throws(QueryError) {
    try updates.apply(frame)
    try emit(frame)
  }
}

/// Deletes what the expressions of all rows say: relationships first, then nodes.
final class DeleteOperator: UpdateOperator {
  private let expressions: [CompiledExpression]
  private let isDetaching: Bool

  init(_ expressions: [CompiledExpression], isDetaching: Bool, live: [Int], next: RowOperator) {
    self.expressions = expressions
    self.isDetaching = isDetaching
    super.init(live: live, next: next)
  }

  override func finish(_ frame: Frame) throws(QueryError) {
    var nodes: [(node: NodeID, range: ByteRange)] = []
    let writer = GraphWriter(context: frame.context)
    for row in 0..<rows.count {
      try frame.context.control.tick()
      rows.restore(row, to: frame)
      for expression in expressions {
        try delete(try expression.evaluate(frame), at: expression.range, &nodes, writer)
      }
    }
    for (node, range) in nodes { try writer.delete(node, isDetaching: isDetaching, at: range) }
    for row in 0..<rows.count {
      rows.restore(row, to: frame)
      guard try next.push(frame) else { break }
    }
    rows.removeAll(frame)
    try next.finish(frame)
  }

  private func delete(
    _ value: Value, at range: ByteRange, _ nodes: inout [(node: NodeID, range: ByteRange)], _ writer: GraphWriter
  ) throws(QueryError) {
    switch value {
    case .null: break
    case .node(let node): nodes.append((node, range))
    case .edge(let edge): try writer.delete(edge)
    case .path(let path):
      for edge in path.edges { try writer.delete(edge) }
      nodes.append(contentsOf: path.nodes.map { (node: $0, range: range) })
    default:
      throw QueryError(
        .type, .runtime, "InvalidArgumentType",
        "DELETE takes nodes, relationships and paths, not \(value.typeName)", at: range)
    }
  }
}
