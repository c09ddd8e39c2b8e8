import QuipuCore

/// `CASE WHEN predicate THEN result … ELSE … END`
final class ConditionalBranches: CompiledExpression {
  typealias Branch = (condition: CompiledExpression, result: CompiledExpression)

  let branches: [Branch]
  let otherwise: CompiledExpression?

  init(_ branches: [Branch], otherwise: CompiledExpression?, range: ByteRange) {
    self.branches = branches
    self.otherwise = otherwise
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    for branch in branches where try branch.condition.test(frame) == true {
      return try branch.result.evaluate(frame)
    }
    guard let otherwise else { return .null }
    return try otherwise.evaluate(frame)
  }
}

/// `CASE subject WHEN value THEN result … ELSE … END`: the first value that equals the subject. Null equals none.
final class ConditionalSwitch: CompiledExpression {
  typealias Branch = ConditionalBranches.Branch

  let subject: CompiledExpression
  let branches: [Branch]
  let otherwise: CompiledExpression?

  init(_ subject: CompiledExpression, _ branches: [Branch], otherwise: CompiledExpression?, range: ByteRange) {
    self.subject = subject
    self.branches = branches
    self.otherwise = otherwise
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let subject = try subject.evaluate(frame)
    for branch in branches where Value.equal(subject, try branch.condition.evaluate(frame)) == true {
      return try branch.result.evaluate(frame)
    }
    guard let otherwise else { return .null }
    return try otherwise.evaluate(frame)
  }
}

/// `coalesce(a, b, …)`: the first that is not null; those after it are not computed.
final class CoalesceExpression: CompiledExpression {
  let parts: [CompiledExpression]

  init(_ parts: [CompiledExpression], range: ByteRange) {
    self.parts = parts
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    for part in parts {
      let value = try part.evaluate(frame)
      if !value.isNull { return value }
    }
    return .null
  }
}
