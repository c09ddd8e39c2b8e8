/// Turns expressions of the syntax tree into ones that run.
struct ExpressionCompiler {
  let functions: FunctionLibrary
  let subplans: any SubplanMaker

  /// Every variable of the expression must be in the scope or bound inside the expression.
  func compile(_ expression: Expression, _ scope: Scope) throws(QueryError) -> CompiledExpression {
    CompiledExpression(range: expression.range)
  }
}
