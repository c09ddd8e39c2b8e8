import QuipuCore

/// Which clause may follow which, and which may end a query.
struct ClauseComposition {
  private let part: SingleQuery
  private let role: QueryRole
  private let isOnlyPart: Bool
  private let catalog: Catalog
  /// The last clause that changed the graph since the last WITH.
  private var update: Clause?

  init(_ part: SingleQuery, _ role: QueryRole, isOnlyPart: Bool, _ catalog: Catalog) {
    self.part = part
    self.role = role
    self.isOnlyPart = isOnlyPart
    self.catalog = catalog
  }

  /// To be called for each clause in turn, before what is in it is checked.
  mutating func checkClause(_ i: Int) throws(QueryError) {
    let clause = part.clauses[i]
    if clause.isUpdating {
      if role.isSubquery {
        throw invalid("\(clause.keyword) may not stand in a subquery, which only reads the graph.", clause)
      }
      update = clause
    }
    if case .projection(let projection) = clause {
      update = nil
      if projection.kind == .return && i + 1 < part.clauses.count {
        throw invalid("RETURN must be the last clause; use WITH to pass rows on.", clause)
      }
    } else if let update, !clause.isUpdating {
      throw invalid("WITH is needed between \(update.keyword) and \(clause.keyword).", clause)
    }
  }

  /// To be called after the last clause.
  func checkEnd() throws(QueryError) {
    guard let last = part.clauses.last else { return }
    switch last {
    case .projection(let projection) where projection.kind == .return: return
    case .create, .merge, .set, .remove, .delete: return
    case .call(let call) where !role.isSubquery:
      if isOnlyPart && part.clauses.count == 1 { return }
      if catalog.procedures.find(call.procedure.text)?.outputs.isEmpty == true { return }
    default: break
    }
    switch role {
    case .subquery(.exists), .subquery(.count): return
    case .subquery(.collect): throw invalid("COLLECT needs a subquery that ends with RETURN.", last)
    case .statement: throw invalid("A query cannot end with \(last.keyword): add RETURN or an updating clause.", last)
    }
  }

  private func invalid(_ message: String, _ clause: Clause) -> QueryError {
    .syntax("InvalidClauseComposition", message, at: clause.range)
  }
}
