import QuipuCore
import QuipuGraph

/// How a query is run.
public struct QueryOptions: Sendable {
  /// Off: patterns are matched in the order written, and no rewrite is applied. For comparison and for tests.
  public var isOptimizing = true
  /// In seconds of wall-clock time; nil for no limit.
  public var timeout: Double?
  /// Bytes that the rows held at one time (sorting, grouping, the result) may take; nil for no limit.
  public var memoryLimit: Int?
  /// Where `rand()` starts.
  public var seed: UInt64 = 0
  /// Nanoseconds since 1970-01-01T00:00Z to take for now; nil for the clock.
  public var now: Int64?
  /// Asked every few thousand rows; true ends the query with the error `Cancelled`.
  public var isCancelled: (@Sendable () -> Bool)?
  /// False: a statement that would change the graph is refused before it runs.
  public var allowsUpdates = true
  public init() {}
}

/// What a statement changed: differences between the graph before and after.
public struct SideEffects: Hashable, Sendable {
  public var nodesCreated = 0
  public var nodesDeleted = 0
  public var edgesCreated = 0
  public var edgesDeleted = 0
  /// Distinct label names that came into, or went out of, use in the graph.
  public var labelsAdded = 0
  public var labelsRemoved = 0
  /// (Entity, key, value) triples: a changed value counts once on either side.
  public var propertiesSet = 0
  public var propertiesRemoved = 0
  public init() {}

  public var isEmpty: Bool { self == SideEffects() }
}

/// One step of a physical plan with the steps below it, for EXPLAIN and PROFILE.
public struct PlanDescription: Hashable, Sendable {
  /// For example `NodeByLabelScan`.
  public var name: String
  /// For example `(a:Person)`.
  public var details: String
  public var estimatedRows: Double
  /// After PROFILE only.
  public var rows: Int?
  public var children: [PlanDescription]

  public init(name: String, details: String, estimatedRows: Double, rows: Int? = nil, children: [PlanDescription]) {
    self.name = name
    self.details = details
    self.estimatedRows = estimatedRows
    self.rows = rows
    self.children = children
  }
}

/// A statement's answer.
public struct QueryResult: Sendable {
  /// Empty when the statement returns nothing.
  public var columns: [String]
  public var rows: [[Value]]
  public var sideEffects: SideEffects
  /// After EXPLAIN and PROFILE.
  public var plan: PlanDescription?

  public init(
    columns: [String], rows: [[Value]], sideEffects: SideEffects = SideEffects(), plan: PlanDescription? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.sideEffects = sideEffects
    self.plan = plan
  }
}
