import QuipuCore
import QuipuGraph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs openCypher on a graph. One statement at a time, on one thread; copies of its graph are independent.
///
/// Statements are planned once and kept while the graph stays the same: running one text again, with other parameters
/// perhaps, costs little more than its rows.
public final class QueryEngine {
  let store: GraphStore
  public var options: QueryOptions { didSet { prepared = [:] } }
  public var procedures = ProcedureLibrary.standard { didSet { prepared = [:] } }
  /// By relationship type, the types below it: in patterns it then stands for these too. Empty for no inference.
  public var typeHierarchy: [String: [String]] = [:] { didSet { prepared = [:] } }

  private var prepared: [String: PreparedStatement] = [:]
  private static let preparedLimit = 256

  public init(_ graph: PropertyGraph, options: QueryOptions = QueryOptions()) {
    store = GraphStore(graph)
    self.options = options
  }

  public var graph: PropertyGraph {
    get { store.graph }
    set {
      store.invalidate()
      store.graph = newValue
    }
  }

  /// Makes now what queries otherwise make when they first need it: compressed rows of every type and direction.
  ///
  /// Complexity: O(nodes · types + edges), time and memory.
  public func prepare() {
    for number in 0..<store.graph.typeCount {
      for direction in EdgeDirection.allCases { _ = store.adjacencyRows(TypeID(rawValue: UInt16(number)), direction) }
    }
    store.facts.prepare()
  }

  /// Runs one statement and gathers its rows. One that fails leaves the graph as it was.
  public func run(_ text: String, parameters: ValueMap = ValueMap()) throws(QueryError) -> QueryResult {
    var rows: [[Value]] = []
    var held = 0
    let limit = options.memoryLimit ?? .max
    var result = try run(text, parameters: parameters) { (row) throws(QueryError) -> Bool in
      rows.append(row)
      held += row.reduce(32) { $0 + $1.memorySize }
      if held > limit { throw RunControl.memoryError(limit) }
      return true
    }
    result.rows = rows
    return result
  }

  /// Runs one statement and hands its columns over once, before the first row, and each row as it is found, until
  /// `onRow` returns false; the result's rows are empty. EXPLAIN has no rows and hands nothing over.
  ///
  /// A statement that changes the graph is done before its columns and rows are handed over: one that fails gives none,
  /// and what its rows refer to is there. Memory: such a statement holds its rows, any other none beyond its own state.
  public func run(
    _ text: String, parameters: ValueMap = ValueMap(), onColumns: (_ columns: [String]) throws(QueryError) -> Void,
    onRow: (_ row: [Value]) throws(QueryError) -> Bool
  ) throws(QueryError) -> QueryResult {
    let statement = try prepare(text, parameters)
    if statement.mode == .explain { return try run(text, parameters: parameters) }
    guard statement.isUpdating else {
      try onColumns(statement.columns)
      return try run(text, parameters: parameters, onRow: onRow)
    }
    var result = try run(text, parameters: parameters)
    try onColumns(result.columns)
    for row in result.rows where try !onRow(row) { break }
    result.rows = []
    return result
  }

  /// The same, but each row goes to `onRow` as it is found, until that returns false; the result's rows are empty.
  public func run(
    _ text: String, parameters: ValueMap = ValueMap(), onRow: (_ row: [Value]) throws(QueryError) -> Bool
  ) throws(QueryError) -> QueryResult {
    let statement = try prepare(text, parameters)
    if statement.mode == .explain {
      return QueryResult(columns: statement.columns, rows: [], plan: statement.description(counted: false))
    }
    if statement.isUpdating && !options.allowsUpdates {
      throw .syntax(
        "InvalidClauseComposition", "this graph is open for reading only: the query would change it", at: nil)
    }
    // Statements for the graph as it is now hold columns and rows of it, which would be copied when they change.
    if statement.isUpdating { prepared = [:] }
    let context = EvaluationContext(
      store: store, parameters: parameters, statementTime: now, seed: options.seed, options: options)
    let effects = try withoutActuallyEscaping(onRow) { (onRow) throws(QueryError) -> SideEffects in
      try statement.run(context, onRow)
    }
    return QueryResult(
      columns: statement.columns, rows: [], sideEffects: effects,
      plan: statement.mode == .profile ? statement.description(counted: true) : nil)
  }

  private var now: (seconds: Int64, nanoseconds: Int32) {
    if let now = options.now {
      let seconds = now >= 0 ? now / 1_000_000_000 : (now - 999_999_999) / 1_000_000_000
      return (seconds, Int32(now - seconds * 1_000_000_000))
    }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return (Int64(time.tv_sec), Int32(time.tv_nsec))
  }

  private func prepare(_ text: String, _ parameters: ValueMap) throws(QueryError) -> PreparedStatement {
    if let known = prepared[text], known.version == store.version, known.hasParameters(parameters) { return known }
    var query = try QueryParser().parse(text)
    let catalog = Catalog(procedures: procedures, parameters: parameters.entries.map(\.key))
    try SemanticAnalysis(catalog).check(query)
    if !typeHierarchy.isEmpty { query = TypeInference(hierarchy: typeHierarchy).apply(to: query) }
    let statement = try PreparedStatement(query, engine: self, parameters: parameters)
    if prepared.count >= QueryEngine.preparedLimit { prepared = [:] }
    prepared[text] = statement
    return statement
  }
}
