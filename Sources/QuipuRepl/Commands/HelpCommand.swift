extension ReplCommand {
  static let help = ReplCommand(
    "help", arguments: "[COMMAND]", summary: "what can be typed here", completes: .command
  ) { (arguments, session) throws(ReplError) in
    let name = arguments.hasPrefix(":") ? String(arguments.dropFirst()) : arguments
    if name.isEmpty { return session.show(overview(session.style)) }
    guard let command = find(name) else {
      let nearest = EditDistance.nearest(name, among: all.map(\.name))
      throw ReplError("there is no command ':\(name)'" + (nearest.map { "; did you mean ':\($0)'?" } ?? ""))
    }
    session.show(session.style.bold(command.usage) + "  " + command.summary + "\n")
    if !command.details.isEmpty { session.show(command.details) }
  }

  private static func overview(_ style: TextStyle) -> String {
    let width = (all.map(\.usage.count).max() ?? 0) + 2
    let commands = all.map { "  " + style.bold($0.usage.padded(width)) + $0.summary + "\n" }.joined()
    return """
      Questions are openCypher, ended by ';', on as many lines as you like:

        MATCH (p:Person)-[:WORKS_FOR]->(o) RETURN p.name, o.name;

      Commands, on one line, without ';'; ':help NAME' tells more of one:

      \(commands)
      Tab completes, the up arrow brings back what was typed, Ctrl-C drops a line or stops a query, Ctrl-D leaves.

      """
  }
}
