import QuipuCore
import QuipuGraph

@testable import QuipuQuery

/// A row as the reference describes it: a map from names to values.
typealias NaiveRow = [String: Value]

/// Carries out queries straight from the reference of openCypher 9, clause by clause over lists of maps, trying every
/// assignment of a pattern's variables. It shares the parser, the scalar expressions and the functions with the engine,
/// but no algebra, plan or operator: what both answer alike is likely right.
///
/// For small graphs: the work grows with the number of assignments and is bounded by `workLimit`.
final class NaiveEvaluator {
  let store: GraphStore
  let context: EvaluationContext
  /// Elements tried so far.
  private var work = 0
  private let workLimit: Int

  /// The work was more than `workLimit`: says nothing about the query.
  static let tooMuch = QueryError(.limit, .runtime, "NaiveWork", "too many assignments to try")

  private init(_ graph: PropertyGraph, workLimit: Int) {
    store = GraphStore(graph)
    context = EvaluationContext(store: store, statementTime: (seconds: 0, nanoseconds: 0))
    self.workLimit = workLimit
  }

  struct Answer {
    var columns: [String]
    var rows: [[Value]]
    var graph: PropertyGraph
  }

  static func run(
    _ text: String, on graph: PropertyGraph, workLimit: Int = 60_000
  ) throws(QueryError) -> Answer {
    let query = try QueryParser().parse(text)
    try SemanticAnalysis(Catalog(procedures: .standard, parameters: [])).check(query)
    let evaluator = NaiveEvaluator(graph, workLimit: workLimit)
    // Marks the run as one that may change the graph, so that expressions keep no columns of it.
    evaluator.context.changes = ChangeLog(graph)
    let (columns, rows) = try evaluator.rows(of: query, from: [:])
    return Answer(columns: columns, rows: rows, graph: evaluator.store.graph)
  }

  func tick() throws(QueryError) {
    work += 1
    if work > workLimit { throw NaiveEvaluator.tooMuch }
  }

  /// The rows of a whole query, its parts joined by UNION, that starts from one row.
  func rows(of query: Query, from row: NaiveRow) throws(QueryError) -> (columns: [String], rows: [[Value]]) {
    var columns: [String] = []
    var rows: [[Value]] = []
    for part in query.parts {
      let table = try table(of: part, from: row)
      if columns.isEmpty { columns = table.columns }
      for row in table.rows { rows.append(columns.map { row[$0] ?? .null }) }
    }
    guard let union = query.unions.first, !union.keepsDuplicates else { return (columns, rows) }
    var seen: Set<GroupKey> = []
    return (columns, rows.filter { seen.insert(GroupKey($0)).inserted })
  }

  private func table(of part: SingleQuery, from row: NaiveRow) throws(QueryError) -> NaiveTable {
    var table = NaiveTable(columns: row.keys.sorted(), rows: [row])
    for clause in part.clauses {
      switch clause {
      case .match(let clause): table = try match(clause, table)
      case .unwind(let clause): table = try unwind(clause, table)
      case .projection(let clause): table = try project(clause, table)
      case .call: throw .syntax("NaiveUnsupported", "CALL", at: nil)
      default: table = try update(clause, table)
      }
    }
    if case .projection(let last)? = part.clauses.last, last.kind == .return { return table }
    return NaiveTable(columns: [], rows: table.rows)
  }

  private func unwind(_ clause: UnwindClause, _ table: NaiveTable) throws(QueryError) -> NaiveTable {
    let list = try NaiveScalar(clause.list, table.columns, self)
    var rows: [NaiveRow] = []
    for row in table.rows {
      let elements: [Value]
      switch try list.value(row) {
      case .null: elements = []
      case .list(let values): elements = values
      case let other: elements = [other]
      }
      for element in elements {
        try tick()
        rows.append(row.merging([clause.variable.text: element]) { $1 })
      }
    }
    return NaiveTable(columns: table.columns + [clause.variable.text], rows: rows)
  }
}

/// Rows with the names that they have.
struct NaiveTable {
  var columns: [String]
  var rows: [NaiveRow]
}

/// An expression over rows with certain columns.
final class NaiveScalar {
  private let compiled: CompiledExpression
  private let frame: Frame
  private let slots: [(name: String, slot: Int)]

  init(_ expression: Expression, _ columns: [String], _ evaluator: NaiveEvaluator) throws(QueryError) {
    var scope = Scope(allocator: SlotAllocator())
    slots = Set(columns).sorted().map { (name: $0, slot: scope.declare($0)) }
    compiled = try ExpressionCompiler(functions: .standard, subplans: NaiveSubplans(evaluator: evaluator))
      .compile(expression, scope)
    frame = Frame(slotCount: scope.allocator.count, context: evaluator.context)
  }

  func value(_ row: NaiveRow) throws(QueryError) -> Value {
    for (name, slot) in slots { frame[slot] = row[name] ?? .null }
    return try compiled.evaluate(frame)
  }

  func holds(_ row: NaiveRow) throws(QueryError) -> Bool {
    for (name, slot) in slots { frame[slot] = row[name] ?? .null }
    return try compiled.test(frame) == true
  }
}
