import QuipuCore
import QuipuGraph

/// The graph that a query reads and changes, shared by everything that runs it.
public final class GraphStore {
  /// Changed by one statement at a time, on one thread.
  @exclusivity(unchecked) public var graph: PropertyGraph

  public init(_ graph: PropertyGraph) { self.graph = graph }

  // What is derived from the graph and kept until it changes.
  private var rows: [RowsKey: AdjacencyRows] = [:]
  private var schemaFacts: SchemaFacts?

  private struct RowsKey: Hashable {
    var type: TypeID?
    var direction: EdgeDirection
  }

  /// The edges of one type, or of all, as compressed rows; made when first asked for.
  func adjacencyRows(_ type: TypeID?, _ direction: EdgeDirection) -> AdjacencyRows {
    let key = RowsKey(type: type, direction: direction)
    if let known = rows[key] { return known }
    let new = graph.adjacencyRows(type: type, direction: direction)
    rows[key] = new
    return new
  }

  var facts: SchemaFacts {
    if let schemaFacts { return schemaFacts }
    let new = SchemaFacts(graph)
    schemaFacts = new
    return new
  }

  /// Another number whenever the graph may be another.
  private(set) var version = 0

  /// Forgets what was derived; to be called before the graph changes.
  func invalidate() {
    version += 1
    rows = [:]
    schemaFacts = nil
  }
}

/// What functions and expressions may ask for while a statement runs. One object for each run, on one thread.
public final class EvaluationContext {
  public let store: GraphStore
  public let parameters: ValueMap
  /// The time at which the statement began, in nanoseconds since 1970-01-01T00:00Z: `datetime()` is the same all through.
  public let statementTime: (seconds: Int64, nanoseconds: Int32)
  /// For `rand()`: starts from the engine's seed with every statement.
  public var random: RandomState
  public let timeZones: TimeZoneDatabase
  let control: RunControl
  /// Set while an updating statement runs.
  var changes: ChangeLog?

  public init(
    store: GraphStore, parameters: ValueMap = ValueMap(), statementTime: (seconds: Int64, nanoseconds: Int32),
    seed: UInt64 = 0, timeZones: TimeZoneDatabase = .system, options: QueryOptions = QueryOptions()
  ) {
    control = RunControl(options)
    self.store = store
    self.parameters = parameters
    self.statementTime = statementTime
    random = RandomState(state: seed)
    self.timeZones = timeZones
  }

  public var graph: PropertyGraph {
    @inline(__always) _read { yield store.graph }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
public struct RandomState: Sendable {
  public var state: UInt64

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
