import QuipuCore

/// A call without arguments.
final class NullaryCall: CompiledExpression {
  typealias Body = @Sendable (EvaluationContext) throws(QueryError) -> Value

  let body: Body

  init(_ body: @escaping Body, range: ByteRange) {
    self.body = body
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    do { return try body(frame.context) } catch { throw error.located(at: range) }
  }
}

/// A call with one argument.
final class UnaryCall: CompiledExpression {
  typealias Body = @Sendable (Value, EvaluationContext) throws(QueryError) -> Value

  let body: Body
  let acceptsNull: Bool
  let argument: CompiledExpression

  init(_ body: @escaping Body, acceptsNull: Bool, _ argument: CompiledExpression, range: ByteRange) {
    self.body = body
    self.acceptsNull = acceptsNull
    self.argument = argument
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let value = try argument.evaluate(frame)
    if !acceptsNull, value.isNull { return .null }
    do { return try body(value, frame.context) } catch { throw error.located(at: range) }
  }
}

/// A call with two arguments.
final class BinaryCall: CompiledExpression {
  typealias Body = @Sendable (Value, Value, EvaluationContext) throws(QueryError) -> Value

  let body: Body
  let acceptsNull: Bool
  let first: CompiledExpression
  let second: CompiledExpression

  init(
    _ body: @escaping Body, acceptsNull: Bool, _ first: CompiledExpression, _ second: CompiledExpression,
    range: ByteRange
  ) {
    self.body = body
    self.acceptsNull = acceptsNull
    self.first = first
    self.second = second
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let a = try first.evaluate(frame)
    let b = try second.evaluate(frame)
    if !acceptsNull, a.isNull || b.isNull { return .null }
    do { return try body(a, b, frame.context) } catch { throw error.located(at: range) }
  }
}

/// A call with any number of arguments.
final class VariadicCall: CompiledExpression {
  typealias Body = @Sendable ([Value], EvaluationContext) throws(QueryError) -> Value

  let body: Body
  let acceptsNull: Bool
  let arguments: [CompiledExpression]

  init(_ body: @escaping Body, acceptsNull: Bool, _ arguments: [CompiledExpression], range: ByteRange) {
    self.body = body
    self.acceptsNull = acceptsNull
    self.arguments = arguments
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument.evaluate(frame)) }
    if !acceptsNull, values.contains(where: \.isNull) { return .null }
    do { return try body(values, frame.context) } catch { throw error.located(at: range) }
  }
}
