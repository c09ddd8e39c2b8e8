import QuipuCore

// WITH and RETURN
extension Translator {
  mutating func translate(_ clause: ProjectionClause) throws(QueryError) {
    let items = clause.includesAll ? scope.names.map(ProjectionItem.init(variable:)) + clause.items : clause.items
    let aggregates = items.contains { $0.expression.isAggregating }
    let before = scope
    var projected = aggregates ? try aggregate(items) : project(items)
    if clause.isDistinct { steps.append(.distinct(items.compactMap { projected.scope.slot(of: $0.name) })) }
    if !aggregates && !clause.isDistinct { projected.visible = overlay(projected.scope, on: before) }
    try arrange(clause, items, projected)
    scope = projected.scope
    if clause.kind == .return {
      outputs = items.compactMap { item in projected.scope.slot(of: item.name).map { (name: item.name, slot: $0) } }
    }
  }

  /// What a projection leaves: the names after it, what ORDER BY and WHERE may see, and how they say it.
  struct Projected {
    var scope: Scope
    var visible: Scope
    /// Turns an expression of ORDER BY or WHERE into one over `visible`.
    var rewrite: (Expression) -> Expression
  }

  /// Without aggregates: computed values get new slots, variables keep theirs.
  private mutating func project(_ items: [ProjectionItem]) -> Projected {
    var new = scope.emptied
    var bindings: [Binding] = []
    for item in items {
      if case .variable(let name) = item.expression.kind, let slot = scope.slot(of: name) {
        new.bind(item.name, to: slot)
      } else {
        bindings.append(Binding(slot: new.declare(item.name), expression: item.expression))
      }
    }
    if !bindings.isEmpty { steps.append(.project(bindings, scope)) }
    let replacements = replacements(items, in: new)
    return Projected(scope: new, visible: new) { AggregateCollector.replace($0, replacements) }
  }

  private mutating func aggregate(_ items: [ProjectionItem]) throws(QueryError) -> Projected {
    var collector = AggregateCollector(before: scope)
    var new = scope.emptied
    for item in items where !item.expression.isAggregating { new.bind(item.name, to: collector.addKey(item)) }
    var bindings: [Binding] = []
    for item in items where item.expression.isAggregating {
      let rewritten = collector.rewrite(item.expression)
      if case .variable(let name) = rewritten.kind, let slot = collector.scope.slot(of: name) {
        new.bind(item.name, to: slot)
      } else {
        bindings.append(Binding(slot: new.declare(item.name), expression: rewritten))
      }
    }
    steps.append(
      .aggregate(Aggregation(keys: collector.keys, aggregates: collector.aggregates, scope: scope)))
    if !bindings.isEmpty { steps.append(.project(bindings, collector.scope)) }
    let done = collector
    let named = replacements(items, in: new)
    return Projected(scope: new, visible: overlay(new, on: done.scope)) { expression in
      var again = done
      return again.rewrite(AggregateCollector.replace(expression, named))
    }
  }

  /// What ORDER BY may say for a projected name. A variable that a new one hides means the new one.
  private func replacements(_ items: [ProjectionItem], in new: Scope) -> [(expression: Expression, name: String)] {
    items.compactMap { item in
      if case .variable(let name) = item.expression.kind, new.slot(of: name) != nil { return nil }
      return (expression: item.expression, name: item.name)
    }
  }

  private func overlay(_ top: Scope, on bottom: Scope) -> Scope {
    var result = bottom
    for (name, slot) in top.slots { result.bind(name, to: slot) }
    return result
  }

  /// ORDER BY, SKIP, LIMIT and WHERE.
  private mutating func arrange(
    _ clause: ProjectionClause, _ items: [ProjectionItem], _ projected: Projected
  ) throws(QueryError) {
    let predicate = clause.predicate.map(projected.rewrite)
    if !clause.order.isEmpty {
      let keys = clause.order.map { key in
        var key = key
        if case .variable(let name) = key.expression.kind, projected.scope.slot(of: name) != nil { return key }
        key.expression = projected.rewrite(key.expression)
        return key
      }
      var live = Set(projected.scope.liveSlots)
      for name in predicate?.mentionedNames ?? [] { projected.visible.slot(of: name).map { _ = live.insert($0) } }
      steps.append(.sort(Sorting(keys: keys, scope: projected.visible, live: live.sorted())))
    }
    if let skip = clause.skip { steps.append(.skip(skip, scope.emptied)) }
    if let limit = clause.limit { steps.append(.limit(limit, scope.emptied)) }
    if let predicate { steps.append(.filter(predicate.conjuncts, projected.visible)) }
  }
}

extension ProjectionItem {
  /// `*` stands for one of these for each variable.
  init(variable: String) {
    self.init(expression: Expression(.variable(variable), ByteRange(0, 0)), alias: nil, text: variable)
  }

  /// The variable's or column's name.
  var name: String {
    if let alias { return alias.text }
    if case .variable(let name) = expression.kind { return name }
    return text
  }
}

/// Takes the aggregate calls out of the expressions of one projection, and gives the rest as expressions over what
/// grouping leaves.
struct AggregateCollector {
  let before: Scope
  /// What the expressions after grouping see: the keys, under their names and as variables, and the aggregates.
  private(set) var scope: Scope
  private(set) var keys: [Binding] = []
  private(set) var aggregates: [Aggregate] = []
  private var keyNames: [(expression: Expression, name: String)] = []
  private var aggregateNames: [(expression: Expression, name: String)] = []

  init(before: Scope) {
    self.before = before
    scope = before.emptied
  }

  /// The slot of the key.
  mutating func addKey(_ item: ProjectionItem) -> Int {
    if case .variable(let name) = item.expression.kind, let slot = before.slot(of: name) {
      scope.bind(name, to: slot)
      keys.append(Binding(slot: slot, expression: item.expression))
      return slot
    }
    let name = "\u{0}key\(keys.count)"
    let slot = scope.declare(name)
    keys.append(Binding(slot: slot, expression: item.expression))
    keyNames.append((expression: item.expression, name: name))
    return slot
  }

  /// Keys and aggregates replaced by variables.
  mutating func rewrite(_ expression: Expression) -> Expression {
    if let key = keyNames.first(where: { $0.expression.isSame(as: expression) }) {
      return Expression(.variable(key.name), expression.range)
    }
    if let aggregate = Aggregate(expression, slot: 0) {
      return Expression(.variable(name(of: aggregate, expression)), expression.range)
    }
    guard expression.isAggregating || !keyNames.isEmpty else { return expression }
    var collector = self
    let result = try? expression.mapChildren { (part) throws(QueryError) -> Expression in collector.rewrite(part) }
    self = collector
    return result ?? expression
  }

  /// Equal calls are computed once, unless they might differ (`collect(rand())`).
  private mutating func name(of aggregate: Aggregate, _ call: Expression) -> String {
    if let known = aggregateNames.first(where: { $0.expression.isSame(as: call) }) { return known.name }
    let name = "\u{0}aggregate\(aggregates.count)"
    var aggregate = aggregate
    aggregate.slot = scope.declare(name)
    aggregates.append(aggregate)
    aggregateNames.append((expression: call, name: name))
    return name
  }

  /// Whole expressions, or parts, that were projected replaced by their names.
  static func replace(_ expression: Expression, _ projected: [(expression: Expression, name: String)]) -> Expression {
    if let item = projected.first(where: { $0.expression.isSame(as: expression) }) {
      return Expression(.variable(item.name), expression.range)
    }
    if expression.isAggregating, Aggregate(expression, slot: 0) != nil { return expression }
    let result = try? expression.mapChildren { (part) throws(QueryError) -> Expression in replace(part, projected) }
    return result ?? expression
  }
}

extension Aggregate {
  /// Nil when the expression is no aggregate's call.
  init?(_ expression: Expression, slot: Int) {
    switch expression.kind {
    case .countStar: self.init(slot: slot, function: "count", isDistinct: false, arguments: [], range: expression.range)
    case .call(let call) where Aggregates.isAggregate(call.name.text):
      self.init(
        slot: slot, function: call.name.text.lowercased(), isDistinct: call.isDistinct, arguments: call.arguments,
        range: expression.range)
    default: return nil
    }
  }
}

extension Expression {
  /// Whether an aggregate is called in it, subqueries aside.
  var isAggregating: Bool { AggregationAnalysis.containsAggregate(self) }
}
