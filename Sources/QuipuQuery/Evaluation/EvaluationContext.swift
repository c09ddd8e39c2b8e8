import QuipuCore
import QuipuGraph

/// The graph that a query reads and changes, shared by everything that runs it.
public final class GraphStore {
  /// Changed by one statement at a time, on one thread.
  @exclusivity(unchecked) public var graph: PropertyGraph

  public init(_ graph: PropertyGraph) { self.graph = graph }
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

  public init(
    store: GraphStore, parameters: ValueMap = ValueMap(), statementTime: (seconds: Int64, nanoseconds: Int32),
    seed: UInt64 = 0, timeZones: TimeZoneDatabase = .system
  ) {
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
