import QuipuCore

/// CREATE and MERGE: what they make must be new, and said in full.
extension SemanticChecker {
  func check(_ clause: CreateClause) throws(QueryError) {
    defer { visibleCount = nil }
    for part in clause.patterns {
      // What an earlier part made may be used, as it is made first.
      visibleCount = scope.count
      try checkMade(part, by: .create)
    }
  }

  func check(_ clause: MergeClause) throws(QueryError) {
    visibleCount = scope.count
    defer { visibleCount = nil }
    try checkMade(clause.pattern, by: .merge)
    visibleCount = nil
    for action in clause.actions { for item in action.items { try check(item) } }
  }

  private func checkMade(_ part: PatternPart, by use: PatternUse) throws(QueryError) {
    if part.selector != .all {
      throw .syntax("UnexpectedSyntax", "A shortest path cannot be made by \(use.keyword).", at: part.range)
    }
    let element = part.element
    for (i, node) in element.nodes.enumerated() {
      try checkMade(node, isAlone: element.edges.isEmpty, by: use)
      if i < element.edges.count { try checkMade(element.edges[i], by: use) }
    }
    if let path = part.variable { try declareNew(path, StaticType(.path)) }
  }

  private func checkMade(_ node: NodePattern, isAlone: Bool, by use: PatternUse) throws(QueryError) {
    if let name = node.variable {
      if let bound = scope.type(of: name.text) {
        if isAlone || node.labels != nil || node.properties != nil { throw alreadyBound(name) }
        guard bound.mayBe(.node) else { throw conflict(name, bound) }
      } else {
        scope.declare(name.text, StaticType(.node))
      }
    }
    if let labels = node.labels, labels.conjunction == nil {
      throw .syntax(
        "UnexpectedSyntax", "\(use.keyword) needs plain labels, such as :A:B.", at: node.range)
    }
    try checkProperties(node.properties, node.predicate, .refusing("a pattern of \(use.keyword)"), in: use)
  }

  private func conflict(_ name: Name, _ bound: StaticType) -> QueryError {
    .syntax(
      "VariableTypeConflict",
      "Variable \(name.text) is bound to a \(bound.kinds.described), but stands for a node here; "
        + "choose another name.", at: name.range)
  }

  private func checkMade(_ edge: EdgePattern, by use: PatternUse) throws(QueryError) {
    if let name = edge.variable { try declareNew(name, StaticType(.edge)) }
    if let length = edge.length {
      throw .syntax(
        "CreatingVarLength", "\(use.keyword) makes single relationships, not ones of variable length.",
        at: length.range)
    }
    guard edge.types?.alternatives?.count == 1 else {
      throw .syntax(
        "NoSingleRelationshipType",
        "\(use.keyword) needs exactly one type of relationship, such as -[:TYPE]->.", at: edge.range)
    }
    if use == .create && edge.direction == .either {
      throw .syntax(
        "RequiresDirectedRelationship", "CREATE needs a direction, such as -[:TYPE]->.", at: edge.range)
    }
    try checkProperties(edge.properties, edge.predicate, .refusing("a pattern of \(use.keyword)"), in: use)
  }
}
