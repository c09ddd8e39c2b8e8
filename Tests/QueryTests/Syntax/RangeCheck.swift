import QuipuCore
import QuipuQuery

/// Whether the ranges of a tree lie within each other as its nodes do.
enum RangeCheck {
  static func isNested(_ query: Query) -> Bool {
    query.parts.allSatisfy { part in
      query.range.contains(part.range)
        && part.clauses.allSatisfy { part.range.contains($0.range) && isNested($0) }
    }
  }

  private static func isNested(_ clause: Clause) -> Bool {
    expressions(of: clause).allSatisfy { clause.range.contains($0.range) && isNested($0) }
  }

  private static func expressions(of clause: Clause) -> [QuipuQuery.Expression] {
    switch clause {
    case .match(let match): match.patterns.flatMap { expressions(of: $0.element) } + [match.predicate].compactMap { $0 }
    case .unwind(let unwind): [unwind.list]
    case .projection(let projection):
      projection.items.map(\.expression) + projection.order.map(\.expression)
        + [projection.skip, projection.limit, projection.predicate].compactMap { $0 }
    case .delete(let delete): delete.expressions
    case .create(let create): create.patterns.flatMap { expressions(of: $0.element) }
    default: []
    }
  }

  private static func expressions(of element: PatternElement) -> [QuipuQuery.Expression] {
    element.nodes.flatMap { [$0.properties, $0.predicate].compactMap { $0 } }
      + element.edges.flatMap { [$0.properties, $0.predicate].compactMap { $0 } }
  }

  static func isNested(_ expression: QuipuQuery.Expression) -> Bool {
    children(of: expression).allSatisfy { expression.range.contains($0.range) && isNested($0) }
  }

  private static func children(of expression: QuipuQuery.Expression) -> [QuipuQuery.Expression] {
    switch expression.kind {
    case .list(let items), .and(let items), .or(let items), .xor(let items), .comparison(let items, _): items
    case .map(let entries): entries.map(\.value)
    case .property(let base, _), .hasLabels(let base, _), .not(let base), .negate(let base), .plus(let base),
      .isNull(let base), .isNotNull(let base):
      [base]
    case .subscripted(let first, let second), .arithmetic(_, let first, let second), .isIn(let first, let second),
      .stringMatch(_, let first, let second):
      [first, second]
    case .slice(let base, let from, let to): [base] + [from, to].compactMap { $0 }
    case .call(let call): call.arguments
    case .listComprehension(_, let list, let predicate, let projection):
      [list] + [predicate, projection].compactMap { $0 }
    case .quantifier(_, _, let list, let predicate): [list, predicate]
    case .reduce(_, let initial, _, let list, let step): [initial, list, step]
    case .patternPredicate(let element): expressions(of: element)
    case .patternComprehension(_, let element, let predicate, let projection):
      expressions(of: element) + [predicate].compactMap { $0 } + [projection]
    default: []
    }
  }
}
