import QuipuCore
import QuipuGraph
import QuipuQuery
import QuipuRows

extension ReplSession {
  /// Runs a statement and shows its rows; what it holds of edges becomes the list that `:why` takes numbers of.
  func run(_ statement: StatementBuffer.Statement) {
    do throws(QueryError) {
      try answer(statement.text)
    } catch {
      let message = error.shifted(by: statement.offset).render(in: statement.source)
      // A place in the text tells the line.
      fail(message, error.range == nil ? statement.place : statement.place?.fileOnly)
    }
  }

  /// Runs one statement and shows its answer.
  func answer(_ text: String) throws(QueryError) {
    applySettings()
    let start = ContinuousClock.now
    if let query = try? QueryParser().parse(text) { warn(of: query) }
    let result = try engine.run(text, parameters: parameters)
    let time = ContinuousClock.now - start
    if !result.sideEffects.isEmpty {
      isModified = true
      forgetNames()
    }
    lastResult = result
    listEdges(of: result)
    show(result, time)
  }

  private func applySettings() {
    engine.options.timeout = settings.timeout
    engine.options.memoryLimit = settings.memoryLimit
    engine.options.isOptimizing = settings.isOptimizing
  }

  /// A label or type that the graph does not have is mostly a slip of the pen.
  private func warn(of query: Query) {
    for name in UnknownNames(graph).find(in: query) {
      warn(
        "\(name.kind) '\(name.text)' does not occur in this graph"
          + (name.nearest.map { "; did you mean '\($0)'?" } ?? "; ':schema' shows what does"))
    }
  }

  private func listEdges(of result: QueryResult) {
    var edges: [EdgeID] = []
    var seen: Set<EdgeID> = []
    for row in result.rows {
      for value in row where edges.count < 1000 {
        switch value {
        case .edge(let edge): if seen.insert(edge).inserted { edges.append(edge) }
        case .path(let path): for edge in path.edges where seen.insert(edge).inserted { edges.append(edge) }
        default: break
        }
      }
    }
    if !edges.isEmpty { listedEdges = edges }
  }

  // MARK: Showing

  private func show(_ result: QueryResult, _ time: Duration) {
    if !result.columns.isEmpty { show(rows(of: result)) }
    if let plan = result.plan { show(plan.rendered()) }
    if let changes = result.sideEffects.summary { note(changes) }
    let tellsTime = isInteractive && settings.showsTiming
    if result.columns.isEmpty {
      if result.sideEffects.isEmpty, result.plan == nil { note("Nothing was changed.") }
    } else if tellsTime {
      note("\(counted(result.rows.count, "row")) in \(ReplSession.text(time))")
    }
  }

  private func rows(of result: QueryResult) -> String {
    var bytes: [UInt8] = []
    let options = RowOptions(width: settings.width ?? windowWidth, isColoured: style.isOn)
    let writer = RowWriter(settings.format, columns: result.columns, options: options) { bytes += $0 }
    for row in result.rows { writer.write(row, graph) }
    writer.finish()
    let text = String(decoding: bytes, as: UTF8.self)
    // The line with the time says how many there are.
    let count = "\(counted(result.rows.count, "row"))\n"
    let isTold = isInteractive && settings.showsTiming && settings.format == .table && text.hasSuffix(count)
    return isTold ? String(text.dropLast(count.count)) : text
  }

  /// Milliseconds below ten seconds, else seconds with one decimal.
  static func text(_ time: Duration) -> String {
    let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
    if milliseconds < 10_000 { return milliseconds < 1 ? "less than 1 ms" : "\(milliseconds) ms" }
    return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }
}

extension QueryError {
  /// The same with its place moved; one that would begin before the text has none.
  func shifted(by bytes: Int) -> QueryError {
    guard bytes != 0, let range else { return self }
    var error = self
    let start = Int(range.start) + bytes
    error.range = start < 0 ? nil : ByteRange(start..<(Int(range.end) + bytes))
    return error
  }
}
