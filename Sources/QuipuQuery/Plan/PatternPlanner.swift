/// Decides in which order a pattern is looked for.
///
/// Optimizing, it tries every node as the start and always takes the cheapest next relationship (greedy), testing each
/// predicate as soon as its variables are there. Otherwise it takes nodes and relationships in the order written and
/// tests predicates last.
struct PatternPlanner {
  let pattern: PatternGraph
  let costs: CostModel
  let facts: SchemaFacts?
  let isOptimizing: Bool
  /// Rows that come in.
  let rows: Double

  /// The steps that turn a row without the pattern into rows with it.
  func plan() -> [PlannedStep] {
    guard isOptimizing else { return draft(from: nil).steps }
    let starts = candidates()
    var best = draft(from: starts.first)
    for start in starts.dropFirst() {
      let other = draft(from: start)
      if other.cost < best.cost { best = other }
    }
    return best.steps
  }

  /// The steps when the search starts at one node of the pattern, by its position. For tests: any start must give the
  /// same rows.
  func plan(startingAt node: Int) -> [PlannedStep] { draft(from: node).steps }

  /// Unbound nodes worth starting from: all of a small pattern, the cheapest of a large one.
  private func candidates() -> [Int] {
    let draft = PatternDraft(self)
    let unbound = pattern.nodes.indices.filter { !pattern.nodes[$0].isBound }
    guard unbound.count > 8 else { return Array(unbound) }
    // Each start costs a draft, which is quadratic in the relationships.
    let count = unbound.count > 64 ? 1 : 5
    return Array(unbound.sorted { draft.scanCost($0) < draft.scanCost($1) }.prefix(count)).sorted()
  }

  private func draft(from start: Int?) -> PatternDraft {
    var draft = PatternDraft(self)
    draft.takeBound()
    if let start, !draft.hasReachableEdge { draft.scan(start) }
    while true {
      if let next = draft.nextEdge() {
        draft.expand(next)
      } else if let node = draft.nextNode() {
        draft.scan(node)
      } else if let edge = draft.blockedEdge() {
        draft.expand(edge)
      } else {
        break
      }
    }
    draft.finish()
    return draft
  }
}

/// One order of looking for a pattern, while it is being made.
struct PatternDraft {
  let planner: PatternPlanner
  private(set) var steps: [PlannedStep] = []
  private(set) var cost = 0.0
  private var rows: Double
  private var boundNodes: Set<Int> = []
  private var boundEdges: Set<Int> = []
  private var boundSlots: Set<Int> = []
  private var waiting: [Predicate]
  private var degrees: [DegreeFactor]

  private var pattern: PatternGraph { planner.pattern }
  private var costs: CostModel { planner.costs }

  init(_ planner: PatternPlanner) {
    self.planner = planner
    rows = max(planner.rows, 1)
    waiting = planner.pattern.predicates
    degrees = planner.pattern.degrees
  }

  // MARK: What may come next

  var hasReachableEdge: Bool { pattern.edges.indices.contains { isReachable($0) } }

  private func isReachable(_ edge: Int) -> Bool {
    guard !boundEdges.contains(edge) else { return false }
    let new = pattern.edges[edge]
    guard new.conditionSlots(in: pattern).isSubset(of: boundSlots) else { return false }
    if new.isBound && new.length == nil { return true }
    if new.selector != .all { return boundNodes.contains(new.from) && boundNodes.contains(new.to) }
    return boundNodes.contains(new.from) || boundNodes.contains(new.to)
  }

  /// The next relationship to follow: the cheapest, or the first written.
  func nextEdge() -> Int? {
    let reachable = pattern.edges.indices.filter { isReachable($0) }
    guard planner.isOptimizing else { return reachable.first }
    return reachable.min { fanOut($0) < fanOut($1) }
  }

  /// A relationship left over when all nodes are found: its conditions read another such.
  func blockedEdge() -> Int? { pattern.edges.indices.first { !boundEdges.contains($0) } }

  /// The next node to look for where no relationship leads on.
  func nextNode() -> Int? {
    let unbound = pattern.nodes.indices.filter { !boundNodes.contains($0) }
    guard planner.isOptimizing else { return unbound.first }
    return unbound.min { scanCost($0) < scanCost($1) }
  }

  /// Rows that following the edge makes of one.
  private func fanOut(_ position: Int) -> Double {
    let edge = pattern.edges[position]
    if edge.isBound { return 0.1 }
    if edge.selector != .all { return 1 }
    let forward = boundNodes.contains(edge.from)
    let isInto = forward && boundNodes.contains(edge.to)
    let (from, to) = forward ? (edge.from, edge.to) : (edge.to, edge.from)
    let once = costs.fanOut(edge.types, edge.direction, from: pattern.nodes[from].labels)
    if isInto { return min(once / costs.nodeCount, 1) }
    guard let length = edge.length else {
      return once * costs.share(of: edge.types == nil ? pattern.nodes[to].labels : nil)
    }
    // Only the first step leaves from nodes with these labels.
    let later = costs.fanOut(edge.types, edge.direction, from: nil)
    let steps = Double(min(length.maximum ?? 5, 5))
    return max(1, steps) * max(once, 1.5) * max(later, 1.5)
  }

  /// Rows that looking for the node makes of one.
  func scanCost(_ node: Int) -> Double {
    if seek(node) != nil { return 1 }
    let all = costs.nodes(pattern.nodes[node].labels)
    let predicates = waiting.filter { $0.slots == [pattern.nodes[node].slot] }
    return all * (predicates.isEmpty ? 1 : 0.999)
  }

  // MARK: Taking it

  /// What earlier clauses bound comes first.
  mutating func takeBound() {
    for (i, node) in pattern.nodes.enumerated() where node.isBound {
      append(.boundNode(slot: node.slot, labels: node.labels), rows)
      bind(node: i)
    }
    if planner.isOptimizing { test() }
  }

  mutating func scan(_ position: Int) {
    let node = pattern.nodes[position]
    if let (step, used) = seek(position) {
      if let used { waiting.remove(at: used) }
      append(step, rows)
      addLabels(of: node, except: nil)
    } else if let label = cheapestLabel(node) {
      rows *= max(costs.nodes(.name(Name(label, .init(0, 0)))), 0.1)
      append(.nodesByLabel(slot: node.slot, label: label), rows)
      addLabels(of: node, except: label)
    } else {
      rows *= costs.nodeCount
      append(.allNodes(slot: node.slot), rows)
      addLabels(of: node, except: nil)
    }
    bind(node: position)
    if planner.isOptimizing { test() }
  }

  mutating func expand(_ position: Int) {
    let edge = pattern.edges[position]
    let factor = fanOut(position)
    let forward = boundNodes.contains(edge.from)
    let (from, to) = forward ? (edge.from, edge.to) : (edge.to, edge.from)
    let isInto = boundNodes.contains(to)
    var expansion = Expansion(
      from: pattern.nodes[from].slot, edge: edge.slot, to: pattern.nodes[to].slot,
      direction: forward ? edge.direction : edge.direction.reversed, types: edge.types,
      labels: isInto ? nil : pattern.nodes[to].labels, isInto: isInto, needsEdge: edge.isNeeded,
      distinctFrom: rivals(of: position))
    if planner.isOptimizing && edge.length == nil,
      ImpliedLabels(facts: planner.facts).isImplied(expansion.labels, by: edge.types, expansion.direction)
    {
      expansion.labels = nil
    }
    rows = max(rows * factor, 0.01)
    if edge.isBound && edge.length == nil {
      expansion.isInto = boundNodes.contains(to)
      let bindsFrom = !boundNodes.contains(from)
      append(.boundEdge(expansion, bindsFrom: bindsFrom), rows)
      if bindsFrom, let labels = pattern.nodes[from].labels {
        append(.labels(slot: pattern.nodes[from].slot, labels), rows)
      }
    } else {
      append(step(for: edge, expansion, isReversed: !forward), rows)
    }
    boundEdges.insert(position)
    boundSlots.insert(edge.slot)
    bind(node: from)
    bind(node: to)
    if planner.isOptimizing { test() }
  }

  private func step(for edge: PatternEdge, _ expansion: Expansion, isReversed: Bool) -> PhysicalStep {
    guard edge.length != nil || edge.selector != .all else { return .expand(expansion) }
    let isShortest = edge.selector != .all
    let single = edge.length == nil
    let walk = WalkExpansion(
      base: expansion, minimum: edge.length?.minimum ?? 1, maximum: single ? 1 : edge.length?.maximum,
      properties: edge.properties, stepPredicate: edge.stepPredicate, stepSlot: edge.stepSlot, name: edge.name,
      scope: pattern.scope, needsEdges: edge.isNeeded, isReach: edge.isReach, isBound: edge.isBound,
      isReversed: isReversed)
    return isShortest ? .shortestPath(walk, all: edge.selector == .allShortest) : .expandWalks(walk)
  }

  /// Degrees, paths and the predicates that are left.
  mutating func finish() {
    for path in pattern.paths {
      let slots = PathSlots(
        slot: path.slot, start: pattern.nodes[path.nodes[0]].slot, edges: path.edges.map { pattern.edges[$0].slot })
      append(.path(slots), rows)
      boundSlots.insert(path.slot)
    }
    test()
    if !waiting.isEmpty { append(.filter(waiting.map(\.expression), pattern.scope), rows) }
    keepRivals()
  }

  /// A relationship that a later one must differ from is needed for that.
  private mutating func keepRivals() {
    let rivals = steps.reduce(into: Set<Int>()) { $0.formUnion($1.step.expansion?.distinctFrom ?? []) }
    for i in steps.indices {
      switch steps[i].step {
      case .expand(var expansion) where rivals.contains(expansion.edge):
        expansion.needsEdge = true
        steps[i].step = .expand(expansion)
      case .expandWalks(var walk) where rivals.contains(walk.base.edge):
        walk.needsEdges = true
        steps[i].step = .expandWalks(walk)
      default: break
      }
    }
  }

  // MARK: Parts

  private mutating func bind(node position: Int) {
    guard boundNodes.insert(position).inserted else { return }
    boundSlots.insert(pattern.nodes[position].slot)
    for factor in degrees where factor.node == position {
      append(.degree(factor, from: pattern.nodes[position].slot), rows)
    }
    degrees.removeAll { $0.node == position }
  }

  /// Tests the predicates whose variables are all there.
  private mutating func test() {
    let ready = waiting.filter { $0.slots.isSubset(of: boundSlots) }
    guard !ready.isEmpty else { return }
    waiting.removeAll { $0.slots.isSubset(of: boundSlots) }
    for predicate in ready {
      rows *= predicate.equality == nil ? CostModel.predicateSelectivity : CostModel.equalitySelectivity
    }
    rows = max(rows, 0.01)
    append(.filter(ready.map(\.expression), pattern.scope), rows)
  }

  private mutating func append(_ step: PhysicalStep, _ rows: Double) {
    steps.append(PlannedStep(step: step, estimatedRows: rows))
    cost += rows
  }

  private mutating func addLabels(of node: PatternNode, except label: String?) {
    guard let labels = node.labels else { return }
    if case .name(let name) = labels, name.text == label { return }
    append(.labels(slot: node.slot, labels), rows)
  }

  /// Edges of the same pattern, already bound, that could be the same relationship.
  private func rivals(of position: Int) -> [Int] {
    let types = pattern.edges[position].types?.alternatives?.map(\.text)
    return boundEdges.sorted().compactMap { other in
      let others = pattern.edges[other].types?.alternatives?.map(\.text)
      if let types, let others, Set(types).isDisjoint(with: others) { return nil }
      if pattern.edges[other].selector != .all { return nil }
      return pattern.edges[other].slot
    }
  }

  private func cheapestLabel(_ node: PatternNode) -> String? {
    guard let labels = node.labels?.required, !labels.isEmpty else { return nil }
    guard planner.isOptimizing else { return nil }
    return labels.min { costs.graph.nodes(label: $0).count < costs.graph.nodes(label: $1).count }
  }

  /// A step that finds the node directly, and the position of the predicate that it makes needless.
  private func seek(_ position: Int) -> (PhysicalStep, used: Int?)? {
    guard planner.isOptimizing else { return nil }
    let node = pattern.nodes[position]
    let labels = node.labels?.required ?? []
    for (i, predicate) in waiting.enumerated() {
      guard let (subject, value) = predicate.equality(about: node.name),
        predicate.slots.subtracting([node.slot]).isSubset(of: boundSlots), !value.mentionedNames.contains(node.name)
      else { continue }
      switch subject {
      case .elementID: return (.nodeByID(slot: node.slot, value: value, pattern.scope), i)
      case .property(let key):
        if let label = labels.first(where: { costs.hasIndex($0, key) }) {
          return (.nodesByIndex(slot: node.slot, label: label, key: key, value: value, pattern.scope), nil)
        }
        if costs.hasIndex(nil, key) {
          return (.nodesByIndex(slot: node.slot, label: nil, key: key, value: value, pattern.scope), nil)
        }
      }
    }
    return nil
  }
}

extension PhysicalStep {
  fileprivate var expansion: Expansion? {
    switch self {
    case .expand(let expansion), .boundEdge(let expansion, _): expansion
    case .expandWalks(let walk), .shortestPath(let walk, _): walk.base
    default: nil
    }
  }
}

extension PatternEdge {
  /// What the properties and the predicate of a walk read of the pattern's other variables: they are tested on the way.
  fileprivate func conditionSlots(in pattern: PatternGraph) -> Set<Int> {
    guard properties != nil || stepPredicate != nil else { return [] }
    let own = pattern.nodes.filter { !$0.isBound }.map(\.slot) + pattern.edges.filter { !$0.isBound }.map(\.slot)
    return [properties, stepPredicate].reduce(into: Set<Int>()) { slots, part in
      if let part { slots.formUnion(part.slots(in: pattern.scope)) }
    }.intersection(own).subtracting([slot])
  }
}

extension EdgePattern.Direction {
  var reversed: EdgePattern.Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}

extension LabelExpression {
  /// Labels that every node which satisfies this has.
  var required: [String] {
    switch self {
    case .name(let name): [name.text]
    case .and(let parts): parts.flatMap(\.required)
    default: []
    }
  }
}

extension Predicate {
  /// What an equality is about that can be looked up.
  enum Subject {
    case property(String)
    case elementID
  }

  /// The two sides when this is `a = b`.
  var equality: (Expression, Expression)? {
    guard case .comparison(let sides, let operators) = expression.kind, operators == [.equal] else { return nil }
    return (sides[0], sides[1])
  }

  /// For `variable.key = value` and `elementId(variable) = value`, whichever way round: the subject and the value.
  func equality(about variable: String) -> (Subject, Expression)? {
    guard let (a, b) = equality else { return nil }
    if let subject = Predicate.subject(a, variable) { return (subject, b) }
    if let subject = Predicate.subject(b, variable) { return (subject, a) }
    return nil
  }

  private static func subject(_ side: Expression, _ variable: String) -> Subject? {
    switch side.kind {
    case .property(let base, let key):
      if case .variable(variable) = base.kind { return .property(key.text) }
    case .call(let call) where call.name.text.lowercased() == "elementid" && call.arguments.count == 1:
      if case .variable(variable) = call.arguments[0].kind { return .elementID }
    default: break
    }
    return nil
  }
}
