import QuipuGraph
import QuipuInterchange

extension ReplCommand {
  static let open = ReplCommand(
    "open", arguments: "FILE", summary: "another graph: GraphML or JSON",
    details: "Reads a graph that 'quipu build' or ':save' wrote, or another program's GraphML or node-link JSON.",
    completes: .file
  ) { (arguments, session) throws(ReplError) in
    try session.open(try fileName(arguments, "open"))
  }

  static let save = ReplCommand(
    "save", arguments: "FILE", summary: "writes the graph: .graphml .json .dot .csv",
    details: "The format is that of the extension: .graphml or .xml, .json, .dot or .gv, .csv (two files).",
    completes: .file
  ) { (arguments, session) throws(ReplError) in
    let path = try fileName(arguments, "save")
    let report: ExportReport
    do throws(InterchangeError) {
      report = try GraphExport.write(session.graph, to: path)
    } catch {
      throw ReplError("\(error)")
    }
    if GraphFormat(path: path)?.isReadable != true { for loss in report.losses { session.warn("\(path): \(loss)") } }
    session.graphPath = path
    session.isModified = false
    session.note(
      "\(counted(report.nodes, "node")) and \(counted(report.edges, "edge")) written to "
        + report.files.joined(separator: " and "))
  }

  /// The one file that a command wants; quotes around it are taken off, `~/` is the home folder.
  static func fileName(_ arguments: String, _ command: String) throws(ReplError) -> String {
    var path = arguments
    for quote in ["\"", "'"] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote) {
      path = String(path.dropFirst().dropLast())
    }
    guard !path.isEmpty else {
      throw ReplError(":\(command) wants the name of a file, as in ':\(command) graph.graphml'")
    }
    return FilePaths.expanded(path)
  }
}

extension ReplSession {
  /// Reads a graph and turns to it; the one before stays when that fails.
  public func open(_ path: String) throws(ReplError) {
    let imported: ImportedGraph
    do throws(InterchangeError) {
      imported = try GraphImport.read(path)
    } catch {
      throw ReplError("\(error)")
    }
    for text in imported.notes { warn("\(path): \(text)") }
    replaceGraph(imported.graph, path: path)
    note("\(path): \(counted(graph.nodeCount, "node")), \(counted(graph.edgeCount, "edge"))")
  }

  /// The same for whoever starts a session; the pieces to show, errors among them.
  public func start(with path: String) -> [ReplPiece] {
    gather { session throws(ReplError) in try session.open(path) }
  }
}
