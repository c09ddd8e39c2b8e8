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
    do throws(QueryError) {
      try answer("\(mode) \(query)")
    } catch {
      throw ReplError(error.shifted(by: -mode.utf8.count - 1).render(in: query))
    }
  }
}
