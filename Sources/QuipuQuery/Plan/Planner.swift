import QuipuGraph

/// Decides how each step of a logical plan is carried out.
struct Planner {
  let costs: CostModel
  /// Nil where the graph may change while the plan runs.
  let facts: SchemaFacts?
  let isOptimizing: Bool

  func plan(_ logical: LogicalPlan) -> PhysicalPlan {
    var logical = logical
    if isOptimizing { Optimizer(facts: facts).optimize(&logical) }
    return PhysicalPlan(
      branches: logical.branches.map { PhysicalBranch(steps: steps(of: $0), outputs: $0.outputs) },
      keepsDuplicates: logical.keepsDuplicates, columns: logical.columns, isUpdating: logical.isUpdating,
      allocator: logical.allocator)
  }

  private func steps(of branch: LogicalBranch) -> [PlannedStep] {
    var result: [PlannedStep] = []
    var rows = 1.0
    for step in branch.steps {
      for planned in plan(step, rows) {
        result.append(planned)
        rows = planned.estimatedRows
      }
    }
    return result
  }

  /// The steps that find a pattern.
  func match(_ pattern: PatternGraph, _ rows: Double) -> [PlannedStep] {
    PatternPlanner(pattern: pattern, costs: costs, facts: facts, isOptimizing: isOptimizing, rows: rows).plan()
  }

  /// The steps that carry out one of the logical plan's, for so many rows.
  func plan(_ step: LogicalStep, _ rows: Double) -> [PlannedStep] {
    func one(_ physical: PhysicalStep, _ rows: Double) -> [PlannedStep] {
      [PlannedStep(step: physical, estimatedRows: rows)]
    }
    switch step {
    case .match(let pattern, isOptional: false): return match(pattern, rows)
    case .match(let pattern, isOptional: true):
      let inner = match(pattern, rows)
      return one(.optional(inner, slots: pattern.newSlots), max(inner.last?.estimatedRows ?? rows, rows))
    case .filter(let predicates, let scope):
      return one(.filter(predicates, scope), rows * CostModel.predicateSelectivity)
    case .project(let bindings, let scope): return one(.project(bindings, scope), rows)
    case .aggregate(let aggregation):
      return one(.aggregate(aggregation), aggregation.keys.isEmpty ? 1 : rows.squareRoot())
    case .distinct(let slots): return one(.distinct(slots), rows / 2)
    case .sort(let sorting): return one(.sort(sorting), rows)
    case .skip(let count, let scope): return one(.skip(count, scope), rows)
    case .limit(let count, let scope): return one(.limit(count, scope), limited(rows, count))
    case .unwind(let list, let scope, let slot): return one(.unwind(list, scope, slot: slot), rows * 10)
    case .call(let call): return one(.call(call), rows * 10)
    case .create(let pattern): return one(.create(pattern), rows)
    case .merge(let merging): return one(.merge(merging, find: match(merging.pattern, 1)), rows)
    case .set(let updates, let scope, let live): return one(.set(updates, scope, live: live), rows)
    case .delete(let expressions, let scope, let isDetaching, let live):
      return one(.delete(expressions, scope, isDetaching: isDetaching, live: live), rows)
    }
  }

  private func limited(_ rows: Double, _ count: Expression) -> Double {
    if case .integer(let number) = count.kind { return min(rows, Double(number)) }
    return rows
  }
}

extension PatternGraph {
  /// The slots that finding the pattern fills.
  var newSlots: [Int] {
    let found =
      nodes.filter { !$0.isBound }.map(\.slot) + edges.filter { !$0.isBound }.map(\.slot) + paths.map(\.slot)
    return Set(found).sorted()
  }
}
