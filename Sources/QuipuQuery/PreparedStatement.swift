import QuipuGraph

/// A statement planned for one state of the graph, ready to be run many times.
final class PreparedStatement {
  let mode: Query.Mode
  let columns: [String]
  let isUpdating: Bool
  /// The state of the store that the plan was made for.
  let version: Int
  private let parameterNames: [String]
  private let plan: PhysicalPlan
  private let heads: [RowOperator]
  private let results: ResultState
  private let counters: [[CountingOperator]]

  init(_ query: Query, engine: QueryEngine, parameters: ValueMap) throws(QueryError) {
    let store = engine.store
    let optimizing = engine.options.isOptimizing
    let logical = try Translator.translate(
      query, procedures: engine.procedures, scope: Scope(allocator: SlotAllocator()))
    // What is true of the graph now need not be so after the statement's first change.
    let facts = logical.isUpdating ? nil : store.facts
    let planner = Planner(costs: CostModel(store.graph), facts: facts, isOptimizing: optimizing)
    plan = planner.plan(logical)
    let builder = OperatorBuilder(
      planner: planner, procedures: engine.procedures, allocator: logical.allocator, usesRows: !plan.isUpdating,
      isProfiling: query.mode == .profile)
    results = ResultState(isDistinct: plan.branches.count > 1 && !plan.keepsDuplicates)
    var heads: [RowOperator] = []
    for branch in plan.branches {
      heads.append(try builder.build(branch, end: ResultOperator(slots: branch.outputs, state: results)))
    }
    self.heads = heads
    counters = builder.counters
    mode = query.mode
    columns = plan.columns
    isUpdating = plan.isUpdating
    version = store.version
    parameterNames = parameters.entries.map(\.key)
  }

  /// Whether these are the parameters' names that the statement was checked with.
  func hasParameters(_ parameters: ValueMap) -> Bool {
    parameters.count == parameterNames.count
      && zip(parameters.entries, parameterNames).allSatisfy { $0.key.utf8.elementsEqual($1.utf8) }
  }

  /// Runs the statement. When it throws, the graph is as it was.
  func run(
    _ context: EvaluationContext, _ onRow: @escaping ([Value]) throws(QueryError) -> Bool
  ) throws(QueryError) -> SideEffects {
    guard isUpdating else {
      try runBranches(context, onRow)
      return SideEffects()
    }
    let store = context.store
    store.invalidate()
    let changes = ChangeLog(store.graph)
    context.changes = changes
    do throws(QueryError) {
      try runBranches(context, onRow)
    } catch {
      store.graph = changes.before
      throw error
    }
    return changes.sideEffects(store.graph)
  }

  private func runBranches(
    _ context: EvaluationContext, _ onRow: @escaping ([Value]) throws(QueryError) -> Bool
  ) throws(QueryError) {
    let frame = Frame(slotCount: plan.allocator.count, context: context)
    results.seen = []
    results.isOver = false
    results.onRow = onRow
    defer {
      results.onRow = nil
      results.seen = []
    }
    try context.control.check()
    // What a statement changes, it changes whether or not its rows are wanted.
    for head in heads where isUpdating || !results.isOver {
      try head.reset(frame)
      _ = try head.push(frame)
      try head.finish(frame)
    }
  }

  /// The plan as a tree, the last step at the top.
  func description(counted: Bool) -> PlanDescription {
    let branches = plan.branches.enumerated().map { i, branch in
      branch.description(plan.allocator, columns, counted ? counters[i].map(\.rows) : nil)
    }
    guard branches.count > 1 else { return branches[0] }
    let rows = branches.reduce(0) { $0 + $1.estimatedRows }
    let union = PlanDescription(
      name: "Union", details: "", estimatedRows: rows,
      rows: counted ? branches.reduce(0) { $0 + ($1.rows ?? 0) } : nil, children: branches)
    guard !plan.keepsDuplicates else { return union }
    return PlanDescription(
      name: "Distinct", details: "", estimatedRows: rows, rows: nil, children: [union])
  }
}
