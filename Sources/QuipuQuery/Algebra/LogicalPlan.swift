import QuipuCore

/// A statement in terms of what its clauses do, before it is decided how.
struct LogicalPlan {
  var branches: [LogicalBranch]
  /// False after UNION: equal rows are one.
  var keepsDuplicates: Bool
  /// Names of the result's columns; empty when the statement returns nothing.
  var columns: [String]
  var isUpdating: Bool
  var allocator: SlotAllocator
}

/// A single query: steps that each take rows and give rows, the first from one row without variables.
struct LogicalBranch {
  var steps: [LogicalStep]
  /// The slots of the result's columns.
  var outputs: [Int]
}

enum LogicalStep {
  case match(PatternGraph, isOptional: Bool)
  case filter([Expression], Scope)
  case project([Binding], Scope)
  case aggregate(Aggregation)
  case distinct([Int])
  case sort(Sorting)
  case skip(Expression, Scope)
  case limit(Expression, Scope)
  case unwind(Expression, Scope, slot: Int)
  case call(ProcedureCall)
  case create(CreatePattern)
  case merge(Merging)
  case set([Update], Scope, live: [Int])
  case delete([Expression], Scope, isDetaching: Bool, live: [Int])
}

/// A value that is computed into a slot.
struct Binding {
  var slot: Int
  var expression: Expression
}

/// Grouping: one row for each distinct combination of keys; one row in all without keys.
struct Aggregation {
  var keys: [Binding]
  var aggregates: [Aggregate]
  /// Computed from keys and aggregates once a group is complete.
  var scope: Scope
  /// Slots whose product is the number of rows that a row stands for (`LeafCounting`).
  var weights: [Int] = []
}

/// One aggregate function's call.
struct Aggregate {
  var slot: Int
  /// In lower case.
  var function: String
  var isDistinct: Bool
  /// None for `count(*)`.
  var arguments: [Expression]
  var range: ByteRange
}

/// ORDER BY, with SKIP and LIMIT when only so many of the first rows are wanted (`TopSort`).
struct Sorting {
  var keys: [SortItem]
  var scope: Scope
  /// What must outlive the sorting.
  var live: [Int]
  var top: Top?

  struct Top {
    var skip: Expression?
    var limit: Expression
  }
}

/// CALL, its arguments and which of its outputs go into which slots.
struct ProcedureCall {
  var procedure: Procedure
  var arguments: [Expression]
  var scope: Scope
  var outputs: [(field: Int, slot: Int)]
  var range: ByteRange
}

/// What CREATE, or MERGE that found nothing, makes.
struct CreatePattern {
  struct Node {
    var slot: Int
    var labels: [String]
    var properties: Expression?
  }

  struct Edge {
    var slot: Int
    var from: Int
    var to: Int
    var type: String
    var properties: Expression?
    var range: ByteRange
  }

  enum Element {
    case node(Node)
    case edge(Edge)
    case path(PathSlots)
  }

  /// Part by part as written; in each the nodes, then the edges, then the path: an element may use those before it.
  var elements: [Element] = []
  var scope: Scope
  var live: [Int]

  /// The slots that creating fills.
  var ownSlots: Set<Int> {
    Set(
      elements.map { element in
        switch element {
        case .node(let node): node.slot
        case .edge(let edge): edge.slot
        case .path(let path): path.slot
        }
      })
  }
}

/// The slots that a path is put together from: one more of nodes than of edges; an edge slot may hold a list.
struct PathSlots {
  var slot: Int
  var start: Int
  var edges: [Int]
}

/// MERGE: the pattern to find, what to make otherwise, and what to change in either case.
struct Merging {
  var pattern: PatternGraph
  var creation: CreatePattern
  var onCreate: [Update]
  var onMatch: [Update]
  var scope: Scope
  var live: [Int]
  /// New variables, to be carried out of each match.
  var found: [Int]
  var range: ByteRange
}

/// One change of SET or REMOVE.
enum Update {
  case setProperty(of: Expression, key: String, value: Expression)
  case replaceProperties(Expression, Expression)
  case mergeProperties(Expression, Expression)
  case addLabels(Expression, [String])
  case removeProperty(of: Expression, key: String)
  case removeLabels(Expression, [String])
}
