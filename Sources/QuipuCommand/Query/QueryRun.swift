import ArgumentParser
import Quipu
import QuipuRows

/// The statements of one query text, run one after the other up to the first that fails.
struct QueryRun {
  enum Mode: String {
    case run = ""
    case explain = "EXPLAIN "
    case profile = "PROFILE "
  }

  let engine: QueryEngine
  let parameters: ValueMap
  let mode: Mode
  let rows: RowOutput
  let console: Console
  /// Whether a statement has changed the graph.
  private(set) var hasChanges = false

  init(engine: QueryEngine, parameters: ValueMap, mode: Mode, rows: RowOutput, console: Console) {
    self.engine = engine
    self.parameters = parameters
    self.mode = mode
    self.rows = rows
    self.console = console
  }

  /// Prints the results; an error is told with its place in the whole text and thrown as an exit status.
  mutating func run(_ text: String) throws {
    Interrupt.watch()
    defer { Interrupt.unwatch() }
    let statements = StatementSplitter.split(text)
    guard !statements.isEmpty else {
      console.error("the query is empty; write a statement, such as MATCH (n) RETURN n")
      throw ExitCode.failure
    }
    for statement in statements {
      let result: QueryResult
      do throws(QueryError) {
        result = try answer(statement.text)
      } catch {
        rows.cut()
        let error = error.moved(to: Int(statement.range.start), after: mode.rawValue.utf8.count)
        console.error(block: error.render(in: text))
        throw error.detail == "Cancelled" ? ExitCode.interrupted : ExitCode.failure
      }
      try show(result)
    }
  }

  /// Prints the rows as they are found.
  private func answer(_ statement: String) throws(QueryError) -> QueryResult {
    var graph = PropertyGraph()
    return try engine.run(mode.rawValue + statement, parameters: parameters) { columns in
      // A statement that changes it is done by now.
      graph = engine.graph
      rows.begin(columns)
    } onRow: { row in
      rows.write(row, graph)
    }
  }

  private mutating func show(_ result: QueryResult) throws(InterchangeError) {
    try rows.end()
    // A plan without numbers of rows is EXPLAIN's: nothing was run.
    let isExplained = result.plan.map { $0.rows == nil } ?? false
    if let plan = result.plan {
      // Other programs read the other formats: no tree among their rows.
      if rows.format == .table || isExplained || result.columns.isEmpty {
        try rows.write(plan.rendered())
      } else {
        console.show(plan.rendered())
      }
    }
    guard let summary = result.sideEffects.summary else { return }
    hasChanges = true
    console.show(summary + "\n")
  }
}
