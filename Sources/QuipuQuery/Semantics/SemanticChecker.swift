import QuipuCore

/// What a query stands for, which decides what clauses it may have.
enum QueryRole: Hashable {
  case statement
  case subquery(SubqueryKind)

  var isSubquery: Bool { self != .statement }
}

/// The state of one check: what is in scope at the clause or expression being looked at. Its rules are in the extensions,
/// one concern a file.
final class SemanticChecker {
  let catalog: Catalog
  /// What the clause at hand can see.
  var scope = VariableScope()
  /// Variables of comprehensions and their like around the expression at hand, the innermost last.
  var locals: [(name: String, type: StaticType)] = []
  /// In the pattern of CREATE and MERGE: how many variables its expressions can see. Those bound in the clause itself
  /// have no values yet.
  var visibleCount: Int?
  /// In ORDER BY after DISTINCT or aggregation: what may stand there besides the projected names.
  var projected: ProjectedExpressions?
  /// The first parameter that was not given.
  var missingParameter: QueryError?

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// The columns returned; empty when there is no RETURN.
  func check(_ query: Query, as role: QueryRole) throws(QueryError) -> [String] {
    let entry = scope
    var columns: [String] = []
    for (i, part) in query.parts.enumerated() {
      scope = entry
      let found = try check(part, as: role, isOnlyPart: query.parts.count == 1)
      if i == 0 { columns = found } else { try checkColumns(found, like: columns, of: part, query, i) }
      if i < query.unions.count { try checkUnion(i, of: query) }
    }
    return columns
  }

  private func check(_ part: SingleQuery, as role: QueryRole, isOnlyPart: Bool) throws(QueryError) -> [String] {
    var composition = ClauseComposition(part, role, isOnlyPart: isOnlyPart, catalog)
    var columns: [String] = []
    for (i, clause) in part.clauses.enumerated() {
      try composition.checkClause(i)
      columns = try check(clause, as: role, isStandalone: isOnlyPart && part.clauses.count == 1)
    }
    try composition.checkEnd()
    return columns
  }

  private func check(_ clause: Clause, as role: QueryRole, isStandalone: Bool) throws(QueryError) -> [String] {
    switch clause {
    case .match(let clause): try check(clause)
    case .unwind(let clause): try check(clause)
    case .projection(let clause): return try check(clause)
    case .call(let clause): try check(clause, isStandalone: isStandalone && !role.isSubquery)
    case .create(let clause): try check(clause)
    case .merge(let clause): try check(clause)
    case .set(let clause): for item in clause.items { try check(item) }
    case .remove(let clause): for item in clause.items { try check(item) }
    case .delete(let clause): try check(clause)
    }
    return []
  }

  /// `UNWIND list AS variable`
  private func check(_ clause: UnwindClause) throws(QueryError) {
    let list = try type(of: clause.list, .refusing("UNWIND"))
    try declareNew(clause.variable, list.element)
  }

  // MARK: Variables

  /// What is known of a variable that can be seen here; nil when there is none of the name.
  func lookUp(_ name: String) -> StaticType? {
    if let local = locals.last(where: { compareBytes($0.name, name) == 0 }) { return local.type }
    if let visibleCount, let position = scope.position(of: name), position >= visibleCount { return nil }
    return scope.type(of: name)
  }

  func typeOfVariable(_ name: String, at range: ByteRange) throws(QueryError) -> StaticType {
    if let type = lookUp(name) { return type }
    throw undefined(name, at: range)
  }

  /// Binds a name that must be new.
  func declareNew(_ name: Name, _ type: StaticType) throws(QueryError) {
    if scope.position(of: name.text) != nil { throw alreadyBound(name) }
    scope.declare(name.text, type)
  }

  func undefined(_ name: String, at range: ByteRange) -> QueryError {
    if let visibleCount, let position = scope.position(of: name), position >= visibleCount {
      return .syntax(
        "UndefinedVariable",
        "Variable \(name) is bound by this very clause and has no value yet; bind it in a clause before.", at: range)
    }
    if projected != nil {
      return .syntax(
        "UndefinedVariable",
        "Variable \(name) is not in scope here: after DISTINCT or aggregation only what is projected can be used"
          + "\(hint(name)).", at: range)
    }
    return .syntax("UndefinedVariable", "Variable \(name) is not defined\(hint(name)).", at: range)
  }

  func alreadyBound(_ name: Name) -> QueryError {
    .syntax(
      "VariableAlreadyBound", "Variable \(name.text) is already bound; choose another name.", at: name.range)
  }

  private func hint(_ name: String) -> String {
    NearestName.hint(name, among: locals.reversed().map(\.name) + scope.names.prefix(visibleCount ?? scope.count))
  }
}
