/// How a statement is carried out: steps in order, each of which takes rows and gives rows.
struct PhysicalPlan {
  var branches: [PhysicalBranch]
  var keepsDuplicates: Bool
  var columns: [String]
  var isUpdating: Bool
  var allocator: SlotAllocator
}

struct PhysicalBranch {
  var steps: [PlannedStep]
  var outputs: [Int]
}

/// A step with what the optimizer expects of it.
struct PlannedStep {
  var step: PhysicalStep
  /// Rows that leave the step.
  var estimatedRows: Double
}

indirect enum PhysicalStep {
  // Finding patterns
  case allNodes(slot: Int)
  case nodesByLabel(slot: Int, label: String)
  /// Nodes whose property equals a value, by an index.
  case nodesByIndex(slot: Int, label: String?, key: String, value: Expression, Scope)
  /// The node with a string id.
  case nodeByID(slot: Int, value: Expression, Scope)
  /// Passes rows on whose slot holds a node with these labels.
  case boundNode(slot: Int, labels: LabelExpression?)
  case labels(slot: Int, LabelExpression)
  case expand(Expansion)
  case expandWalks(WalkExpansion)
  /// A relationship bound before: finds or checks its ends.
  case boundEdge(Expansion, bindsFrom: Bool)
  case shortestPath(WalkExpansion, all: Bool)
  case degree(DegreeFactor, from: Int)
  case path(PathSlots)
  case optional([PlannedStep], slots: [Int])

  // Rows
  case filter([Expression], Scope)
  case project([Binding], Scope)
  case aggregate(Aggregation)
  case distinct([Int])
  case sort(Sorting)
  case skip(Expression, Scope)
  case limit(Expression, Scope)
  case unwind(Expression, Scope, slot: Int)
  case call(ProcedureCall)

  // Changes
  case create(CreatePattern)
  case merge(Merging, find: [PlannedStep])
  case set([Update], Scope, live: [Int])
  case delete([Expression], Scope, isDetaching: Bool, live: [Int])
}

/// From a node that is bound along relationships to their other ends.
struct Expansion {
  var from: Int
  var edge: Int
  var to: Int
  /// Seen from `from`.
  var direction: EdgePattern.Direction
  var types: LabelExpression?
  /// What the far end must be; nil where nothing, or nothing that the type does not say already.
  var labels: LabelExpression?
  /// Whether the far end is bound too, so that only relationships between the two are looked for.
  var isInto: Bool
  /// Whether anything reads the relationship.
  var needsEdge: Bool
  /// Edge slots of the same pattern whose relationships may not occur again.
  var distinctFrom: [Int]
}

/// From a node along walks of several relationships, none of them twice.
struct WalkExpansion {
  var base: Expansion
  var minimum: Int
  /// Nil for no bound.
  var maximum: Int?
  var properties: Expression?
  var stepPredicate: Expression?
  var stepSlot: Int?
  /// The edge's name, which the step predicate uses for the single relationship.
  var name: String
  var scope: Scope
  /// Whether the list of relationships is read by anything.
  var needsEdges: Bool
  /// Each node reached is given once, however many walks lead to it.
  var isReach: Bool
  /// The edge slot holds a list already; the walk is checked against it.
  var isBound: Bool
  /// The pattern is walked from its right end: the list of relationships is turned round.
  var isReversed: Bool
}
