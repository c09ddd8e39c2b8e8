import QuipuCore

/// `a STARTS WITH b`, `a ENDS WITH b`, `a CONTAINS b`
final class StringMatchExpression: PredicateExpression {
  let operation: StringOperator
  let text: CompiledExpression
  let part: CompiledExpression

  init(_ text: CompiledExpression, _ operation: StringOperator, _ part: CompiledExpression, range: ByteRange) {
    self.operation = operation
    self.text = text
    self.part = part
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    let (a, b) = (try text.evaluate(frame), try part.evaluate(frame))
    return switch operation {
    case .startsWith: Operators.startsWith(a, b)
    case .endsWith: Operators.endsWith(a, b)
    default: Operators.contains(a, b)
    }
  }
}
