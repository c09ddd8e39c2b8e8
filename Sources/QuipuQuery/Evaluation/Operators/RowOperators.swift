import QuipuCore
import QuipuGraph

/// Lets rows pass for which every predicate is true.
final class FilterOperator: PipeOperator {
  private let predicates: [CompiledExpression]

  init(_ predicates: [CompiledExpression], next: RowOperator) {
    self.predicates = predicates
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    for predicate in predicates { guard try predicate.test(frame) == true else { return true } }
    return try next.push(frame)
  }
}

/// Computes values into slots.
final class ProjectOperator: PipeOperator {
  private let bindings: [(slot: Int, value: CompiledExpression)]

  init(_ bindings: [(slot: Int, value: CompiledExpression)], next: RowOperator) {
    self.bindings = bindings
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    for binding in bindings { frame.slots[binding.slot] = try binding.value.evaluate(frame) }
    return try next.push(frame)
  }
}

/// OPTIONAL MATCH: the rows of an inner pipeline, or one with nulls where it has none.
final class OptionalOperator: PipeOperator {
  private let inner: RowOperator
  private let end: CallbackOperator
  private let slots: [Int]

  init(inner: RowOperator, end: CallbackOperator, slots: [Int], next: RowOperator) {
    self.inner = inner
    self.end = end
    self.slots = slots
    super.init(next: next)
  }

  override func reset(_ frame: Frame) throws(QueryError) {
    try inner.reset(frame)
    try next.reset(frame)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    var isFound = false
    let next = next
    end.body = { (frame) throws(QueryError) -> Bool in
      isFound = true
      return try next.push(frame)
    }
    guard try inner.push(frame) else { return false }
    if isFound { return true }
    for slot in slots { frame.slots[slot] = .null }
    return try next.push(frame)
  }
}

/// A row for each element of a list. Null is no row.
final class UnwindOperator: PipeOperator {
  private let list: CompiledExpression
  private let slot: Int

  init(_ list: CompiledExpression, slot: Int, next: RowOperator) {
    self.list = list
    self.slot = slot
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    switch try list.evaluate(frame) {
    case .null: return true
    case .list(let elements):
      for element in elements {
        try frame.context.control.tick()
        frame.slots[slot] = element
        guard try next.push(frame) else { return false }
      }
      return true
    case let single:
      frame.slots[slot] = single
      return try next.push(frame)
    }
  }
}

/// `UNWIND range(first, last, step)` without making the list.
final class RangeOperator: PipeOperator {
  private let bounds: [CompiledExpression]
  private let slot: Int

  /// Two or three expressions.
  init(_ bounds: [CompiledExpression], slot: Int, next: RowOperator) {
    self.bounds = bounds
    self.slot = slot
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    var numbers: [Int64] = []
    for bound in bounds {
      guard case .int(let number) = try bound.evaluate(frame) else {
        throw QueryError(
          .argument, .runtime, "InvalidArgumentType", "range() takes integers", at: bound.range)
      }
      numbers.append(number)
    }
    let step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else {
      throw QueryError(
        .argument, .runtime, "NumberOutOfRange", "the step of range() cannot be 0", at: bounds[2].range)
    }
    var number = numbers[0]
    while step > 0 ? number <= numbers[1] : number >= numbers[1] {
      try frame.context.control.tick()
      frame.slots[slot] = .int(number)
      guard try next.push(frame) else { return false }
      let (following, isOver) = number.addingReportingOverflow(step)
      if isOver { break }
      number = following
    }
    return true
  }
}

/// Leaves out the first rows.
final class SkipOperator: PipeOperator {
  private let count: CompiledExpression
  private var remaining = 0

  init(_ count: CompiledExpression, next: RowOperator) {
    self.count = count
    super.init(next: next)
  }

  override func reset(_ frame: Frame) throws(QueryError) {
    remaining = try count.rowCount(frame, "SKIP")
    try next.reset(frame)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard remaining == 0 else {
      remaining -= 1
      return true
    }
    return try next.push(frame)
  }
}

/// Passes on so many rows and asks for no more.
final class LimitOperator: PipeOperator {
  private let count: CompiledExpression
  private var remaining = 0

  init(_ count: CompiledExpression, next: RowOperator) {
    self.count = count
    super.init(next: next)
  }

  override func reset(_ frame: Frame) throws(QueryError) {
    remaining = try count.rowCount(frame, "LIMIT")
    try next.reset(frame)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard remaining > 0 else { return false }
    remaining -= 1
    return try next.push(frame) && remaining > 0
  }
}

extension CompiledExpression {
  /// The number of rows that SKIP or LIMIT asks for.
  func rowCount(_ frame: Frame, _ clause: String) throws(QueryError) -> Int {
    guard case .int(let number) = try evaluate(frame) else {
      throw QueryError(.syntax, .runtime, "InvalidArgumentType", "\(clause) takes an integer", at: range)
    }
    guard number >= 0 else {
      throw QueryError(
        .syntax, .runtime, "NegativeIntegerArgument", "\(clause) takes a number that is not below 0, not \(number)",
        at: range)
    }
    return Int(number)
  }
}

/// Lets the first of equal rows pass.
final class DistinctOperator: PipeOperator {
  private let slots: [Int]
  private var seen: Set<GroupKey> = []

  init(_ slots: [Int], next: RowOperator) {
    self.slots = slots
    super.init(next: next)
  }

  override func reset(_ frame: Frame) throws(QueryError) {
    seen = []
    try next.reset(frame)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    let key = slots.map { frame.slots[$0] }
    guard seen.insert(GroupKey(key)).inserted else { return true }
    try frame.context.control.hold(key.reduce(32) { $0 + $1.memorySize })
    return try next.push(frame)
  }
}

/// The rows that a procedure gives for each row.
final class CallOperator: PipeOperator {
  private let call: ProcedureCall
  private let arguments: [CompiledExpression]

  init(_ call: ProcedureCall, arguments: [CompiledExpression], next: RowOperator) {
    self.call = call
    self.arguments = arguments
    super.init(next: next)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    var values: [Value] = []
    for argument in arguments { values.append(try argument.evaluate(frame)) }
    let rows: [[Value]]
    do throws(QueryError) {
      rows = try call.procedure.body(values, frame.context)
    } catch {
      throw error.located(at: call.range)
    }
    if call.procedure.outputs.isEmpty { return try next.push(frame) }
    for row in rows {
      try frame.context.control.tick()
      for output in call.outputs { frame.slots[output.slot] = row[output.field] }
      guard try next.push(frame) else { return false }
    }
    return true
  }
}
