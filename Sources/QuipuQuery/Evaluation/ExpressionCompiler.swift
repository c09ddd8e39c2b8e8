/// Turns expressions of the syntax tree into ones that run.
///
/// What is computed from constants alone is computed here, once; a computation that throws is left for the run, so that
/// an error in a branch that is never taken stays unseen.
struct ExpressionCompiler {
  let functions: FunctionLibrary
  let subplans: any SubplanMaker
  let folder = ConstantFolder()

  init(functions: FunctionLibrary, subplans: any SubplanMaker) {
    self.functions = functions
    self.subplans = subplans
  }

  /// Every variable of the expression must be in the scope or bound inside the expression.
  ///
  /// The result belongs to one run of one statement. Throws `UndefinedVariable` and `UnknownFunction`, which semantic
  /// analysis finds before, and what the subplans' maker throws.
  func compile(_ expression: Expression, _ scope: Scope) throws(QueryError) -> CompiledExpression {
    if let leaf = try compileLeaf(expression, scope) { return leaf }
    if let predicate = try compilePredicate(expression, scope) { return predicate }
    if let compound = try compileCompound(expression, scope) { return compound }
    return try compileBinding(expression, scope)
  }

  /// The value of an expression without variables, parameters and patterns, where it has one that is always the same:
  /// not `rand()`, `datetime()` or `1 / 0`.
  func constant(_ expression: Expression) -> Value? {
    guard !expression.hasPattern else { return nil }
    return try? compile(expression, Scope(allocator: SlotAllocator())).constantValue
  }

  func compileAll(_ expressions: [Expression], _ scope: Scope) throws(QueryError) -> [CompiledExpression] {
    var compiled: [CompiledExpression] = []
    compiled.reserveCapacity(expressions.count)
    for expression in expressions { compiled.append(try compile(expression, scope)) }
    return compiled
  }

  func compileOptional(_ expression: Expression?, _ scope: Scope) throws(QueryError) -> CompiledExpression? {
    guard let expression else { return nil }
    return try compile(expression, scope)
  }

  func slot(of name: Name, _ scope: Scope) throws(QueryError) -> Int {
    guard let slot = scope.slot(of: name.text) else {
      throw .syntax("UndefinedVariable", "variable `\(name.text)` is not defined here", at: name.range)
    }
    return slot
  }
}

extension Expression {
  /// Whether a pattern or subquery stands in it.
  fileprivate var hasPattern: Bool {
    switch kind {
    case .patternPredicate, .patternComprehension, .shortestPath, .subquery: true
    default: children.contains { $0.hasPattern }
    }
  }
}
