import QuipuQuery

extension SyntaxDump {
  private static func form(_ head: String, _ parts: [String?]) -> String {
    "(" + ([head] + parts.compactMap { $0 }).joined(separator: " ") + ")"
  }

  private static func form(_ head: String, _ parts: [Expression]) -> String { form(head, parts.map(dump)) }

  static func dump(_ expression: Expression) -> String {
    literal(expression.kind) ?? operation(expression.kind) ?? construct(expression.kind)
  }

  private static func literal(_ kind: Expression.Kind) -> String? {
    switch kind {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let value): "\(value.debugDescription)"
    case .list(let items): form("list", items)
    case .map(let entries): form("map", entries.map(dump))
    case .parameter(let name): "$\(name)"
    case .variable(let name): name
    default: nil
    }
  }

  private static func dump(_ entry: MapEntry) -> String { form(dump(entry.key) + ":", [entry.value]) }

  private static func operation(_ kind: Expression.Kind) -> String? {
    switch kind {
    case .property(let base, let key): form(".", [dump(base), dump(key)])
    case .subscripted(let base, let index): form("at", [base, index])
    case .slice(let base, let from, let to): form("slice", [dump(base), from.map(dump) ?? "_", to.map(dump) ?? "_"])
    case .hasLabels(let base, let labels): form("has", [dump(base), dump(labels)])
    case .not(let operand): form("not", [operand])
    case .and(let operands): form("and", operands)
    case .or(let operands): form("or", operands)
    case .xor(let operands): form("xor", operands)
    case .comparison(let operands, let operators):
      form("compare", [dump(operands[0])] + zip(operators, operands.dropFirst()).flatMap { [$0.rawValue, dump($1)] })
    case .arithmetic(let next, let left, let right): form(next.rawValue, [left, right])
    case .negate(let operand): form("negate", [operand])
    case .plus(let operand): form("plus", [operand])
    case .stringMatch(let match, let left, let right): form("\(match)", [left, right])
    case .isIn(let element, let list): form("in", [element, list])
    case .isNull(let operand): form("is-null", [operand])
    case .isNotNull(let operand): form("is-not-null", [operand])
    default: nil
    }
  }

  private static func construct(_ kind: Expression.Kind) -> String {
    switch kind {
    case .call(let call):
      form(call.isDistinct ? "call-distinct" : "call", [dump(call.name)] + call.arguments.map(dump))
    case .countStar: "(count *)"
    case .conditional(let conditional): dump(conditional)
    case .listComprehension(let variable, let list, let predicate, let projection):
      form("each", [dump(variable), dump(list)] + [predicate.map { form("where", [$0]) }, projection.map(dump)])
    case .quantifier(let quantifier, let variable, let list, let predicate):
      form(quantifier.rawValue, [dump(variable), dump(list), dump(predicate)])
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      form("reduce", [dump(accumulator), dump(initial), dump(variable), dump(list), dump(step)])
    case .mapProjection(let variable, let items): form("project", [dump(variable)] + items.map(dump))
    case .patternPredicate(let element): form("exists", [dump(element)])
    case .patternComprehension(let path, let element, let predicate, let projection):
      form("each", [path.map(dump), dump(element), predicate.map { form("where", [$0]) }, dump(projection)])
    case .shortestPath(let part): dump(part)
    case .subquery(let kind, let query): form("\(kind)", [dump(query)])
    default: "?"
    }
  }

  private static func dump(_ item: MapProjectionItem) -> String {
    switch item {
    case .property(let name): ".\(dump(name))"
    case .allProperties: ".*"
    case .entry(let entry): dump(entry)
    case .variable(let name): dump(name)
    }
  }

  private static func dump(_ conditional: ConditionalExpression) -> String {
    form(
      "case",
      [conditional.subject.map(dump)] + conditional.branches.map { form("when", [$0.condition, $0.result]) }
        + [conditional.otherwise.map { form("else", [$0]) }])
  }
}
