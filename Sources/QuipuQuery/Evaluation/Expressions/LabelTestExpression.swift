import QuipuCore

/// `n:A:B` as a predicate; of a relationship it asks the type.
final class LabelTestExpression: PredicateExpression {
  let base: CompiledExpression
  let labels: LabelPredicate

  init(_ base: CompiledExpression, _ labels: LabelPredicate, range: ByteRange) {
    self.base = base
    self.labels = labels
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    switch try base.evaluate(frame) {
    case .node(let node):
      do { return try labels.test(node, frame.context) } catch { throw error.located(at: range) }
    case .edge(let edge): return labels.test(edge, frame.context)
    case .null: return nil
    case let value:
      throw QueryError(
        .type, .runtime, "InvalidArgumentType",
        "only nodes and relationships have labels or a type, found \(value.typeName)", at: base.range)
    }
  }
}
