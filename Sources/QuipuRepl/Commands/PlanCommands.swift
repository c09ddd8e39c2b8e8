import QuipuQuery

extension ReplCommand {
  static let explain = ReplCommand(
    "explain", arguments: "QUERY", summary: "how a query would be run, without running it", completes: .query
  ) { (arguments, session) throws(ReplError) in
    try session.plan("EXPLAIN", arguments)
  }

  static let profile = ReplCommand(
    "profile", arguments: "QUERY", summary: "runs a query and counts the rows of each step", completes: .query
  ) { (arguments, session) throws(ReplError) in
    try session.plan("PROFILE", arguments)
  }
}

extension ReplSession {
  fileprivate func plan(_ mode: String, _ query: String) throws(ReplError) {
    let query = query.hasSuffix(";") ? String(query.dropLast()) : query
    guard !query.isBlank else {
      throw ReplError(":\(mode.lowercased()) wants a query, as in ':\(mode.lowercased()) MATCH (n) RETURN n'")
    }
    // The mode stands on a line of its own, so that columns of errors are those of the query.
    try answer("\(mode)\n\(query)", errorsIn: query, offset: mode.utf8.count + 1)
  }
}
