extension Expression {
  /// Whether this is the same expression as the other, wherever both stand in the text. Subqueries are the same only
  /// where they are one. Complexity: linear in the smaller.
  ///
  /// Compares rather than strips ranges: the rebuilding of high trees takes much stack.
  func isSame(as other: Expression) -> Bool {
    guard head == other.head else { return false }
    let (parts, others) = (children, other.children)
    return parts.count == others.count && zip(parts, others).allSatisfy { $0.isSame(as: $1) }
  }

  /// What the expression is apart from its parts: one word for the kind, then names and literals.
  private var head: [String] {
    switch kind {
    case .null: ["null"]
    case .boolean(let value): ["literal", "\(value)"]
    case .integer(let value): ["integer", "\(value)"]
    case .float(let value): ["float", "\(value)"]
    case .string(let value): ["string", value]
    case .list: ["list"]
    case .map(let entries): ["map"] + entries.map(\.key.text)
    case .parameter(let name): ["parameter", name]
    case .variable(let name): ["variable", name]
    case .property(_, let key): ["property", key.text]
    case .subscripted: ["subscripted"]
    case .slice(_, let from, let to): ["slice", "\(from != nil)", "\(to != nil)"]
    case .hasLabels(_, let labels): ["labels"] + labels.words
    case .not: ["not"]
    case .and: ["and"]
    case .or: ["or"]
    case .xor: ["xor"]
    case .comparison(_, let operators): ["comparison"] + operators.map(\.rawValue)
    case .arithmetic(let op, _, _): ["arithmetic", op.rawValue]
    case .negate: ["negate"]
    case .plus: ["plus"]
    case .stringMatch(let op, _, _): ["match", op.rawValue]
    case .isIn: ["in"]
    case .isNull: ["is null"]
    case .isNotNull: ["is not null"]
    case .call(let call): ["call", call.name.text.lowercased(), "\(call.isDistinct)"]
    case .countStar: ["count(*)"]
    default: binderHead
    }
  }

  private var binderHead: [String] {
    switch kind {
    case .conditional(let conditional):
      ["case", "\(conditional.subject != nil)", "\(conditional.branches.count)"]
    case .listComprehension(let variable, _, let predicate, let projection):
      ["comprehension", variable.text, "\(predicate != nil)", "\(projection != nil)"]
    case .quantifier(let quantifier, let variable, _, _): ["quantifier", quantifier.rawValue, variable.text]
    case .reduce(let accumulator, _, let variable, _, _): ["reduce", accumulator.text, variable.text]
    case .mapProjection(let name, let items): ["map projection", name.text] + items.map(\.word)
    case .patternPredicate(let element): ["pattern"] + element.words
    case .patternComprehension(let path, let element, let predicate, _):
      ["pattern comprehension", path?.text ?? "", "\(predicate != nil)"] + element.words
    case .shortestPath(let part): ["\(part.selector)"] + part.element.words
    case .subquery: ["subquery", "\(range.start)"]
    default: []
    }
  }
}

extension MapProjectionItem {
  fileprivate var word: String {
    switch self {
    case .property(let name): ".\(name.text)"
    case .allProperties: ".*"
    case .entry(let entry): "\(entry.key.text):"
    case .variable(let name): name.text
    }
  }
}

extension LabelExpression {
  /// The expression in prefix form.
  fileprivate var words: [String] {
    switch self {
    case .name(let name): ["name", name.text]
    case .and(let parts): ["and", "\(parts.count)"] + parts.flatMap(\.words)
    case .or(let parts): ["or", "\(parts.count)"] + parts.flatMap(\.words)
    case .not(let part): ["not"] + part.words
    case .any: ["any"]
    }
  }
}

extension PatternElement {
  /// Everything but the properties and predicates themselves.
  fileprivate var words: [String] {
    var words: [String] = []
    for (i, node) in nodes.enumerated() {
      words += ["node", node.variable?.text ?? "", "\(node.properties != nil)", "\(node.predicate != nil)"]
      words += node.labels?.words ?? []
      guard i < edges.count else { continue }
      let edge = edges[i]
      words += ["edge", edge.variable?.text ?? "", "\(edge.properties != nil)", "\(edge.predicate != nil)"]
      words += ["\(edge.direction)"] + (edge.types?.words ?? [])
      if let length = edge.length { words += ["*", "\(length.minimum ?? -1)", "\(length.maximum ?? -1)"] }
    }
    return words
  }
}
