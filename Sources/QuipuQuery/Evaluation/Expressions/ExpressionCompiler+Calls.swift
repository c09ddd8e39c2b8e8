import QuipuCore

extension ExpressionCompiler {
  /// `exists` and `coalesce` are not called like other functions: the one may have a pattern as its argument, the other
  /// stops at the first value.
  func compileCall(
    _ call: FunctionCall, _ expression: Expression, _ scope: Scope
  ) throws(QueryError) -> CompiledExpression {
    switch (call.name.text.lowercased(), call.arguments.count) {
    case ("exists", 1):
      if case .patternPredicate = call.arguments[0].kind { return try compile(call.arguments[0], scope) }
      return try compileNullTest(call.arguments[0], isNegated: true, expression, scope)
    case ("coalesce", 1...):
      let parts = try compileAll(call.arguments, scope)
      return folder.folded(CoalesceExpression(parts, range: expression.range), parts)
    case (let name, _):
      let function = try find(call)
      let arguments = try compileAll(call.arguments, scope)
      let compiled = try bind(function, arguments, call, expression.range)
      // A long range is better made element by element than kept.
      guard function.isDeterministic, name != "range" else { return compiled }
      return folder.foldedCall(compiled, arguments)
    }
  }

  private func find(_ call: FunctionCall) throws(QueryError) -> Function {
    guard let function = functions.find(call.name.text) else {
      throw .syntax("UnknownFunction", "there is no function `\(call.name.text)`", at: call.name.range)
    }
    return function
  }

  /// The kind of call that the function's body asks for.
  private func bind(
    _ function: Function, _ arguments: [CompiledExpression], _ call: FunctionCall, _ range: ByteRange
  ) throws(QueryError) -> CompiledExpression {
    let acceptsNull = function.acceptsNull
    switch (function.body, arguments.count) {
    case (.nullary(let body), 0): return NullaryCall(body, range: range)
    case (.unary(let body), 1): return UnaryCall(body, acceptsNull: acceptsNull, arguments[0], range: range)
    case (.binary(let body), 2):
      return BinaryCall(body, acceptsNull: acceptsNull, arguments[0], arguments[1], range: range)
    case (.variadic(let body), function.arity):
      return VariadicCall(body, acceptsNull: acceptsNull, arguments, range: range)
    default:
      throw .syntax(
        "InvalidNumberOfArguments",
        "`\(function.name)` takes \(text(of: function.arity)), and was given \(arguments.count)", at: call.name.range)
    }
  }

  private func text(of arity: ClosedRange<Int>) -> String {
    let plural = arity == 1...1 ? "argument" : "arguments"
    if arity.lowerBound == arity.upperBound { return "\(arity.lowerBound) \(plural)" }
    if arity.upperBound == .max { return "\(arity.lowerBound) or more \(plural)" }
    return "\(arity.lowerBound) to \(arity.upperBound) \(plural)"
  }
}
