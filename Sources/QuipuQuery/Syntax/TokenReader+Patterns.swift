import QuipuCore

extension TokenReader {
  /// Patterns parted by commas.
  func patternParts() throws(SyntaxAbort) -> [PatternPart] {
    var parts: [PatternPart] = []
    repeat { parts.append(try patternPart()) } while accept(.comma)
    return parts
  }

  /// `[variable =] [shortestPath(]nodes and relationships[)]`
  func patternPart() throws(SyntaxAbort) -> PatternPart {
    let start = start
    var variable: Name?
    if token.isSymbolicName, peek(1).kind == .equal {
      variable = takeName()
      advance()
    }
    if keyword == .shortestPath || keyword == .allShortestPaths {
      return try selectedPart(variable: variable, from: start)
    }
    let element = try patternElement(inExpression: false)
    return PatternPart(variable: variable, element: element, range: range(from: start))
  }

  /// `shortestPath(…)` or `allShortestPaths(…)`
  func selectedPart(variable: Name?, from start: UInt32) throws(SyntaxAbort) -> PatternPart {
    let selector = keyword == .shortestPath ? PatternPart.Selector.shortest : .allShortest
    let name = takeName().text
    try expect(.leftParenthesis, "'(' after '\(name)'")
    let element = try patternElement(inExpression: false)
    try expect(.rightParenthesis, "')' after the pattern of '\(name)'")
    return PatternPart(variable: variable, selector: selector, element: element, range: range(from: start))
  }

  /// Nodes joined by relationships; parentheses may stand around it all outside of expressions.
  func patternElement(inExpression: Bool) throws(SyntaxAbort) -> PatternElement {
    var parentheses = 0
    while !inExpression, kind == .leftParenthesis, peek(1).kind == .leftParenthesis {
      advance()
      parentheses += 1
    }
    let start = start
    var nodes = [try nodePattern()]
    var edges: [EdgePattern] = []
    while inExpression ? isEdgeAhead(at: position) : isEdgeStart {
      edges.append(try edgePattern())
      nodes.append(try nodePattern())
    }
    let range = range(from: start)
    for _ in 0..<parentheses { try expect(.rightParenthesis, "')' after the pattern") }
    return PatternElement(nodes: nodes, edges: edges, range: range)
  }

  private func nodePattern() throws(SyntaxAbort) -> NodePattern {
    let start = start
    try expect(.leftParenthesis, "'(' and a node of the pattern")
    let variable = try patternVariable(.rightParenthesis)
    let labels = accept(.colon) ? try labels(of: .node) : nil
    let properties = try patternProperties()
    let predicate = accept(.where) ? try bracketedExpression() : nil
    try expect(.rightParenthesis, "')' after the node of the pattern")
    return NodePattern(
      variable: variable, labels: labels, properties: properties, predicate: predicate, range: range(from: start))
  }

  /// A reserved word before a colon or the end can only be meant as a name, and is refused as such.
  private func patternVariable(_ closing: Token.Kind) throws(SyntaxAbort) -> Name? {
    guard kind == .word, peek(1).kind == .colon || peek(1).kind == closing else {
      return token.isSymbolicName ? takeName() : nil
    }
    return try symbolicName("a variable of the pattern")
  }

  private func patternProperties() throws(SyntaxAbort) -> Expression? {
    if kind == .parameter { return parameter() }
    guard kind == .leftBrace else { return nil }
    return try bracketedAtom()
  }

  private func bracketedAtom() throws(SyntaxAbort) -> Expression {
    try enter()
    let result = try atom()
    leave()
    return result
  }
}

// MARK: Relationships

extension TokenReader {
  private var isEdgeStart: Bool {
    isDash(kind) || isLeftArrow(kind) && isDash(peek(1).kind)
  }

  private func isDash(_ kind: Token.Kind) -> Bool { kind == .minus || kind == .otherDash }
  private func isLeftArrow(_ kind: Token.Kind) -> Bool { kind == .less || kind == .otherLeftArrow }
  private func isRightArrow(_ kind: Token.Kind) -> Bool { kind == .greater || kind == .otherRightArrow }

  private func acceptDash() -> Bool {
    guard isDash(kind) else { return false }
    advance()
    return true
  }

  private func edgePattern() throws(SyntaxAbort) -> EdgePattern {
    let start = start
    let pointsLeft = isLeftArrow(kind)
    if pointsLeft { advance() }
    guard acceptDash() else { throw fail(expected: "'-' of a relationship") }
    var edge = EdgePattern(direction: .either, range: token.range)
    if accept(.leftBracket) {
      try edgeDetail(&edge)
      try expect(.rightBracket, "']' after the relationship")
    }
    guard acceptDash() else { throw fail(expected: "'-' after the relationship") }
    let pointsRight = isRightArrow(kind)
    if pointsRight { advance() }
    edge.direction = pointsLeft == pointsRight ? .either : pointsLeft ? .incoming : .outgoing
    edge.range = range(from: start)
    return edge
  }

  private func edgeDetail(_ edge: inout EdgePattern) throws(SyntaxAbort) {
    edge.variable = try patternVariable(.rightBracket)
    if accept(.colon) { edge.types = try labels(of: .edge) }
    if kind == .star { edge.length = try edgeLength() }
    if kind == .dotDot || kind == .number {
      throw fail("InvalidRelationshipPattern", "a relationship's length begins with '*', as in *1..3", at: token.range)
    }
    edge.properties = try patternProperties()
    if accept(.where) { edge.predicate = try bracketedExpression() }
  }

  /// `*`, `*n`, `*min..max`
  private func edgeLength() throws(SyntaxAbort) -> EdgePattern.Length {
    let start = start
    advance()
    let minimum = try edgeBound()
    guard accept(.dotDot) else {
      return EdgePattern.Length(minimum: minimum, maximum: minimum, range: range(from: start))
    }
    let maximum = try edgeBound()
    return EdgePattern.Length(minimum: minimum, maximum: maximum, range: range(from: start))
  }

  private func edgeBound() throws(SyntaxAbort) -> Int? {
    if kind == .minus || kind == .plus {
      throw fail(
        "InvalidRelationshipPattern", "a relationship's length must not be negative or signed", at: token.range)
    }
    guard kind == .number else { return nil }
    let range = token.range
    guard case .integer(let value) = try number(isNegative: false, from: start).kind, let bound = Int(exactly: value)
    else { throw fail("InvalidRelationshipPattern", "a relationship's length must be an integer", at: range) }
    return bound
  }
}

// MARK: Pattern or expression

extension TokenReader {
  /// Whether the parenthesis at a place begins a pattern of at least one relationship, and not a parenthesised
  /// expression: `(a)-[b]-(c)` is a pattern, `(a)-[b]` and `(a) - (b)` are subtractions. Constant time.
  func isPatternAhead(at index: Int) -> Bool {
    guard let close = nodeEnd(at: index) else { return false }
    return isEdgeAhead(at: close + 1)
  }

  private func tokenKind(_ index: Int) -> Token.Kind { tokens[min(index, tokens.count - 1)].kind }

  /// Whether a relationship and a node stand at a place.
  func isEdgeAhead(at index: Int) -> Bool {
    var index = index
    if isLeftArrow(tokenKind(index)) { index += 1 }
    guard isDash(tokenKind(index)) else { return false }
    index += 1
    if tokenKind(index) == .leftBracket {
      guard partners[index] >= 0 else { return false }
      index = Int(partners[index]) + 1
    }
    guard isDash(tokenKind(index)) else { return false }
    index += 1
    if isRightArrow(tokenKind(index)) { index += 1 }
    return nodeEnd(at: index) != nil
  }

  /// The closing parenthesis of what looks like a node pattern.
  private func nodeEnd(at index: Int) -> Int? {
    guard tokenKind(index) == .leftParenthesis, partners[index] >= 0 else { return nil }
    let close = Int(partners[index])
    var index = index + 1
    if tokens[index].isSymbolicName { index += 1 }
    switch tokens[index].kind {
    case .rightParenthesis, .colon, .leftBrace, .parameter: return close
    default: return tokens[index].keyword == .where ? close : nil
    }
  }
}
