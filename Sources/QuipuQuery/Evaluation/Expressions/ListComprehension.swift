import QuipuCore

/// `[variable IN list WHERE predicate | projection]`
final class ListComprehension: CompiledExpression {
  let source: ListIteration
  let predicate: CompiledExpression?
  /// Nil to keep the elements as they are.
  let projection: CompiledExpression?

  init(
    _ source: ListIteration, where predicate: CompiledExpression?, projection: CompiledExpression?, range: ByteRange
  ) {
    self.source = source
    self.predicate = predicate
    self.projection = projection
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    guard let elements = try source.elements(frame) else { return .null }
    var result: [Value] = []
    if predicate == nil { result.reserveCapacity(elements.count) }
    for element in elements {
      frame.slots[source.slot] = element
      if let predicate, try predicate.test(frame) != true { continue }
      if let projection { result.append(try projection.evaluate(frame)) } else { result.append(element) }
    }
    return .list(result)
  }
}
