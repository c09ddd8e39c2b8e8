import QuipuGraph
import QuipuTestSupport
import Testing

@testable import QuipuQuery

/// Whatever node of a pattern the search starts from, the rows are the same.
@Suite struct PatternPlannerTests {
  /// The rows of `MATCH … RETURN …` by a plan that starts at one node of the pattern; nil for the planner's own choice.
  private func rows(_ text: String, _ graph: PropertyGraph, startingAt node: Int?) throws -> [String] {
    let store = GraphStore(graph)
    let planner = Planner(costs: CostModel(graph), facts: store.facts, isOptimizing: true)
    var logical = try Translator.translate(
      try QueryParser().parse(text), procedures: .standard, scope: Scope(allocator: SlotAllocator()))
    Optimizer(facts: store.facts).optimize(&logical)
    let branch = logical.branches[0]
    guard case .match(let pattern, _) = branch.steps[0] else { return [] }
    let search = PatternPlanner(pattern: pattern, costs: planner.costs, facts: store.facts, isOptimizing: true, rows: 1)
    var steps = node.map { search.plan(startingAt: $0) } ?? search.plan()
    for step in branch.steps.dropFirst() { steps += planner.plan(step, 1) }

    let state = ResultState(isDistinct: false)
    var found: [String] = []
    let writer = ComparableText(graph: graph, hasIDs: true)
    state.onRow = { (row) throws(QueryError) -> Bool in
      found.append(row.map { writer.text($0) }.joined(separator: " | "))
      return true
    }
    let builder = OperatorBuilder(
      planner: planner, procedures: .standard, allocator: logical.allocator, usesRows: true, isProfiling: false)
    let head = try builder.build(
      PhysicalBranch(steps: steps, outputs: branch.outputs), end: ResultOperator(slots: branch.outputs, state: state))
    let context = EvaluationContext(store: store, statementTime: (seconds: 0, nanoseconds: 0))
    let frame = Frame(slotCount: logical.allocator.count, context: context)
    try head.reset(frame)
    _ = try head.push(frame)
    try head.finish(frame)
    return found.sorted()
  }

  private func nodeCount(_ text: String) throws -> Int {
    let logical = try Translator.translate(
      try QueryParser().parse(text), procedures: .standard, scope: Scope(allocator: SlotAllocator()))
    guard case .match(let pattern, _) = logical.branches[0].steps[0] else { return 0 }
    return pattern.nodes.count
  }

  static let shapes = [
    "MATCH (a:A)-[r:T]->(b)-[s]-(c:B) RETURN a, r, b, s, c",
    "MATCH (a)-[r]->(b)-[s]->(c)-[t]->(a) RETURN a, b, c",
    "MATCH p = (a)-[:T*1..2]->(b:A|B)<-[:S]-(c) RETURN p",
    "MATCH (a:A)-[l*0..2]-(b), (b)-[r:T]-(c) WHERE a.k < 3 RETURN a, l, r, c",
    "MATCH (a {k: 1}), (b {k: 2})<-[:T|U]-(c) WHERE a.m = b.m OR c.k > 0 RETURN a, b, c",
    "MATCH (a)-[r:T WHERE r.w > 0]->(a), (a)-->(b:!C) RETURN a, r, b",
    "MATCH (a:B)-[*1..2]->(b)-[r]->(c) WHERE a <> c RETURN a, b, r, c",
    "MATCH (a)--(b)--(c), (c)--(d) RETURN a, b, c, d",
    "MATCH (a:A), (b:B), p = allShortestPaths((a)-[*]-(b)) RETURN p",
  ]

  @Test(arguments: shapes) func anyStart(text: String) throws {
    let count = try nodeCount(text)
    try #require(count >= 2)
    var found = 0
    for seed in 0..<25 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let small = SmallGraph(&random)
      let graph = try small.build()
      let expected = try rows(text, graph, startingAt: nil)
      found += expected.count
      for start in 0..<count {
        #expect(try rows(text, graph, startingAt: start) == expected, "\(small.statement)\n\(text) from \(start)")
      }
    }
    #expect(found > 0)
  }

  /// Counts by degree, and nodes reached: the number must not depend on the start either.
  @Test(arguments: [
    "MATCH (a:A)-[:S]->(b)<-[:T]-(c), (b)-[:U]-(d) RETURN count(*) AS n",
    "MATCH (a)-[:T*1..]->(b)-[:S]->(c) RETURN DISTINCT a, c",
    "MATCH (a)-[:T]->(b)-[:S]->(c) RETURN b, count(*) AS n",
  ]) func anyStartOfARewrittenPattern(text: String) throws {
    for seed in 100..<140 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let graph = try SmallGraph(&random).build()
      let expected = try NaiveEvaluator.run(text, on: graph).rows
      let writer = ComparableText(graph: graph, hasIDs: true)
      let wanted = expected.map { row in row.map { writer.text($0) }.joined(separator: " | ") }.sorted()
      for start in [nil, 0] as [Int?] { #expect(try rows(text, graph, startingAt: start) == wanted, "seed \(seed)") }
    }
  }
}
