import QuipuCore

/// Label expressions; openCypher 9 has `:A:B` and `|`, the rest is GQL's (ISO/IEC 39075, label expressions).
extension TokenReader {
  enum LabelPlace { case node, edge, predicate }

  /// After the first colon.
  func labels(of place: LabelPlace) throws(SyntaxAbort) -> LabelExpression {
    let first = try labelConjunction(place)
    guard kind == .bar, place != .predicate || !barEndsExpression else { return first }
    var parts = [first]
    while accept(.bar) {
      _ = accept(.colon)
      parts.append(try labelConjunction(place))
    }
    return .or(parts)
  }

  private func labelConjunction(_ place: LabelPlace) throws(SyntaxAbort) -> LabelExpression {
    let first = try labelFactor(place)
    var parts = [first]
    while kind == .ampersand || kind == .colon && place != .edge {
      advance()
      parts.append(try labelFactor(place))
    }
    return parts.count == 1 ? first : .and(parts)
  }

  private func labelFactor(_ place: LabelPlace) throws(SyntaxAbort) -> LabelExpression {
    var negations = 0
    while accept(.exclamation) { negations += 1 }
    try enter(negations)
    var result = try labelAtom(place)
    for _ in 0..<negations { result = .not(result) }
    leave(negations)
    return result
  }

  private func labelAtom(_ place: LabelPlace) throws(SyntaxAbort) -> LabelExpression {
    if kind == .percent {
      advance()
      return .any(tokens[position - 1].range)
    }
    guard kind == .leftParenthesis else {
      return .name(try schemaName(place == .edge ? "a relationship type" : "a label"))
    }
    try enter()
    advance()
    let outer = barEndsExpression
    barEndsExpression = false
    let result = try labels(of: place)
    barEndsExpression = outer
    try expect(.rightParenthesis, "')' after the labels")
    leave()
    return result
  }
}
