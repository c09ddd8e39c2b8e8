import QuipuCore

extension TokenReader {
  /// What expressions are built from; openCypher 9, rule `Atom`.
  func atom() throws(SyntaxAbort) -> Expression {
    switch kind {
    case .number: return try number(isNegative: false, from: start)
    case .string: return try string()
    case .parameter: return parameter()
    case .leftParenthesis: return try parenthesized()
    case .leftBracket: return try bracketed()
    case .leftBrace: return try map()
    case .word, .quotedName: return try wordAtom()
    default: throw fail(expected: "an expression")
    }
  }

  /// The sign, if any, is already behind.
  func number(isNegative: Bool, from start: UInt32) throws(SyntaxAbort) -> Expression {
    let kind: Expression.Kind
    do {
      kind = try Literals.number(bytes[token.range.range], isNegative: isNegative)
    } catch { throw literalError(error) }
    advance()
    return leaf(kind, start)
  }

  private func string() throws(SyntaxAbort) -> Expression {
    let start = start
    let text: String
    do { text = try Literals.string(bytes[token.range.range]) } catch { throw literalError(error) }
    advance()
    return leaf(.string(text), start)
  }

  private func literalError(_ failure: Literals.Failure) -> SyntaxAbort {
    fail(failure.detail, failure.message, at: failure.range.map { ByteRange($0) } ?? token.range)
  }

  func parameter() -> Expression {
    let start = start
    advance()
    let range = range(from: start)
    return leaf(.parameter(Literals.name(bytes[range.range].dropFirst())), start)
  }

  private func leaf(_ kind: Expression.Kind, _ start: UInt32) -> Expression {
    height = max(height, 1)
    return Expression(kind, range(from: start))
  }

  private func parenthesized() throws(SyntaxAbort) -> Expression {
    if isPatternAhead(at: position) { return try patternPredicate() }
    advance()
    let inner = try bracketedExpression()
    try expect(.rightParenthesis, "')' after the expression")
    return inner
  }

  private func patternPredicate() throws(SyntaxAbort) -> Expression {
    let element = try patternElement(inExpression: true)
    return leaf(.patternPredicate(element), element.range.start)
  }

  private func wordAtom() throws(SyntaxAbort) -> Expression {
    let start = start
    switch keyword {
    case .true, .false:
      let value = keyword == .true
      advance()
      return leaf(.boolean(value), start)
    case .null:
      advance()
      return leaf(.null, start)
    case .case: return try conditional()
    case .not: return try misplacedNot()
    default: break
    }
    if let special = try specialCall() { return special }
    if isCallAhead { return try call() }
    if peek(1).kind == .leftBrace, token.isSymbolicName { return try mapProjection() }
    guard token.isSymbolicName else { throw fail(expected: "an expression") }
    let name = takeName()
    return leaf(.variable(name.text), start)
  }

  /// NOT binds more loosely than what stands before it.
  private func misplacedNot() throws(SyntaxAbort) -> Expression {
    throw fail("UnexpectedSyntax", "'NOT' must be put in parentheses after this operator", at: token.range)
  }

  /// A name, maybe with namespaces, and an opening parenthesis.
  private var isCallAhead: Bool {
    var offset = 1
    while peek(offset).kind == .dot, peek(offset + 1).isAnyName { offset += 2 }
    guard peek(offset).kind == .leftParenthesis else { return false }
    return offset > 1 || token.isSymbolicName || keyword == .exists || keyword == .all
  }

  private func call() throws(SyntaxAbort) -> Expression {
    let start = start
    let name = dottedName()
    advance()
    let isDistinct = accept(.distinct)
    let arguments = try expressions(until: .rightParenthesis, "')' or ',' after the function's argument")
    return Expression(
      .call(FunctionCall(name: name, isDistinct: isDistinct, arguments: arguments)), range(from: start))
  }

  /// Names joined by dots; the current token is one.
  func dottedName() -> Name {
    let start = start
    var text = takeName().text
    while kind == .dot, peek(1).isAnyName {
      advance()
      text += "." + takeName().text
    }
    return Name(text, range(from: start))
  }

  /// Expressions parted by commas up to a closing bracket, which is passed.
  func expressions(until closing: Token.Kind, _ expected: String) throws(SyntaxAbort) -> [Expression] {
    let outerHeight = height
    height = 0
    var result: [Expression] = []
    if kind != closing {
      repeat { result.append(try bracketedExpression()) } while accept(.comma)
    }
    try expect(closing, expected)
    try raise()
    height = max(height, outerHeight)
    return result
  }

  private func map() throws(SyntaxAbort) -> Expression {
    let start = start
    try rejectOldParameter()
    let outerHeight = height
    height = 0
    advance()
    var entries: [MapEntry] = []
    if kind != .rightBrace {
      repeat { entries.append(try mapEntry()) } while accept(.comma)
    }
    try expect(.rightBrace, "'}' or ',' after the map's value")
    try raise()
    height = max(height, outerHeight)
    return Expression(.map(entries), range(from: start))
  }

  func mapEntry() throws(SyntaxAbort) -> MapEntry {
    let key = try schemaName("a key of the map")
    try expect(.colon, "':' after the key '\(key.text)'")
    return MapEntry(key: key, value: try bracketedExpression())
  }

  /// `{name}` was a parameter in older versions of the language.
  private func rejectOldParameter() throws(SyntaxAbort) {
    guard peek(1).isAnyName || peek(1).kind == .number, peek(2).kind == .rightBrace else { return }
    let name = text(peek(1).range)
    throw fail(
      "UnexpectedSyntax", "expected ':' after the key '\(name)'; a parameter is written $\(name)", at: peek(2).range)
  }
}
