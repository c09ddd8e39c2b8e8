import QuipuCore

/// A list and the slot that takes its elements one after another: what comprehensions, quantifiers and `reduce` share.
struct ListIteration {
  let list: CompiledExpression
  let slot: Int

  /// Nil when the list is null.
  func elements(_ frame: Frame) throws(QueryError) -> [Value]? {
    switch try list.evaluate(frame) {
    case .list(let elements): return elements
    case .null: return nil
    case let value:
      throw QueryError(
        .type, .runtime, "InvalidArgumentType", "expected a list to go through, found \(value.typeName)",
        at: list.range)
    }
  }
}
