/// The pattern of one MATCH clause as a graph: what must be found, without an order in which to look for it.
struct PatternGraph {
  var nodes: [PatternNode] = []
  var edges: [PatternEdge] = []
  var paths: [PatternPath] = []
  /// Conjuncts of WHERE and of the properties and predicates inside the pattern.
  var predicates: [Predicate] = []
  /// Edges that only multiply the number of rows (`LeafCounting`).
  var degrees: [DegreeFactor] = []
  /// The names that the predicates may use: those of the clauses before, and the pattern's own.
  var scope: Scope
}

/// A node to be found.
struct PatternNode {
  var slot: Int
  /// Its name in `PatternGraph.scope`, made up for one without.
  var name: String
  var labels: LabelExpression?
  /// Found by a clause before.
  var isBound: Bool
}

/// A relationship, or a walk of several, to be found between two nodes of the pattern.
struct PatternEdge {
  var slot: Int
  var name: String
  /// Positions in `PatternGraph.nodes`, in the order written.
  var from: Int
  var to: Int
  var direction: EdgePattern.Direction
  var types: LabelExpression?
  var length: EdgePattern.Length?
  /// Of walks: what each relationship's properties must equal. Those of single relationships are predicates.
  var properties: Expression?
  /// Of walks: what must hold of each relationship, whose slot and name are `stepSlot` and the edge's name.
  var stepPredicate: Expression?
  var stepSlot: Int?
  var isBound: Bool
  var selector: PatternPart.Selector = .all
  /// Whether something reads the variable; a walk's list of relationships is made only then.
  var isNeeded = true
  /// Only which nodes are reached counts, not by which walks (`DistinctReach`).
  var isReach = false
}

/// A named path: the nodes and edges of one part of the pattern, as positions.
struct PatternPath {
  var slot: Int
  var name: String
  var nodes: [Int]
  var edges: [Int]
}

/// A condition with the pattern's variables that must be found before it can be tested.
struct Predicate {
  var expression: Expression
  var slots: Set<Int>
}

/// A leaf of the pattern of which only the number matters: rows are weighted by it.
struct DegreeFactor {
  /// Holds the number.
  var slot: Int
  /// Position in `PatternGraph.nodes`.
  var node: Int
  /// Seen from that node.
  var direction: EdgePattern.Direction
  var types: LabelExpression?
  /// What the leaf must be.
  var labels: LabelExpression?
}
