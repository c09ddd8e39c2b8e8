/// Why training cannot begin or go on: what, where, and what to do about it.
public struct TrainingError: Error, Equatable, Sendable, CustomStringConvertible {
  public var path: String
  /// 1-based line of the file.
  public var line: Int?
  /// What is wrong: a clause without capital or full stop.
  public var reason: String
  /// What to do about it: an imperative clause.
  public var advice: String

  public init(path: String, line: Int? = nil, reason: String, advice: String) {
    self.path = path
    self.line = line
    self.reason = reason
    self.advice = advice
  }

  /// `path:line: reason; advice`, on one line.
  public var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(reason); \(advice)" }
}
