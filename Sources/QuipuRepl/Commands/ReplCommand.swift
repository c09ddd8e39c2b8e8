/// One command of the session: what `:help`, completion and the manual know of it, and what it does.
struct ReplCommand: Sendable {
  /// What its arguments are, for completion.
  enum Arguments: Sendable { case none, file, entity, query, setting, command }

  /// Without the colon.
  let name: String
  /// As `:help` shows them, such as `ENTITY [DEPTH]`; empty for none.
  let arguments: String
  let summary: String
  /// More of it, for `:help NAME`.
  let details: String
  let completes: Arguments
  let run: @Sendable (_ arguments: String, _ session: ReplSession) throws(ReplError) -> Void

  init(
    _ name: String, arguments: String = "", summary: String, details: String = "", completes: Arguments = .none,
    run: @escaping @Sendable (_ arguments: String, _ session: ReplSession) throws(ReplError) -> Void
  ) {
    self.name = name
    self.arguments = arguments
    self.summary = summary
    self.details = details
    self.completes = completes
    self.run = run
  }

  /// All, in the order of `:help`.
  static let all: [ReplCommand] = [
    .help, .open, .save, .schema, .find, .show, .neighbors, .path, .why, .explain, .profile, .export, .params, .set,
    .source, .quit,
  ]

  static func find(_ name: String) -> ReplCommand? { all.first { $0.name == name } }

  /// As typed: `:find TEXT`.
  var usage: String { ":" + name + (arguments.isEmpty ? "" : " " + arguments) }

  /// Runs a line, given without its colon. A unique beginning of a name stands for it.
  static func run(_ line: String, in session: ReplSession) throws(ReplError) {
    let name = line.prefix { !$0.isWhitespace }.lowercased()
    let arguments = Substring(line.dropFirst(name.count)).trimmed
    let beginning = all.filter { $0.name.hasPrefix(name) && !name.isEmpty }
    guard let command = find(name) ?? (beginning.count == 1 ? beginning[0] : nil) else { throw unknown(name) }
    if command.arguments.isEmpty, !arguments.isEmpty, arguments != ";" {
      throw ReplError(":\(command.name) takes no arguments")
    }
    try command.run(String(arguments), session)
  }

  private static func unknown(_ name: String) -> ReplError {
    if name.isEmpty { return ReplError("a command's name is missing after ':'; ':help' lists them") }
    let nearest = EditDistance.nearest(name, among: all.map(\.name))
    return ReplError(
      "there is no command ':\(name)'" + (nearest.map { "; did you mean ':\($0)'?" } ?? "; ':help' lists the commands"))
  }
}
