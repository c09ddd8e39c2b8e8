import QuipuCore

/// MATCH: patterns bind what is not bound yet, and take what is.
extension SemanticChecker {
  func check(_ clause: MatchClause) throws(QueryError) {
    var edges: Set<VariableKey> = []
    for part in clause.patterns { try declare(part, edges: &edges) }
    for part in clause.patterns { try checkExpressions(of: part.element, .refusing("a pattern"), in: .match) }
    if let predicate = clause.predicate { try checkPredicate(predicate, .predicate("WHERE")) }
  }

  private func declare(_ part: PatternPart, edges: inout Set<VariableKey>) throws(QueryError) {
    try checkSelector(of: part)
    let element = part.element
    for (i, node) in element.nodes.enumerated() {
      if let name = node.variable { try declareMatched(name, StaticType(.node)) }
      guard i < element.edges.count else { continue }
      let edge = element.edges[i]
      try checkLength(of: edge)
      guard let name = edge.variable else { continue }
      try declareMatched(name, edge.variableType)
      guard edges.insert(VariableKey(name.text)).inserted else {
        throw .syntax(
          "RelationshipUniquenessViolation",
          "Variable \(name.text) stands for two relationships of one MATCH, which always differ.", at: name.range)
      }
    }
    if let path = part.variable { try declareNew(path, StaticType(.path)) }
  }

  private func declareMatched(_ name: Name, _ type: StaticType) throws(QueryError) {
    if try !checkBound(name, as: type) { scope.declare(name.text, type) }
  }

  /// Whether the variable is bound; throws when it is, but cannot be what it stands for in the pattern.
  func checkBound(_ name: Name, as type: StaticType) throws(QueryError) -> Bool {
    guard let bound = lookUp(name.text) else { return false }
    let fits = bound.mayBe(type.kinds) && (bound.kinds != .list || bound.element.mayBe(type.elements))
    guard !fits else { return true }
    let found = bound.kinds == .list ? "list of \(bound.elements.described)" : bound.kinds.described
    let wanted = type.kinds == .list ? "list of relationships" : type.kinds.described
    throw .syntax(
      "VariableTypeConflict",
      "Variable \(name.text) is bound to a \(found), but stands for a \(wanted) here; choose another name.",
      at: name.range)
  }

  func checkSelector(of part: PatternPart) throws(QueryError) {
    guard part.selector != .all else { return }
    guard part.element.edges.count == 1 else {
      throw .syntax(
        "InvalidRelationshipPattern", "A shortest path needs a pattern of exactly one relationship.", at: part.range)
    }
    guard let length = part.element.edges[0].length, (length.minimum ?? 1) > 1 else { return }
    throw .syntax(
      "InvalidRelationshipPattern",
      "A shortest path has at least 0 or 1 relationships; ask for longer ones with WHERE length(p) >= n on all paths.",
      at: length.range)
  }

  func checkLength(of edge: EdgePattern) throws(QueryError) {
    guard let length = edge.length, (length.minimum ?? 0) < 0 || (length.maximum ?? 0) < 0 else { return }
    throw .syntax("InvalidRelationshipPattern", "A relationship's length cannot be negative.", at: length.range)
  }
}

extension EdgePattern {
  /// What its variable is bound to.
  var variableType: StaticType { length == nil ? StaticType(.edge) : .list(of: .edge) }
}

/// Whether a pattern finds or makes.
enum PatternUse: Hashable {
  case match
  case create
  case merge

  var keyword: String {
    switch self {
    case .match: "MATCH"
    case .create: "CREATE"
    case .merge: "MERGE"
    }
  }
}

/// The expressions in patterns.
extension SemanticChecker {
  /// The properties and predicates of all nodes and relationships, in the order of the text.
  func checkExpressions(
    of element: PatternElement, _ context: ExpressionContext, in use: PatternUse
  ) throws(QueryError) {
    for (i, node) in element.nodes.enumerated() {
      try checkProperties(node.properties, node.predicate, context, in: use)
      guard i < element.edges.count else { continue }
      try check(element.edges[i], context, in: use)
    }
  }

  /// The predicate inside a walk is about each single relationship, under the name of their list.
  private func check(_ edge: EdgePattern, _ context: ExpressionContext, in use: PatternUse) throws(QueryError) {
    guard edge.length != nil, let name = edge.variable, let predicate = edge.predicate else {
      return try checkProperties(edge.properties, edge.predicate, context, in: use)
    }
    try checkProperties(edge.properties, nil, context, in: use)
    try with([(name.text, StaticType(.edge))]) { () throws(QueryError) in
      try checkProperties(nil, predicate, context, in: use)
    }
  }

  func checkProperties(
    _ properties: Expression?, _ predicate: Expression?, _ context: ExpressionContext, in use: PatternUse
  ) throws(QueryError) {
    if let properties {
      if use != .create, case .parameter(let name) = properties.kind {
        throw .syntax(
          "InvalidParameterUse",
          "The parameter \(name) cannot stand for all properties in \(use.keyword): write {key: $\(name).key}.",
          at: properties.range)
      }
      let type = try type(of: properties, context)
      try require(type, .map, "The properties of a pattern", at: properties.range)
    }
    guard let predicate else { return }
    if use != .match {
      throw .syntax("UnexpectedSyntax", "WHERE cannot stand in a pattern of \(use.keyword).", at: predicate.range)
    }
    try checkPredicate(predicate, context)
  }
}
