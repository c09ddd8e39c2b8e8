import QuipuCore

/// Operators, loosest first; openCypher 9, rules `Expression` to `UnaryAddOrSubtractExpression`.
private enum Precedence: Int {
  case or, xor, and, not, comparison, predicate, additive, multiplicative, power, unary
}

/// A binary or postfix operator as its first token tells it.
private enum Operator {
  case or, xor, and
  case comparison(ComparisonOperator)
  case arithmetic(ArithmeticOperator, Precedence)
  case string(StringOperator)
  case isIn, isNull

  var precedence: Precedence {
    switch self {
    case .or: .or
    case .xor: .xor
    case .and: .and
    case .comparison: .comparison
    case .arithmetic(_, let precedence): precedence
    case .string, .isIn, .isNull: .predicate
    }
  }
}

extension TokenReader {
  /// Any expression.
  func expression() throws(SyntaxAbort) -> Expression { try operation(.or) }

  /// An expression in brackets of its own, where `|` has its usual meaning; one level deeper.
  func bracketedExpression(barEnds: Bool = false) throws(SyntaxAbort) -> Expression {
    try enter()
    let outer = barEndsExpression
    barEndsExpression = barEnds
    let result = try operation(.or)
    barEndsExpression = outer
    leave()
    return result
  }

  /// Operators that bind at least as tightly as asked (precedence climbing).
  private func operation(_ minimum: Precedence) throws(SyntaxAbort) -> Expression {
    let outerHeight = height
    height = 0
    let start = start
    var left = try prefixOperation(minimum)
    while let next = binaryOperator(), next.precedence.rawValue >= minimum.rawValue {
      left = try apply(next, to: left, start)
    }
    height = max(height, outerHeight)
    return left
  }

  /// NOT and its operand where the place allows it, else an operand.
  private func prefixOperation(_ minimum: Precedence) throws(SyntaxAbort) -> Expression {
    guard keyword == .not, minimum.rawValue <= Precedence.not.rawValue else { return try operand() }
    return try negation()
  }

  private func negation() throws(SyntaxAbort) -> Expression {
    var starts: [UInt32] = []
    while keyword == .not {
      starts.append(start)
      advance()
    }
    var result = try operation(.comparison)
    for start in starts.reversed() {
      try raise()
      result = Expression(.not(result), range(from: start))
    }
    return result
  }

  private func binaryOperator() -> Operator? {
    switch kind {
    case .plus: .arithmetic(.add, .additive)
    case .minus: .arithmetic(.subtract, .additive)
    case .star: .arithmetic(.multiply, .multiplicative)
    case .slash: .arithmetic(.divide, .multiplicative)
    case .percent: .arithmetic(.modulo, .multiplicative)
    case .caret: .arithmetic(.power, .power)
    case .equal: .comparison(.equal)
    case .notEqual: .comparison(.notEqual)
    case .less: .comparison(.less)
    case .lessOrEqual: .comparison(.lessOrEqual)
    case .greater: .comparison(.greater)
    case .greaterOrEqual: .comparison(.greaterOrEqual)
    case .regexMatch: .string(.matches)
    case .word: wordOperator()
    default: nil
    }
  }

  private func wordOperator() -> Operator? {
    switch keyword {
    case .or: .or
    case .xor: .xor
    case .and: .and
    case .in: .isIn
    case .is: .isNull
    case .contains: .string(.contains)
    case .starts: .string(.startsWith)
    case .ends: .string(.endsWith)
    default: nil
    }
  }

  private func apply(_ next: Operator, to left: Expression, _ start: UInt32) throws(SyntaxAbort) -> Expression {
    switch next {
    case .or, .xor, .and: return try junction(next, left, start)
    case .comparison: return try comparison(left, start)
    case .arithmetic(let arithmetic, let precedence):
      advance()
      let right = try operation(Precedence(rawValue: precedence.rawValue + 1) ?? .unary)
      try raise()
      return Expression(.arithmetic(arithmetic, left, right), range(from: start))
    case .string(let match): return try stringMatch(match, left, start)
    case .isIn:
      advance()
      let list = try operation(.additive)
      try raise()
      return Expression(.isIn(left, list), range(from: start))
    case .isNull: return try nullPredicate(left, start)
    }
  }

  /// `a OR b OR c`, flat; also XOR and AND.
  private func junction(_ first: Operator, _ left: Expression, _ start: UInt32) throws(SyntaxAbort) -> Expression {
    let word = keyword
    var operands = [left]
    let tighter = Precedence(rawValue: first.precedence.rawValue + 1) ?? .not
    while keyword == word {
      advance()
      operands.append(try operation(tighter))
    }
    try raise()
    let range = range(from: start)
    switch first {
    case .or: return Expression(.or(operands), range)
    case .xor: return Expression(.xor(operands), range)
    default: return Expression(.and(operands), range)
    }
  }

  /// `a < b <= c`, flat.
  private func comparison(_ left: Expression, _ start: UInt32) throws(SyntaxAbort) -> Expression {
    var operands = [left]
    var operators: [ComparisonOperator] = []
    while case .comparison(let next) = binaryOperator() {
      advance()
      operators.append(next)
      operands.append(try operation(.predicate))
    }
    try raise()
    return Expression(.comparison(operands, operators), range(from: start))
  }

  private func stringMatch(
    _ match: StringOperator, _ left: Expression, _ start: UInt32
  ) throws(SyntaxAbort) -> Expression {
    advance()
    if match == .startsWith { try expect(.with, "after 'STARTS'") }
    if match == .endsWith { try expect(.with, "after 'ENDS'") }
    let right = try operation(.additive)
    try raise()
    return Expression(.stringMatch(match, left, right), range(from: start))
  }

  private func nullPredicate(_ left: Expression, _ start: UInt32) throws(SyntaxAbort) -> Expression {
    advance()
    let isNegated = accept(.not)
    guard accept(.null) else {
      throw fail(expected: isNegated ? "'NULL' after 'IS NOT'" : "'NULL' or 'NOT NULL' after 'IS'")
    }
    try raise()
    return Expression(isNegated ? .isNotNull(left) : .isNull(left), range(from: start))
  }

  /// Signs, an atom, and what follows it directly.
  private func operand() throws(SyntaxAbort) -> Expression {
    if kind == .minus || kind == .plus { return try signed() }
    return try postfixed()
  }

  private func signed() throws(SyntaxAbort) -> Expression {
    var signs: [(start: UInt32, isMinus: Bool)] = []
    while kind == .minus || kind == .plus {
      signs.append((start, kind == .minus))
      advance()
    }
    var result: Expression
    if kind == .number, signs.last?.isMinus == true, !continuesPostfix(peek(1).kind), let sign = signs.popLast() {
      result = try number(isNegative: true, from: sign.start)
    } else {
      result = try postfixed()
    }
    for sign in signs.reversed() {
      try raise()
      result = Expression(sign.isMinus ? .negate(result) : .plus(result), range(from: sign.start))
    }
    return result
  }

  private func continuesPostfix(_ kind: Token.Kind) -> Bool {
    kind == .dot || kind == .leftBracket || kind == .colon
  }

  /// An atom with `.key`, `[index]`, `[from..to]` and `:Label` after it.
  func postfixed(allowsLabels: Bool = true) throws(SyntaxAbort) -> Expression {
    let start = start
    var result = try atom()
    while continuesPostfix(kind) {
      if kind == .colon {
        guard allowsLabels else { break }
        let labels = try labelPredicate()
        try raise()
        return Expression(.hasLabels(result, labels), range(from: start))
      }
      result = try access(result, start)
    }
    return result
  }

  private func labelPredicate() throws(SyntaxAbort) -> LabelExpression {
    advance()
    return try labels(of: .predicate)
  }

  private func access(_ base: Expression, _ start: UInt32) throws(SyntaxAbort) -> Expression {
    if accept(.dot) {
      let key = try schemaName("a property key after '.'")
      try raise()
      return Expression(.property(base, key), range(from: start))
    }
    advance()
    let from = kind == .dotDot ? nil : try bracketedExpression()
    if accept(.dotDot) {
      let to = kind == .rightBracket ? nil : try bracketedExpression()
      try expect(.rightBracket, "']' after the slice")
      try raise()
      return Expression(.slice(base, from: from, to: to), range(from: start))
    }
    guard let index = from, accept(.rightBracket) else { throw fail(expected: "']' or '..' after the index") }
    try raise()
    return Expression(.subscripted(base, index), range(from: start))
  }
}
