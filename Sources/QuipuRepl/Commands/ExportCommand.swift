import QuipuGraph
import QuipuInterchange
import QuipuQuery
import QuipuRows

extension ReplCommand {
  static let export = ReplCommand(
    "export", arguments: "FILE", summary: "writes the last result: rows, or the graph that is in it",
    details: """
      By the extension: .csv .json .jsonl .md .txt hold the rows; .graphml .dot .graph.json .graph.csv hold the nodes and
      relationships of the result, with the ends of the relationships, as a graph.
      """,
    completes: .file
  ) { (arguments, session) throws(ReplError) in
    let path = try fileName(arguments, "export")
    guard let result = session.lastResult else { throw ReplError("there is no result yet: run a query first") }
    if let format = GraphFormat(exporting: path) {
      try session.exportGraph(of: result, to: path, format)
    } else if let format = RowFormat(exporting: path) {
      try session.exportRows(of: result, to: path, format)
    } else {
      throw ReplError(
        "\(path): the extension says no format; rows: .csv .json .jsonl .md .txt; a graph: .graphml .dot .graph.json")
    }
  }
}

extension ReplSession {
  fileprivate func exportRows(of result: QueryResult, to path: String, _ format: RowFormat) throws(ReplError) {
    var bytes: [UInt8] = []
    let writer = RowWriter(format, columns: result.columns) { bytes += $0 }
    for row in result.rows { writer.write(row, graph) }
    writer.finish()
    do throws(InterchangeError) {
      try TextFile.write(bytes, to: path)
    } catch {
      throw ReplError("\(error)")
    }
    note("\(counted(result.rows.count, "row")) written to \(path)")
  }

  fileprivate func exportGraph(of result: QueryResult, to path: String, _ format: GraphFormat) throws(ReplError) {
    var selection = ResultGraph(graph)
    for row in result.rows { for value in row { selection.add(value) } }
    guard !selection.isEmpty else {
      throw ReplError("the last result holds no nodes or relationships; return them whole, as in 'RETURN n, r, m'")
    }
    let report: ExportReport
    do {
      report = try GraphExport.write(try selection.graph(), to: path, format: format)
    } catch {
      throw ReplError("\(error)")
    }
    if !format.isReadable { for loss in report.losses { warn("\(path): \(loss)") } }
    note(
      "\(counted(report.nodes, "node")) and \(counted(report.edges, "edge")) written to "
        + report.files.joined(separator: " and "))
  }
}

extension GraphFormat {
  /// What `:export` writes as a graph; `.json` and `.csv` alone are rows.
  fileprivate init?(exporting path: String) {
    let name = path.lowercased()
    if name.hasSuffix(".graph.json") {
      self = .json
    } else if name.hasSuffix(".graph.csv") {
      self = .csv
    } else {
      guard let format = GraphFormat(path: path), format == .graphML || format == .dot else { return nil }
      self = format
    }
  }
}

extension RowFormat {
  fileprivate init?(exporting path: String) {
    switch path.lowercased().split(separator: ".").last {
    case "csv": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "txt": self = .table
    default: return nil
    }
  }
}
