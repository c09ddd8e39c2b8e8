import QuipuGraph

/// A change of a logical plan after which it gives the same rows, sooner.
protocol Rewrite {
  /// What EXPLAIN's reader and the tests call it.
  static var name: String { get }
  func apply(to branch: inout LogicalBranch)
}

/// Applies every rewrite once, in order. All of them are off together (`QueryOptions.isOptimizing`).
struct Optimizer {
  let facts: SchemaFacts?

  func optimize(_ plan: inout LogicalPlan) {
    let rewrites: [any Rewrite] = [
      PredicatePushdown(), UnusedVariables(), LeafCounting(), DistinctReach(), ImpliedLabels(facts: facts), TopSort(),
    ]
    for i in plan.branches.indices {
      for rewrite in rewrites { rewrite.apply(to: &plan.branches[i]) }
    }
  }
}
