// Short ways to define functions and to read their arguments.
extension Function {
  static func unary(
    _ name: String, _ parameter: TypeSet, _ result: TypeSet, _ summary: String,
    _ body: @escaping @Sendable (Value, EvaluationContext) throws(QueryError) -> Value
  ) -> Function {
    Function(name, arity: 1...1, parameters: [parameter], result: result, summary: summary, body: .unary(body))
  }

  static func binary(
    _ name: String, _ parameters: [TypeSet], _ result: TypeSet, _ summary: String,
    _ body: @escaping @Sendable (Value, Value, EvaluationContext) throws(QueryError) -> Value
  ) -> Function {
    Function(name, arity: 2...2, parameters: parameters, result: result, summary: summary, body: .binary(body))
  }

  static func variadic(
    _ name: String, _ arity: ClosedRange<Int>, _ parameters: [TypeSet], _ result: TypeSet, _ summary: String,
    _ body: @escaping @Sendable ([Value], EvaluationContext) throws(QueryError) -> Value
  ) -> Function {
    Function(name, arity: arity, parameters: parameters, result: result, summary: summary, body: .variadic(body))
  }
}

extension QueryError {
  /// An argument of a type that the function does not take, found while the query runs.
  static func argument(of function: String, _ value: Value, expected: String) -> QueryError {
    type("\(function)() needs \(expected), and was given \(value.typeName)", detail: "InvalidArgumentValue")
  }

  static func outOfRange(_ message: String) -> QueryError {
    QueryError(.argument, .runtime, "NumberOutOfRange", message)
  }
}

extension Value {
  func string(for function: String) throws(QueryError) -> String {
    guard case .string(let x) = self else { throw .argument(of: function, self, expected: "a string") }
    return x
  }

  func integer(for function: String) throws(QueryError) -> Int64 {
    guard case .int(let x) = self else { throw .argument(of: function, self, expected: "an integer") }
    return x
  }

  /// A count or position.
  func natural(for function: String) throws(QueryError) -> Int {
    let number = try integer(for: function)
    guard number >= 0 else { throw .outOfRange("\(function)() takes no negative numbers, and was given \(number)") }
    return Int(number)
  }

  func list(for function: String) throws(QueryError) -> [Value] {
    guard case .list(let x) = self else { throw .argument(of: function, self, expected: "a list") }
    return x
  }

  func number(for function: String) throws(QueryError) -> Double {
    guard let x = number else { throw .argument(of: function, self, expected: "a number") }
    return x
  }
}
