import QuipuGraph
import QuipuQuery

extension ReplCommand {
  static let params = ReplCommand(
    "params", arguments: "[NAME=VALUE]", summary: "parameters of queries: '$name' stands for the value",
    details: """
      VALUE is any openCypher expression: 12, 'text', ['a', 'b'], date('2025-11-06'). Without arguments the parameters are
      listed; NAME= takes one away.
      """
  ) { (arguments, session) throws(ReplError) in
    guard !arguments.isEmpty else { return session.listParameters() }
    guard let equals = arguments.firstIndex(of: "=") else {
      throw ReplError(":params wants a name and a value, as in ':params name=12'")
    }
    var name = String(arguments[..<equals]).trimmed
    if name.hasPrefix("$") { name = String(name.dropFirst()) }
    guard !name.isEmpty else { throw ReplError(":params wants a name before '='") }
    let text = String(arguments[arguments.index(after: equals)...]).trimmed
    session.parameters[name] = text.isEmpty ? nil : try session.value(of: text)
  }
}

extension ReplSession {
  fileprivate func listParameters() {
    guard !parameters.isEmpty else { return show("There are no parameters; ':params name=value' sets one.") }
    show(parameters.entries.map { "  $\($0.key) = \($0.value.text(in: graph))\n" }.joined())
  }

  /// What an expression of openCypher is worth.
  fileprivate func value(of text: String) throws(ReplError) -> Value {
    do throws(QueryError) {
      let result = try engine.run("RETURN " + text, parameters: parameters)
      guard result.rows.count == 1, let value = result.rows[0].first, result.rows[0].count == 1 else {
        throw QueryError(.argument, .runtime, "InvalidArgumentValue", "one value is wanted")
      }
      guard value.propertyValue != nil else {
        throw QueryError(.argument, .runtime, "InvalidArgumentValue", "nodes and relationships cannot be parameters")
      }
      return value
    } catch {
      throw ReplError("'\(text)' is no value: \(error.message)")
    }
  }
}
