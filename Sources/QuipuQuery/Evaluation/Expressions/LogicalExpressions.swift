import QuipuCore

/// `NOT a`
final class NotExpression: PredicateExpression {
  let part: CompiledExpression

  init(_ part: CompiledExpression, range: ByteRange) {
    self.part = part
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    guard let truth = try part.test(frame) else { return nil }
    return !truth
  }
}

/// `a AND b AND …`: false as soon as one part is, whatever stands after it.
final class AndExpression: PredicateExpression {
  let parts: [CompiledExpression]

  init(_ parts: [CompiledExpression], range: ByteRange) {
    self.parts = parts
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    var result: Bool? = true
    for part in parts {
      switch try part.test(frame) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }
}

/// `a OR b OR …`: true as soon as one part is, whatever stands after it.
final class OrExpression: PredicateExpression {
  let parts: [CompiledExpression]

  init(_ parts: [CompiledExpression], range: ByteRange) {
    self.parts = parts
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    var result: Bool? = false
    for part in parts {
      switch try part.test(frame) {
      case true?: return true
      case nil: result = nil
      case false?: break
      }
    }
    return result
  }
}

/// `a XOR b XOR …`: null when any part is.
final class XorExpression: PredicateExpression {
  let parts: [CompiledExpression]

  init(_ parts: [CompiledExpression], range: ByteRange) {
    self.parts = parts
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    var result: Bool? = false
    for part in parts {
      let truth = try part.test(frame)
      if let known = result, let truth { result = known != truth } else { result = nil }
    }
    return result
  }
}

/// `a IS NULL`, `a IS NOT NULL`
final class NullTestExpression: PredicateExpression {
  let part: CompiledExpression
  let isNegated: Bool

  init(_ part: CompiledExpression, isNegated: Bool, range: ByteRange) {
    self.part = part
    self.isNegated = isNegated
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    if case .null = try part.evaluate(frame) { return !isNegated }
    return isNegated
  }
}
