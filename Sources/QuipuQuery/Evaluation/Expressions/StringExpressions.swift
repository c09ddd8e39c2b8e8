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

/// `text =~ pattern`; null unless both are strings. The expression is compiled again only when the pattern changes.
final class RegexMatchExpression: PredicateExpression {
  let text: CompiledExpression
  let pattern: CompiledExpression
  @exclusivity(unchecked) private var compiled: (pattern: String, expression: RegularExpression)?

  init(_ text: CompiledExpression, _ pattern: CompiledExpression, range: ByteRange) {
    self.text = text
    self.pattern = pattern
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    let (a, b) = (try text.evaluate(frame), try pattern.evaluate(frame))
    guard case .string(let text) = a, case .string(let pattern) = b else { return nil }
    return try expression(pattern).matches(text)
  }

  private func expression(_ text: String) throws(QueryError) -> RegularExpression {
    if let compiled, sameText(compiled.pattern, text) { return compiled.expression }
    do {
      let expression = try RegularExpression(text)
      compiled = (text, expression)
      return expression
    } catch {
      throw error.located(at: pattern.range)
    }
  }
}
