import QuipuCore

extension TokenReader {
  /// Single queries joined by UNION, up to what is no clause.
  func query(mode: Query.Mode) throws(SyntaxAbort) -> Query {
    let start = start
    var parts = [try singleQuery()]
    var unions: [Union] = []
    while keyword == .union {
      let start = self.start
      advance()
      let keepsDuplicates = accept(.all)
      if !keepsDuplicates { _ = accept(.distinct) }
      unions.append(Union(keepsDuplicates: keepsDuplicates, range: range(from: start)))
      parts.append(try singleQuery())
    }
    return Query(mode: mode, parts: parts, unions: unions, range: range(from: start))
  }

  private func singleQuery() throws(SyntaxAbort) -> SingleQuery {
    let start = start
    let isInner = depth > 0
    var clauses: [Clause] = []
    repeat {
      let begin = position
      do { clauses.append(try clause()) } catch {
        // Not in a subquery: where that ends is unsure after an error.
        guard !isInner, recover(from: begin) else { throw error }
      }
    } while keyword?.startsClause == true
    try checkCalls(clauses)
    return SingleQuery(clauses: clauses, range: range(from: start))
  }

  private func clause() throws(SyntaxAbort) -> Clause {
    switch keyword {
    case .match, .optional: return .match(try matchClause())
    case .unwind: return .unwind(try unwindClause())
    case .with: return .projection(try projectionClause(.with))
    case .return: return .projection(try projectionClause(.return))
    case .call: return .call(try callClause())
    case .create: return .create(try createClause())
    case .merge: return .merge(try mergeClause())
    case .set: return .set(try setClause())
    case .remove: return .remove(try removeClause())
    case .delete, .detach: return .delete(try deleteClause())
    default: throw fail(expected: "a clause such as MATCH, CREATE or RETURN")
    }
  }

  private func matchClause() throws(SyntaxAbort) -> MatchClause {
    let start = start
    let isOptional = accept(.optional)
    try expect(.match, "after 'OPTIONAL'")
    let patterns = try patternParts()
    let predicate = try optionalPredicate()
    return MatchClause(isOptional: isOptional, patterns: patterns, predicate: predicate, range: range(from: start))
  }

  func optionalPredicate() throws(SyntaxAbort) -> Expression? {
    accept(.where) ? try expression() : nil
  }

  private func unwindClause() throws(SyntaxAbort) -> UnwindClause {
    let start = start
    advance()
    let list = try expression()
    try expect(.as, "and a variable after the list of UNWIND")
    let variable = try symbolicName("a variable after 'AS'")
    return UnwindClause(list: list, variable: variable, range: range(from: start))
  }
}

// MARK: WITH and RETURN

extension TokenReader {
  private func projectionClause(_ kind: ProjectionClause.Kind) throws(SyntaxAbort) -> ProjectionClause {
    let start = start
    advance()
    let isDistinct = accept(.distinct)
    let includesAll = accept(.star)
    var items: [ProjectionItem] = []
    if !includesAll || accept(.comma) {
      repeat { items.append(try projectionItem()) } while accept(.comma)
    }
    var clause = ProjectionClause(
      kind: kind, isDistinct: isDistinct, includesAll: includesAll, items: items, range: token.range)
    try projectionTail(&clause)
    clause.range = range(from: start)
    return clause
  }

  private func projectionItem() throws(SyntaxAbort) -> ProjectionItem {
    let start = start
    let expression = try expression()
    let text = text(range(from: start))
    let alias = accept(.as) ? try symbolicName("a name after 'AS'") : nil
    return ProjectionItem(expression: expression, alias: alias, text: text)
  }

  private func projectionTail(_ clause: inout ProjectionClause) throws(SyntaxAbort) {
    if accept(.order) {
      try expect(.by, "after 'ORDER'")
      repeat { clause.order.append(try sortItem()) } while accept(.comma)
    }
    if accept(.skip) || accept(.offset) { clause.skip = try expression() }
    if accept(.limit) { clause.limit = try expression() }
    if clause.kind == .with { clause.predicate = try optionalPredicate() }
  }

  private func sortItem() throws(SyntaxAbort) -> SortItem {
    let expression = try expression()
    let isDescending = accept(.desc) || accept(.descending)
    if !isDescending { _ = accept(.asc) || accept(.ascending) }
    return SortItem(expression: expression, isDescending: isDescending)
  }
}

// MARK: CALL

extension TokenReader {
  private func callClause() throws(SyntaxAbort) -> CallClause {
    let start = start
    advance()
    guard token.isAnyName else { throw fail(expected: "a procedure's name after 'CALL'") }
    let procedure = dottedName()
    let arguments =
      accept(.leftParenthesis)
      ? try expressions(until: .rightParenthesis, "')' or ',' after the procedure's argument") : nil
    var clause = CallClause(
      procedure: procedure, arguments: arguments, yields: nil, yieldsAll: false, predicate: nil, range: token.range)
    if accept(.yield) { try yields(&clause) }
    clause.range = range(from: start)
    return clause
  }

  private func yields(_ clause: inout CallClause) throws(SyntaxAbort) {
    if accept(.star) {
      clause.yieldsAll = true
      return
    }
    var items: [YieldItem] = []
    if !accept(.minus) {
      repeat { items.append(try yieldItem()) } while accept(.comma)
    }
    clause.yields = items
    clause.predicate = try optionalPredicate()
  }

  private func yieldItem() throws(SyntaxAbort) -> YieldItem {
    let field = try symbolicName("a result field after 'YIELD'")
    return YieldItem(field: field, alias: accept(.as) ? try symbolicName("a variable after 'AS'") : nil)
  }

  /// `YIELD *` has no place among other clauses (openCypher 9, rule `InQueryCall`).
  private func checkCalls(_ clauses: [Clause]) throws(SyntaxAbort) {
    guard clauses.count > 1 else { return }
    for case .call(let call) in clauses where call.yieldsAll {
      throw fail(
        "UnexpectedSyntax", "'YIELD *' stands only in a CALL on its own; name the fields here", at: call.range)
    }
  }
}

// MARK: Recovery

extension TokenReader {
  /// Goes to the next clause after an error in one that began at a token; false if there is none or too many errors
  /// are known already.
  private func recover(from begin: Int) -> Bool {
    guard errors.count < 20, errors.last?.kind != .limit else { return false }
    var index = begin
    while index < tokens.count {
      if index > errorPosition || index == errorPosition && index > begin, startsClause(at: index) {
        position = index
        (depth, height, barEndsExpression) = (0, 0, false)
        return true
      }
      index = max(index, Int(partners[index])) + 1
    }
    return false
  }

  /// Not `STARTS WITH`, `ON CREATE` or a name like `n.set`.
  private func startsClause(at index: Int) -> Bool {
    guard tokens[index].keyword?.startsClause == true, index > 0 else { return false }
    let before = tokens[index - 1]
    if before.kind == .dot || before.kind == .colon { return false }
    switch before.keyword {
    case .starts, .ends, .on, .optional, .detach: return false
    default: return true
    }
  }
}
