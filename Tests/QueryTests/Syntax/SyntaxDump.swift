import QuipuQuery

/// The syntax tree as S-expressions, for tests.
enum SyntaxDump {
  static func dump(_ query: Query) -> String {
    var parts = [query.parts[0]].map(dump)
    for (union, part) in zip(query.unions, query.parts.dropFirst()) {
      parts.append(union.keepsDuplicates ? "union-all" : "union")
      parts.append(dump(part))
    }
    return form(query.mode == .run ? "query" : "\(query.mode)", parts)
  }

  private static func dump(_ query: SingleQuery) -> String { query.clauses.map(dump).joined(separator: " ") }

  private static func form(_ head: String, _ parts: [String?]) -> String {
    "(" + ([head] + parts.compactMap { $0 }).joined(separator: " ") + ")"
  }

  private static func optional(_ head: String, _ expression: Expression?) -> String? {
    expression.map { form(head, [dump($0)]) }
  }

  // MARK: Clauses

  static func dump(_ clause: Clause) -> String {
    switch clause {
    case .match(let match):
      form(
        match.isOptional ? "optional-match" : "match",
        match.patterns.map(dump) + [optional("where", match.predicate)])
    case .unwind(let unwind): form("unwind", [dump(unwind.list), dump(unwind.variable)])
    case .projection(let projection): dump(projection)
    case .call(let call): dump(call)
    case .create(let create): form("create", create.patterns.map(dump))
    case .merge(let merge): form("merge", [dump(merge.pattern)] + merge.actions.map(dump))
    case .set(let set): form("set", set.items.map(dump))
    case .remove(let remove): form("remove", remove.items.map(dump))
    case .delete(let delete): form(delete.isDetaching ? "detach-delete" : "delete", delete.expressions.map(dump))
    }
  }

  private static func dump(_ clause: ProjectionClause) -> String {
    let items = clause.items.map { item in
      let source = "\(dump(item.expression)) '\(item.text)'"
      return item.alias.map { "(as \(source) \(dump($0)))" } ?? "(item \(source))"
    }
    let order = clause.order.map { form($0.isDescending ? "desc" : "asc", [dump($0.expression)]) }
    return form(
      clause.kind == .with ? "with" : "return",
      [clause.isDistinct ? "distinct" : nil, clause.includesAll ? "*" : nil] + items
        + [
          order.isEmpty ? nil : form("order", order), optional("skip", clause.skip), optional("limit", clause.limit),
          optional("where", clause.predicate),
        ])
  }

  private static func dump(_ call: CallClause) -> String {
    let yields = call.yields?.map { item in
      item.alias.map { "(as \(dump(item.field)) \(dump($0)))" } ?? dump(item.field)
    }
    return form(
      "call",
      [
        dump(call.procedure), call.arguments.map { form("arguments", $0.map(dump)) }, yields.map { form("yield", $0) },
        call.yieldsAll ? "(yield *)" : nil, optional("where", call.predicate),
      ])
  }

  private static func dump(_ action: MergeAction) -> String { form("on-\(action.event)", action.items.map(dump)) }

  private static func dump(_ item: SetItem) -> String {
    switch item {
    case .property(let of, let key, let value): form("=", [form(".", [dump(of), dump(key)]), dump(value)])
    case .replace(let name, let value): form("=", [dump(name), dump(value)])
    case .merge(let name, let value): form("+=", [dump(name), dump(value)])
    case .labels(let name, let labels): form("labels", [dump(name)] + labels.map(dump))
    }
  }

  private static func dump(_ item: RemoveItem) -> String {
    switch item {
    case .property(let of, let key): form(".", [dump(of), dump(key)])
    case .labels(let name, let labels): form("labels", [dump(name)] + labels.map(dump))
    }
  }

  static func dump(_ name: Name) -> String { name.text }

  // MARK: Patterns

  static func dump(_ part: PatternPart) -> String {
    let element = part.selector == .all ? dump(part.element) : form("\(part.selector)", [dump(part.element)])
    return part.variable.map { form("path", [dump($0), element]) } ?? element
  }

  static func dump(_ element: PatternElement) -> String {
    guard !element.edges.isEmpty else { return dump(element.nodes[0]) }
    var parts = [dump(element.nodes[0])]
    for (edge, node) in zip(element.edges, element.nodes.dropFirst()) { parts += [dump(edge), dump(node)] }
    return form("pattern", parts)
  }

  private static func dump(_ node: NodePattern) -> String {
    form(
      "node",
      [node.variable.map(dump), node.labels.map { form(":", [dump($0)]) }, node.properties.map(dump)]
        + [optional("where", node.predicate)])
  }

  private static func dump(_ edge: EdgePattern) -> String {
    let arrow = edge.direction == .outgoing ? "->" : edge.direction == .incoming ? "<-" : "--"
    return form(
      arrow,
      [
        edge.variable.map(dump), edge.types.map { form(":", [dump($0)]) }, edge.length.map(dump),
        edge.properties.map(dump), optional("where", edge.predicate),
      ])
  }

  private static func dump(_ length: EdgePattern.Length) -> String {
    "\(length.minimum.map(String.init) ?? "*")..\(length.maximum.map(String.init) ?? "*")"
  }

  static func dump(_ labels: LabelExpression) -> String {
    switch labels {
    case .name(let name): dump(name)
    case .and(let parts): form("&", parts.map(dump))
    case .or(let parts): form("|", parts.map(dump))
    case .not(let inner): form("!", [dump(inner)])
    case .any: "%"
    }
  }
}
