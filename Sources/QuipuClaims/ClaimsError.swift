/// What is wrong with a line of claims, and where.
public struct ClaimsError: Error, Hashable, Sendable {
  /// The file, or whatever the bytes come from.
  public var source: String
  /// From 1.
  public var line: Int
  /// Bytes from the start of the file: the offending byte where the JSON is broken, else the start of the line.
  public var offset: Int
  /// The member at fault, such as `relations[2].polarity`; empty for the line as a whole.
  public var path: String
  /// What is wrong and what to do about it.
  public var problem: String

  public init(source: String, line: Int, offset: Int, path: String = "", problem: String) {
    self.source = source
    self.line = line
    self.offset = offset
    self.path = path
    self.problem = problem
  }
}

extension ClaimsError: CustomStringConvertible {
  /// `file:line: byte offset: path: problem`.
  public var description: String {
    "\(source):\(line): byte \(offset): " + (path.isEmpty ? problem : "\(path): \(problem)")
  }
}
