import QuipuGraph

/// Turns a physical plan into operators, and the expressions in it into ones that run.
final class OperatorBuilder {
  private let planner: Planner
  private let procedures: ProcedureLibrary
  private let allocator: SlotAllocator
  /// False in statements that change the graph: they follow its lists, which are always up to date.
  private let usesRows: Bool
  private let isProfiling: Bool
  /// After each step of the main plan, in order of the branches and steps.
  private(set) var counters: [[CountingOperator]] = []

  init(
    planner: Planner, procedures: ProcedureLibrary, allocator: SlotAllocator, usesRows: Bool, isProfiling: Bool
  ) {
    self.planner = planner
    self.procedures = procedures
    self.allocator = allocator
    self.usesRows = usesRows
    self.isProfiling = isProfiling
  }

  private var compiler: ExpressionCompiler { ExpressionCompiler(functions: .standard, subplans: self) }

  /// The first operator of a branch that ends with `end`.
  func build(_ branch: PhysicalBranch, end: RowOperator) throws(QueryError) -> RowOperator {
    var counted: [CountingOperator] = []
    let head = try chain(branch.steps, end: end) { counted.append($0) }
    counters.append(counted.reversed())
    return head
  }

  private func chain(
    _ steps: [PlannedStep], end: RowOperator, onCounter: ((CountingOperator) -> Void)? = nil
  ) throws(QueryError) -> RowOperator {
    var next = end
    for planned in steps.reversed() {
      if isProfiling, let onCounter {
        let counter = CountingOperator(next: next)
        onCounter(counter)
        next = counter
      }
      next = try make(planned.step, next)
    }
    return next
  }

  private func compile(_ expressions: [Expression], _ scope: Scope) throws(QueryError) -> [CompiledExpression] {
    var result: [CompiledExpression] = []
    for expression in expressions { result.append(try compiler.compile(expression, scope)) }
    return result
  }

  private func compile(_ expression: Expression?, _ scope: Scope) throws(QueryError) -> CompiledExpression? {
    guard let expression else { return nil }
    return try compiler.compile(expression, scope)
  }

  private func make(_ step: PhysicalStep, _ next: RowOperator) throws(QueryError) -> RowOperator {
    switch step {
    case .allNodes, .nodesByLabel, .nodesByIndex, .nodeByID, .boundNode, .labels, .expand, .expandWalks, .boundEdge,
      .shortestPath, .degree, .path, .optional:
      return try makeMatching(step, next)
    case .create, .merge, .set, .delete: return try makeUpdating(step, next)
    case .filter(let predicates, let scope): return FilterOperator(try compile(predicates, scope), next: next)
    case .project(let bindings, let scope): return ProjectOperator(try compile(bindings, scope), next: next)
    case .aggregate(let aggregation): return try make(aggregation, next)
    case .distinct(let slots): return DistinctOperator(slots, next: next)
    case .sort(let sorting): return try make(sorting, next)
    case .skip(let count, let scope): return SkipOperator(try compiler.compile(count, scope), next: next)
    case .limit(let count, let scope): return LimitOperator(try compiler.compile(count, scope), next: next)
    case .unwind(let list, let scope, let slot):
      if case .call(let call) = list.kind, call.name.text.lowercased() == "range", 2...3 ~= call.arguments.count {
        return RangeOperator(try compile(call.arguments, scope), slot: slot, next: next)
      }
      return UnwindOperator(try compiler.compile(list, scope), slot: slot, next: next)
    case .call(let call):
      return CallOperator(call, arguments: try compile(call.arguments, call.scope), next: next)
    }
  }

  private func compile(
    _ bindings: [Binding], _ scope: Scope
  ) throws(QueryError) -> [(slot: Int, value: CompiledExpression)] {
    var result: [(slot: Int, value: CompiledExpression)] = []
    for binding in bindings { result.append((binding.slot, try compiler.compile(binding.expression, scope))) }
    return result
  }

  private func makeMatching(_ step: PhysicalStep, _ next: RowOperator) throws(QueryError) -> RowOperator {
    switch step {
    case .allNodes(let slot): return AllNodesOperator(slot: slot, next: next)
    case .nodesByLabel(let slot, let label): return LabelScanOperator(slot: slot, label: label, next: next)
    case .nodesByIndex(let slot, let label, let key, let value, let scope):
      return IndexSeekOperator(
        slot: slot, label: label, key: key, value: try compiler.compile(value, scope), next: next)
    case .nodeByID(let slot, let value, let scope):
      return IDSeekOperator(slot: slot, value: try compiler.compile(value, scope), next: next)
    case .boundNode(let slot, let labels): return NodeTestOperator(slot: slot, labels: labels, next: next)
    case .labels(let slot, let labels): return NodeTestOperator(slot: slot, labels: labels, next: next)
    case .expand(let expansion): return ExpandOperator(expansion, usesRows: usesRows, next: next)
    case .boundEdge(let expansion, let bindsFrom):
      return BoundEdgeOperator(expansion, bindsFrom: bindsFrom, next: next)
    case .expandWalks(let walk):
      let step = try self.step(of: walk)
      return walk.isReach
        ? ReachOperator(walk, step: step, next: next) : WalkOperator(walk, step: step, next: next)
    case .shortestPath(let walk, let all):
      return ShortestPathOperator(walk, step: try self.step(of: walk), all: all, next: next)
    case .degree(let factor, let from):
      return DegreeOperator(factor, from: from, usesRows: usesRows, next: next)
    case .path(let path): return PathOperator(path, next: next)
    case .optional(let steps, let slots):
      let end = CallbackOperator()
      return OptionalOperator(inner: try chain(steps, end: end), end: end, slots: slots, next: next)
    default: return next
    }
  }

  private func step(of walk: WalkExpansion) throws(QueryError) -> WalkStep {
    var scope = walk.scope
    if let slot = walk.stepSlot { scope.bind(walk.name, to: slot) }
    return WalkStep(
      walk, usesRows: usesRows, properties: try compile(walk.properties, walk.scope),
      predicate: try compile(walk.stepPredicate, scope))
  }

  private func makeUpdating(_ step: PhysicalStep, _ next: RowOperator) throws(QueryError) -> RowOperator {
    switch step {
    case .create(let pattern): return CreateOperator(try creator(pattern), next: next)
    case .merge(let merging, let find):
      let end = CallbackOperator()
      return MergeOperator(
        merging, creator: try creator(merging.creation), find: try chain(find, end: end), end: end,
        onCreate: try compile(merging.onCreate, merging.scope), onMatch: try compile(merging.onMatch, merging.scope),
        next: next)
    case .set(let updates, let scope, let live):
      return SetOperator(try compile(updates, scope), live: live, next: next)
    case .delete(let expressions, let scope, let isDetaching, let live):
      return DeleteOperator(try compile(expressions, scope), isDetaching: isDetaching, live: live, next: next)
    default: return next
    }
  }

  private func creator(_ pattern: CreatePattern) throws(QueryError) -> PatternCreator {
    var steps: [PatternCreator.Step] = []
    for element in pattern.elements {
      switch element {
      case .node(let node): steps.append(.node(node, try compile(node.properties, pattern.scope)))
      case .edge(let edge): steps.append(.edge(edge, try compile(edge.properties, pattern.scope)))
      case .path(let path): steps.append(.path(path))
      }
    }
    return PatternCreator(pattern: pattern, steps: steps)
  }

  private func compile(_ updates: [Update], _ scope: Scope) throws(QueryError) -> CompiledUpdates {
    var items: [CompiledUpdates.Item] = []
    for update in updates {
      switch update {
      case .setProperty(let base, let key, let value):
        items.append(
          .setProperty(try compiler.compile(base, scope), key: key, try compiler.compile(value, scope)))
      case .replaceProperties(let base, let value):
        items.append(
          .setAll(try compiler.compile(base, scope), try compiler.compile(value, scope), keepsOthers: false))
      case .mergeProperties(let base, let value):
        items.append(
          .setAll(try compiler.compile(base, scope), try compiler.compile(value, scope), keepsOthers: true))
      case .addLabels(let base, let labels):
        items.append(.labels(try compiler.compile(base, scope), labels, adding: true))
      case .removeProperty(let base, let key):
        items.append(.removeProperty(try compiler.compile(base, scope), key: key))
      case .removeLabels(let base, let labels):
        items.append(.labels(try compiler.compile(base, scope), labels, adding: false))
      }
    }
    return CompiledUpdates(items: items)
  }

  private func make(_ sorting: Sorting, _ next: RowOperator) throws(QueryError) -> RowOperator {
    var keys: [(value: CompiledExpression, isDescending: Bool)] = []
    for key in sorting.keys { keys.append((try compiler.compile(key.expression, sorting.scope), key.isDescending)) }
    var top: (skip: CompiledExpression?, limit: CompiledExpression)?
    if let bound = sorting.top {
      let scope = sorting.scope.emptied
      top = (try compile(bound.skip, scope), try compiler.compile(bound.limit, scope))
    }
    return SortOperator(keys: keys, live: sorting.live, top: top, next: next)
  }

  private func make(_ aggregation: Aggregation, _ next: RowOperator) throws(QueryError) -> RowOperator {
    var columns: [AggregateColumn] = []
    for aggregate in aggregation.aggregates {
      let arguments = try compile(aggregate.arguments, aggregation.scope)
      switch (aggregate.function, aggregate.isDistinct, arguments.first) {
      case ("count", true, let argument?): columns.append(DistinctCountColumn(slot: aggregate.slot, argument: argument))
      case ("count", _, let argument): columns.append(CountColumn(slot: aggregate.slot, argument: argument))
      case ("sum", false, let argument?), ("avg", false, let argument?):
        columns.append(TotalColumn(slot: aggregate.slot, isMean: aggregate.function == "avg", argument: argument))
      case (_, _, let argument?):
        columns.append(
          AccumulatorColumn(aggregate, argument: argument, parameter: arguments.count > 1 ? arguments[1] : nil))
      default: break
      }
    }
    return AggregateOperator(
      keys: try compile(aggregation.keys, aggregation.scope), columns: columns, weights: aggregation.weights,
      decidingSlot: aggregation.decidingSlot, next: next)
  }
}

extension Aggregation {
  /// The slot that alone decides the keys, if there is one.
  var decidingSlot: Int? {
    var slots: Set<Int> = []
    for key in keys {
      guard key.expression.isRepeatable else { return nil }
      slots.formUnion(key.expression.slots(in: scope))
    }
    return slots.count == 1 ? slots.first : nil
  }
}

// Parts of a query inside expressions.
extension OperatorBuilder: SubplanMaker {
  func subplan(
    matching patterns: [PatternPart], where predicate: Expression?, scope: inout Scope
  ) throws(QueryError) -> Subplan {
    var builder = PatternGraphBuilder(outer: scope)
    for part in patterns { builder.add(part) }
    if let predicate { builder.require(predicate) }
    scope = builder.graph.scope
    let end = CallbackOperator()
    let head = try chain(planner.match(builder.graph, 1), end: end)
    return PipelineSubplan(branches: [(head: head, end: end, outputs: [])], keepsDuplicates: true)
  }

  func subplan(_ query: Query, scope: Scope) throws(QueryError) -> (plan: Subplan, columns: [Int]) {
    let logical = try Translator.translate(query, procedures: procedures, scope: scope)
    let physical = planner.plan(logical)
    var branches: [(head: RowOperator, end: CallbackOperator, outputs: [Int])] = []
    for branch in physical.branches {
      let end = CallbackOperator()
      branches.append((try chain(branch.steps, end: end), end, branch.outputs))
    }
    let plan = PipelineSubplan(branches: branches, keepsDuplicates: physical.keepsDuplicates)
    return (plan, physical.branches.first?.outputs ?? [])
  }
}

/// A subplan made of operators.
final class PipelineSubplan: Subplan {
  private let branches: [(head: RowOperator, end: CallbackOperator, outputs: [Int])]
  private let keepsDuplicates: Bool

  init(branches: [(head: RowOperator, end: CallbackOperator, outputs: [Int])], keepsDuplicates: Bool) {
    self.branches = branches
    self.keepsDuplicates = keepsDuplicates
  }

  override func forEachRow(_ frame: Frame, _ body: (Frame) throws(QueryError) -> Bool) throws(QueryError) {
    var seen: Set<GroupKey> = []
    var isOver = false
    let isDistinct = branches.count > 1 && !keepsDuplicates
    let columns = branches[0].outputs
    for branch in branches where !isOver {
      try withoutActuallyEscaping(body) { (body) throws(QueryError) in
        branch.end.body = { (frame) throws(QueryError) -> Bool in
          // The rows of every branch are handed over in the slots of the first.
          for (slot, from) in zip(columns, branch.outputs) where slot != from { frame.slots[slot] = frame.slots[from] }
          if isDistinct, !seen.insert(GroupKey(columns.map { frame.slots[$0] })).inserted { return true }
          isOver = try !body(frame)
          return !isOver
        }
        defer { branch.end.body = nil }
        try branch.head.reset(frame)
        _ = try branch.head.push(frame)
        try branch.head.finish(frame)
      }
    }
  }
}
