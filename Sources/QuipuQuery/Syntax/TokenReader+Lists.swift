import QuipuCore

/// Lists, and the three kinds of comprehension, told apart before they are read so that nothing is read twice.
extension TokenReader {
  /// What begins with `[` and is no access.
  func bracketed() throws(SyntaxAbort) -> Expression {
    if peek(1).isSymbolicName, peek(2).keyword == .in, isComprehension { return try listComprehension() }
    if isPatternComprehension { return try patternComprehension() }
    let start = start
    advance()
    let items = try expressions(until: .rightBracket, "']' or ',' after the list's element")
    return Expression(.list(items), range(from: start))
  }

  /// `[x IN …` is a comprehension unless a comma shows a list of more elements.
  private var isComprehension: Bool {
    let mark = firstMark { $0.kind == .comma || $0.kind == .bar || $0.keyword == .where }
    return mark?.kind != .comma
  }

  private var isPatternComprehension: Bool {
    let isNamed = peek(1).isSymbolicName && peek(2).kind == .equal
    guard isPatternAhead(at: position + (isNamed ? 3 : 1)) else { return false }
    return firstMark { $0.kind == .comma || $0.kind == .bar }?.kind == .bar
  }

  /// The first such token directly within the brackets that open here. Linear in the tokens of this level.
  private func firstMark(_ isMark: (Token) -> Bool) -> Token? {
    let end = Int(partners[position])
    var index = position + 1
    while index < end {
      if isMark(tokens[index]) { return tokens[index] }
      index = max(index, Int(partners[index])) + 1
    }
    return nil
  }

  private func listComprehension() throws(SyntaxAbort) -> Expression {
    let start = start
    let outerHeight = height
    height = 0
    advance()
    let variable = takeName()
    advance()
    let (list, predicate) = try filtered()
    let projection = accept(.bar) ? try bracketedExpression() : nil
    try expect(.rightBracket, "']', 'WHERE' or '|' in the list comprehension")
    try raise()
    height = max(height, outerHeight)
    return Expression(
      .listComprehension(variable: variable, list: list, predicate: predicate, projection: projection),
      range(from: start))
  }

  /// `list [WHERE predicate]`, which a `|` may end.
  func filtered() throws(SyntaxAbort) -> (list: Expression, predicate: Expression?) {
    let list = try bracketedExpression(barEnds: true)
    return (list, accept(.where) ? try bracketedExpression(barEnds: true) : nil)
  }

  private func patternComprehension() throws(SyntaxAbort) -> Expression {
    let start = start
    let outerHeight = height
    height = 0
    advance()
    var path: Name?
    if kind != .leftParenthesis {
      path = takeName()
      advance()
    }
    let element = try patternElement(inExpression: true)
    let predicate = accept(.where) ? try bracketedExpression(barEnds: true) : nil
    try expect(.bar, "'|' and a value, or 'WHERE', after the pattern")
    let projection = try bracketedExpression()
    try expect(.rightBracket, "']' after the pattern comprehension")
    try raise()
    height = max(height, outerHeight)
    return Expression(
      .patternComprehension(path: path, element, predicate: predicate, projection: projection), range(from: start))
  }
}
