import QuipuCore

/// `reduce(accumulator = initial, variable IN list | step)`; null for a null list.
final class ReduceExpression: CompiledExpression {
  let accumulator: Int
  let initial: CompiledExpression
  let source: ListIteration
  let step: CompiledExpression

  init(
    accumulator: Int, initial: CompiledExpression, _ source: ListIteration, step: CompiledExpression, range: ByteRange
  ) {
    self.accumulator = accumulator
    self.initial = initial
    self.source = source
    self.step = step
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let first = try initial.evaluate(frame)
    guard let elements = try source.elements(frame) else { return .null }
    frame.slots[accumulator] = first
    for element in elements {
      frame.slots[source.slot] = element
      frame.slots[accumulator] = try step.evaluate(frame)
      do { try frame.slots[accumulator].checkNesting() } catch { throw error.located(at: range) }
    }
    return frame.slots[accumulator]
  }
}
