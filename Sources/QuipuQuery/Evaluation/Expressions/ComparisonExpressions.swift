import QuipuCore

/// `a < b`
final class ComparisonExpression: PredicateExpression {
  let comparison: ComparisonOperator
  let left: CompiledExpression
  let right: CompiledExpression

  init(_ left: CompiledExpression, _ comparison: ComparisonOperator, _ right: CompiledExpression, range: ByteRange) {
    self.comparison = comparison
    self.left = left
    self.right = right
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    comparison.test(try left.evaluate(frame), try right.evaluate(frame))
  }
}

/// `a < b <= c`: all of them hold. Each operand is computed once, and none after a comparison that is false.
final class ComparisonChain: PredicateExpression {
  let comparisons: [ComparisonOperator]
  /// One more than comparisons.
  let operands: [CompiledExpression]

  init(_ operands: [CompiledExpression], _ comparisons: [ComparisonOperator], range: ByteRange) {
    self.operands = operands
    self.comparisons = comparisons
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    var result: Bool? = true
    var left = try operands[0].evaluate(frame)
    for i in comparisons.indices {
      let right = try operands[i + 1].evaluate(frame)
      switch comparisons[i].test(left, right) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
      left = right
    }
    return result
  }
}

extension ComparisonOperator {
  /// Numbers of one type are compared here, all else by `Value.compare`.
  @inline(__always)
  func test(_ a: Value, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.int(let x), .int(let y)): holds(x, y)
    case (.double(let x), .double(let y)): holds(x, y)
    default: Value.compare(a, self, b)
    }
  }

  /// With NaN only `<>` holds.
  @inline(__always)
  func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  /// The operator that says the same with the operands exchanged.
  var flipped: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
