import QuipuCore

/// Cuts a script into statements at the semicolons outside of strings, comments and backticks.
public enum StatementSplitter {
  public struct Statement: Hashable, Sendable {
    /// From the statement's first token to its last, without the semicolon.
    public var text: String
    /// Bytes of the script where that stands.
    public var range: ByteRange
    /// A semicolon ended it. Only the last statement can be without.
    public var isComplete: Bool
  }

  /// The statements that are not empty, in order. Linear time.
  public static func split(_ script: String) -> [Statement] {
    let bytes = Array(script.utf8)
    var lexer = Lexer(bytes: bytes)
    var statements: [Statement] = []
    var current: ByteRange?
    while true {
      let token = lexer.next()
      guard token.kind == .semicolon || token.kind == .end else {
        current = current?.union(token.range) ?? token.range
        continue
      }
      if let range = current {
        let text = String(decoding: bytes[range.range], as: UTF8.self)
        statements.append(Statement(text: text, range: range, isComplete: token.kind == .semicolon))
        current = nil
      }
      if token.kind == .end { return statements }
    }
  }

  /// Whether nothing has been begun and not ended: the place where a prompt may run what was typed.
  public static func isComplete(_ script: String) -> Bool {
    var lexer = Lexer(script)
    var last = Token.Kind.semicolon
    while true {
      let kind = lexer.next().kind
      if kind == .end { return last == .semicolon }
      last = kind
    }
  }
}
