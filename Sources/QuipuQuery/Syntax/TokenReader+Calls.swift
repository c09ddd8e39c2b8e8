import QuipuCore

/// Expressions that begin with a word of their own: quantifiers, reduce, subqueries, map projections, CASE.
extension TokenReader {
  /// Nil where the word is an ordinary name or function after all.
  func specialCall() throws(SyntaxAbort) -> Expression? {
    switch (keyword, peek(1).kind) {
    case (.count, .leftParenthesis) where peek(2).kind == .star: return try countStar()
    case (.exists, .leftBrace): return try subquery(.exists)
    case (.count, .leftBrace) where isSubqueryAhead: return try subquery(.count)
    case (.collect, .leftBrace) where isSubqueryAhead: return try subquery(.collect)
    case (.shortestPath, .leftParenthesis), (.allShortestPaths, .leftParenthesis): return try shortestPath()
    case (.reduce, .leftParenthesis) where peek(2).isSymbolicName && peek(3).kind == .equal: return try reduce()
    case (_, .leftParenthesis) where peek(2).isSymbolicName && peek(3).keyword == .in:
      return try callOverList()
    default: return nil
    }
  }

  private func countStar() throws(SyntaxAbort) -> Expression {
    let start = start
    for _ in 0..<3 { advance() }
    try expect(.rightParenthesis, "')' after 'count(*'")
    height = max(height, 1)
    return Expression(.countStar, range(from: start))
  }

  /// `all(x IN …)`, `filter(x IN …)`, `extract(x IN …)` and the like.
  private func callOverList() throws(SyntaxAbort) -> Expression? {
    switch keyword {
    case .all: return try quantifier(.all)
    case .any: return try quantifier(.any)
    case Keyword.none?: return try quantifier(.none)
    case .single: return try quantifier(.single)
    case .filter, .extract: return try listFunction()
    default: return nil
    }
  }

  private func quantifier(_ quantifier: Quantifier) throws(SyntaxAbort) -> Expression {
    let start = start
    let outerHeight = height
    height = 0
    for _ in 0..<2 { advance() }
    let variable = takeName()
    advance()
    let (list, predicate) = try filtered()
    guard let predicate else { throw fail(expected: "'WHERE' and a condition in \(quantifier.rawValue)()") }
    try expect(.rightParenthesis, "')' after the condition of \(quantifier.rawValue)()")
    try raise()
    height = max(height, outerHeight)
    return Expression(
      .quantifier(quantifier, variable: variable, list: list, predicate: predicate), range(from: start))
  }

  /// `filter(x IN list WHERE predicate)` and `extract(x IN list | projection)`: older forms of list comprehensions.
  private func listFunction() throws(SyntaxAbort) -> Expression {
    let start = start
    let outerHeight = height
    height = 0
    for _ in 0..<2 { advance() }
    let variable = takeName()
    advance()
    let (list, predicate) = try filtered()
    let projection = accept(.bar) ? try bracketedExpression() : nil
    try expect(.rightParenthesis, "')', 'WHERE' or '|' in the list function")
    try raise()
    height = max(height, outerHeight)
    return Expression(
      .listComprehension(variable: variable, list: list, predicate: predicate, projection: projection),
      range(from: start))
  }

  private func reduce() throws(SyntaxAbort) -> Expression {
    let start = start
    let outerHeight = height
    height = 0
    for _ in 0..<2 { advance() }
    let accumulator = takeName()
    advance()
    let initial = try bracketedExpression()
    try expect(.comma, "',' after the first value in reduce()")
    let variable = try symbolicName("a variable for the list's elements in reduce()")
    try expect(.in, "after the variable '\(variable.text)' in reduce()")
    let list = try bracketedExpression(barEnds: true)
    try expect(.bar, "'|' after the list in reduce()")
    let step = try bracketedExpression()
    try expect(.rightParenthesis, "')' after the expression of reduce()")
    try raise()
    height = max(height, outerHeight)
    return Expression(
      .reduce(accumulator: accumulator, initial: initial, variable: variable, list: list, step: step),
      range(from: start))
  }

  private func shortestPath() throws(SyntaxAbort) -> Expression {
    let part = try selectedPart(variable: nil, from: start)
    height = max(height, 1)
    return Expression(.shortestPath(part), part.range)
  }

  /// `variable {.key, .*, key: value, other}`
  func mapProjection() throws(SyntaxAbort) -> Expression {
    let start = start
    let outerHeight = height
    height = 0
    let variable = takeName()
    advance()
    var items: [MapProjectionItem] = []
    if kind != .rightBrace {
      repeat { items.append(try mapProjectionItem()) } while accept(.comma)
    }
    try expect(.rightBrace, "'}' or ',' after the item of the map projection")
    try raise()
    height = max(height, outerHeight)
    return Expression(.mapProjection(variable, items), range(from: start))
  }

  private func mapProjectionItem() throws(SyntaxAbort) -> MapProjectionItem {
    if accept(.dot) {
      if accept(.star) { return .allProperties }
      return .property(try schemaName("a property key or '*' after '.'"))
    }
    if peek(1).kind == .colon { return .entry(try mapEntry()) }
    return .variable(try symbolicName("'.key', '.*', 'key: value' or a variable in the map projection"))
  }

  /// `CASE [subject] WHEN … THEN … [ELSE …] END`
  func conditional() throws(SyntaxAbort) -> Expression {
    let start = start
    let outerHeight = height
    height = 0
    advance()
    let subject = keyword == .when ? nil : try bracketedExpression()
    var branches: [ConditionalExpression.Branch] = []
    repeat {
      try expect(.when, "in the CASE expression")
      let condition = try bracketedExpression()
      try expect(.then, "after the condition of 'WHEN'")
      branches.append(.init(condition: condition, result: try bracketedExpression()))
    } while keyword == .when
    let otherwise = accept(.else) ? try bracketedExpression() : nil
    guard accept(Keyword.end) else {
      throw fail(expected: "\(otherwise == nil ? "'WHEN', 'ELSE' or " : "")'END' of the CASE expression")
    }
    try raise()
    height = max(height, outerHeight)
    return Expression(
      .conditional(ConditionalExpression(subject: subject, branches: branches, otherwise: otherwise)),
      range(from: start))
  }
}

// MARK: Subqueries

extension TokenReader {
  /// `count {` and `collect {` may also be map projections of variables with these names.
  private var isSubqueryAhead: Bool {
    let first = peek(2)
    if first.kind == .leftParenthesis || first.keyword?.startsClause == true && peek(3).kind != .colon { return true }
    return first.isSymbolicName && (peek(3).kind == .equal || peek(3).kind == .leftParenthesis)
  }

  private func subquery(_ kind: SubqueryKind) throws(SyntaxAbort) -> Expression {
    let start = start
    // A subquery's rules take several times the stack of a parenthesis.
    try enter(4)
    let outer = (height, barEndsExpression)
    (height, barEndsExpression) = (0, false)
    for _ in 0..<2 { advance() }
    let query = keyword?.startsClause == true ? try self.query(mode: .run) : try patternQuery()
    try expect(.rightBrace, "'}' after the subquery")
    try raise()
    (height, barEndsExpression) = (max(height, outer.0), outer.1)
    leave(4)
    return Expression(.subquery(kind, query), range(from: start))
  }

  /// A pattern with WHERE, as one MATCH clause.
  private func patternQuery() throws(SyntaxAbort) -> Query {
    let start = start
    let patterns = try patternParts()
    let predicate = try optionalPredicate()
    let range = range(from: start)
    let clause = Clause.match(MatchClause(isOptional: false, patterns: patterns, predicate: predicate, range: range))
    return Query(parts: [SingleQuery(clauses: [clause], range: range)], range: range)
  }
}
