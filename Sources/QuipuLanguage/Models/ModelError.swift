/// Why a model file was refused: what, where, and what to do about it.
public struct ModelError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: String, Sendable {
    case unreadable, notAModel, otherByteOrder, otherVersion, truncated, corrupted, malformed, missingSection
  }

  public var kind: Kind
  public var path: String
  /// What is wrong: a clause without capital or full stop.
  public var reason: String
  /// What to do about it: an imperative clause.
  public var advice: String

  public init(_ kind: Kind, path: String, reason: String, advice: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  /// `path: reason; advice`, on one line.
  public var description: String { "\(path): \(reason); \(advice)" }
}
