/// A piece of what the session answers; whoever runs it decides where it goes.
public enum ReplPiece: Hashable, Sendable {
  /// A result: standard output. Ends with a line feed.
  case text(String)
  /// A remark beside the result, without a line feed: a timing, a hint.
  case note(String)
  /// A remark that matters without a person at a terminal too: a label that the graph does not have.
  case warning(String)
  /// What went wrong, without a line feed. The exit status of a script tells of it.
  case error(String)
}

/// Why a command was refused: a sentence for the user.
public struct ReplError: Error, Hashable, Sendable, CustomStringConvertible {
  public var message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
