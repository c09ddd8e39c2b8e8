extension ReplSession {
  /// What a body answers, its error among it.
  func gather(_ body: (ReplSession) throws(ReplError) -> Void) -> [ReplPiece] {
    collecting { attempt(nil) { () throws(ReplError) in try body(self) } }
  }

  /// Turns to the documents that the graph was built from.
  public func useDocuments(_ paths: [String]) {
    settings.documents = paths
    sources = DocumentShelf(paths)
  }

  /// Sets parameters and settings as the commands do, before the first line; the errors of it.
  public func prepare(_ command: String) -> [ReplPiece] { handle(":" + command) }
}
