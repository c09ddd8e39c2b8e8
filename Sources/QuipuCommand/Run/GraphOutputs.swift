import Quipu

/// The outputs of a build: graphs, written at its end, and claims, written as they come. One that fails is told and
/// does not stop the others.
final class GraphOutputs {
  private let graphs: [(path: String, format: GraphFormat)]
  private var claims: [ClaimsOutput] = []
  private let options: ExportOptions
  private let console: Console
  /// Whether what a format cannot hold is told.
  private let tellsLosses: Bool

  init(_ paths: [String], options choices: GraphOutputOptions, console: Console, tellsLosses: Bool) throws {
    options = choices.program.options
    self.console = console
    self.tellsLosses = tellsLosses
    graphs = try paths.compactMap { path in
      try choices.format(of: path).graphFormat.map { (path, $0) }
    }
    for path in paths where try choices.format(of: path) == .jsonl {
      attempt { () throws(InterchangeError) in claims.append(try ClaimsOutput(path)) }
    }
  }

  func write(_ document: DocumentClaims) {
    claims = claims.filter { output in
      let isWritten = attempt { () throws(InterchangeError) in try output.write(document) }
      if !isWritten { output.discard() }
      return isWritten
    }
  }

  /// Writes every graph, and puts the claims in their place.
  func write(_ graph: PropertyGraph) {
    for output in claims {
      if !attempt({ () throws(InterchangeError) in try output.commit() }) { output.discard() }
    }
    claims = []
    for (path, format) in graphs {
      attempt { () throws(InterchangeError) in
        let report = try GraphExport.write(graph, to: path, format: format, options: options)
        for loss in report.losses where tellsLosses { console.note("\(path): \(loss)") }
      }
    }
  }

  /// Takes away what has not been put in its place.
  func discard() {
    for output in claims { output.discard() }
    claims = []
  }

  @discardableResult
  private func attempt(_ body: () throws(InterchangeError) -> Void) -> Bool {
    do throws(InterchangeError) {
      try body()
      return true
    } catch {
      if !error.isClosedPipe { console.error(error) }
      return false
    }
  }
}
