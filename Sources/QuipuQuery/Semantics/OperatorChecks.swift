import QuipuCore

/// Operators and access to parts of values.
extension SemanticChecker {
  /// What a property can be read from.
  private static let keyed: TypeSet = [.map, .entity, .temporal]

  func typeOfAccess(_ expression: Expression, _ context: ExpressionContext) throws(QueryError) -> StaticType {
    switch expression.kind {
    case .property(let base, let key):
      let type = try type(of: base, context)
      // A path is bound by a pattern: to use it as something else is wrong in the text itself, whatever the values.
      try require(
        type, Self.keyed, "What the property \(key.text) is read from", at: expression.range,
        kind: type.kinds == .path ? .syntax : .type)
      return .any
    case .subscripted(let base, let index): return try typeOfElement(base, index, context)
    case .slice(let base, let from, let to):
      let list = try type(of: base, context)
      try require(list, .list, "What a slice is taken of", at: base.range, kind: .type)
      for bound in [from, to] {
        guard let bound else { continue }
        let type = try type(of: bound, context)
        try require(type, .integer, "A slice's end", at: bound.range, kind: .type)
      }
      return .list(of: list.element.kinds)
    case .hasLabels(let base, _):
      try require(try type(of: base, context), .entity, "What is asked for its labels", at: base.range)
      return .boolean
    default: return .any
    }
  }

  private func typeOfElement(
    _ base: Expression, _ index: Expression, _ context: ExpressionContext
  ) throws(QueryError) -> StaticType {
    let container = try type(of: base, context)
    try require(container, [.list, .map, .entity], "What is read by [ ]", at: base.range, kind: .type)
    let key = try type(of: index, context)
    guard container.kinds == .list else { return .any }
    try require(key, .integer, "A list's index", at: index.range, kind: .type)
    return container.element
  }

  /// AND, OR, XOR, NOT: patterns may stand among their operands where they may stand themselves.
  func typeOfLogic(_ expression: Expression, _ context: ExpressionContext) throws(QueryError) -> StaticType {
    let (operands, name): ([Expression], String) =
      switch expression.kind {
      case .and(let operands): (operands, "AND")
      case .or(let operands): (operands, "OR")
      case .xor(let operands): (operands, "XOR")
      case .not(let operand): ([operand], "NOT")
      default: ([], "")
      }
    for operand in operands {
      let type = try type(of: operand, context)
      try require(type, .boolean, "What \(name) joins", at: operand.range)
    }
    return .boolean
  }

  /// Operators that give a boolean whatever they compare.
  func typeOfTest(_ expression: Expression, _ context: ExpressionContext) throws(QueryError) -> StaticType {
    guard case .isIn(let element, let list) = expression.kind else {
      for child in expression.children { _ = try type(of: child, context) }
      return .boolean
    }
    _ = try type(of: element, context)
    try require(try type(of: list, context), .list, "What stands after IN", at: list.range)
    return .boolean
  }

  func typeOfArithmetic(_ expression: Expression, _ context: ExpressionContext) throws(QueryError) -> StaticType {
    switch expression.kind {
    case .arithmetic(let op, let left, let right):
      let (a, b) = (try type(of: left, context), try type(of: right, context))
      return op == .add ? try typeOfSum(a, b, left, right) : try typeOfNumeric(op, a, b, left, right)
    case .negate(let operand), .plus(let operand):
      let type = try type(of: operand, context)
      try require(type, [.number, .duration], "What a sign stands before", at: operand.range)
      return type
    default: return .any
    }
  }

  /// `+` adds numbers and durations, joins strings, and appends to lists.
  private func typeOfSum(
    _ a: StaticType, _ b: StaticType, _ left: Expression, _ right: Expression
  ) throws(QueryError) -> StaticType {
    if !a.kinds.union(b.kinds).contains(.list) && !a.kinds.union(b.kinds).contains(.string) {
      let addends: TypeSet = [.number, .string, .list, .temporal]
      try require(a, addends, "What + adds", at: left.range)
      try require(b, addends, "What + adds", at: right.range)
    }
    if a.kinds == .list || b.kinds == .list {
      let (x, y) = (a.kinds == .list ? a.elements : a.kinds, b.kinds == .list ? b.elements : b.kinds)
      return .list(of: a.mayBe(.list) && b.mayBe(.list) && (a.kinds != .list || b.kinds != .list) ? .any : x.union(y))
    }
    if a.kinds == .string && b.kinds == .string { return .string }
    return numeric(a, b)
  }

  private func typeOfNumeric(
    _ op: ArithmeticOperator, _ a: StaticType, _ b: StaticType, _ left: Expression, _ right: Expression
  ) throws(QueryError) -> StaticType {
    let operands: TypeSet = op == .modulo || op == .power ? .number : [.number, .temporal]
    try require(a, operands, "What \(op.rawValue) computes with", at: left.range)
    try require(b, operands, "What \(op.rawValue) computes with", at: right.range)
    return op == .power ? StaticType(.float) : numeric(a, b)
  }

  /// What numbers of these types give together; unknown when they need not be numbers.
  private func numeric(_ a: StaticType, _ b: StaticType) -> StaticType {
    if a.kinds == .integer && b.kinds == .integer { return .integer }
    guard TypeSet.number.isSuperset(of: a.kinds), TypeSet.number.isSuperset(of: b.kinds) else { return .any }
    return a.kinds == .float || b.kinds == .float ? StaticType(.float) : StaticType(.number)
  }
}
