import QuipuQuery

/// Lines of statements, until semicolons end them.
struct StatementBuffer {
  struct Statement {
    /// Without the semicolon.
    var text: String
    var place: ScriptPlace?
  }

  private(set) var text = ""
  private var place: ScriptPlace?

  var isBlank: Bool { text.isBlank }

  /// The text when it ends where a semicolon could stand; nil while it is blank.
  var completeText: String? { isBlank ? nil : text }

  /// Adds a line and takes out the statements that it completes.
  mutating func add(_ line: String, place: ScriptPlace?) -> [Statement] {
    if isBlank { (text, self.place) = ("", place) }
    text += (text.isEmpty ? "" : "\n") + line
    var done: [Statement] = []
    while let end = StatementScanner.end(of: text) {
      let statement = String(text[..<end])
      if !StatementScanner.isEmpty(statement) { done.append(Statement(text: statement, place: self.place)) }
      text = String(text[text.index(after: end)...])
      self.place = place
    }
    if StatementScanner.isEmpty(text) { text = "" }
    return done
  }

  /// What no semicolon ended; nil when there is nothing.
  mutating func takeRest() -> Statement? {
    defer { self = StatementBuffer() }
    return isBlank ? nil : Statement(text: text, place: place)
  }
}
