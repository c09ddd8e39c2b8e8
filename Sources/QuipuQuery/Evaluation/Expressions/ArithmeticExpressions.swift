import QuipuCore

/// `a + b` and the other operators on two numbers; what else they are defined on is in `Operators`.
final class ArithmeticExpression: CompiledExpression {
  let operation: ArithmeticOperator
  let left: CompiledExpression
  let right: CompiledExpression

  init(_ left: CompiledExpression, _ operation: ArithmeticOperator, _ right: CompiledExpression, range: ByteRange) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if case .int(let x) = a, case .int(let y) = b, let result = compute(x, y) { return .int(result) }
    do { return try apply(a, b) } catch { throw error.located(at: range) }
  }

  /// Nil where integers are not all there is to it: overflow, division, powers.
  @inline(__always)
  private func compute(_ a: Int64, _ b: Int64) -> Int64? {
    let (result, overflows) =
      switch operation {
      case .add: a.addingReportingOverflow(b)
      case .subtract: a.subtractingReportingOverflow(b)
      case .multiply: a.multipliedReportingOverflow(by: b)
      case .divide: a.dividedReportingOverflow(by: b)
      case .modulo: a.remainderReportingOverflow(dividingBy: b)
      case .power: (partialValue: a, overflow: true)
      }
    return overflows ? nil : result
  }

  private func apply(_ a: Value, _ b: Value) throws(QueryError) -> Value {
    switch operation {
    case .add: try Operators.add(a, b)
    case .subtract: try Operators.subtract(a, b)
    case .multiply: try Operators.multiply(a, b)
    case .divide: try Operators.divide(a, b)
    case .modulo: try Operators.modulo(a, b)
    case .power: try Operators.power(a, b)
    }
  }
}

/// `-a`, `+a`
final class SignExpression: CompiledExpression {
  let part: CompiledExpression
  let isNegative: Bool

  init(_ part: CompiledExpression, isNegative: Bool, range: ByteRange) {
    self.part = part
    self.isNegative = isNegative
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let value = try part.evaluate(frame)
    do {
      return isNegative ? try Operators.negate(value) : try Operators.plus(value)
    } catch {
      throw error.located(at: range)
    }
  }
}
