/// Why a graph could not be written or read: what, where, and what to do about it.
public struct InterchangeError: Error, Hashable, Sendable {
  /// The file as the caller named it.
  public var path: String
  /// Counted from 1; nil where no line is to blame.
  public var line: Int?
  /// Counted from 1, in bytes of the line; nil where no column is to blame.
  public var column: Int?
  public var reason: String
  /// What the user can do; empty when the reason says it all.
  public var advice: String
  /// Whether the reader at the other end of a pipe has gone: nothing that a user needs to be told.
  public var isClosedPipe: Bool

  public init(
    path: String, line: Int? = nil, column: Int? = nil, reason: String, advice: String = "", isClosedPipe: Bool = false
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.reason = reason
    self.advice = advice
    self.isClosedPipe = isClosedPipe
  }
}

extension InterchangeError: CustomStringConvertible {
  /// `path:line:column: reason; advice`, without what is not known.
  public var description: String {
    let place = path + (line.map { ":\($0)" } ?? "") + (line == nil ? "" : column.map { ":\($0)" } ?? "")
    return "\(place): \(reason)" + (advice.isEmpty ? "" : "; \(advice)")
  }
}
