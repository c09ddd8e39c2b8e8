import QuipuCore

/// Why a query was refused or stopped: what, where in its text, and what to do.
public struct QueryError: Error, Hashable, Sendable {
  /// The openCypher TCK's error types, and what limits and cancellation end with.
  public enum Kind: String, Hashable, Sendable {
    case syntax = "SyntaxError"
    case semantic = "SemanticError"
    case parameterMissing = "ParameterMissing"
    case procedure = "ProcedureError"
    case type = "TypeError"
    case argument = "ArgumentError"
    case arithmetic = "ArithmeticError"
    case entityNotFound = "EntityNotFound"
    case propertyNotFound = "PropertyNotFound"
    case labelNotFound = "LabelNotFound"
    case constraintVerificationFailed = "ConstraintVerificationFailed"
    /// A limit on time, memory or nesting was reached, or the query cancelled.
    case limit = "LimitExceeded"
  }

  public enum Phase: String, Hashable, Sendable {
    case compile = "compile time"
    case runtime = "runtime"
  }

  public var kind: Kind
  public var phase: Phase
  /// One word of the TCK's list, such as `UndefinedVariable`, or of our own (`Timeout`, `MemoryLimit`, `Cancelled`,
  /// `NestingLimit`, `DivisionByZero`, `InvalidRegularExpression`, `CapacityExceeded`).
  public var detail: String
  /// A sentence for the reader: what is wrong, and what to do where that is known.
  public var message: String
  /// Bytes of the query text; nil where there is no one place.
  public var range: ByteRange?

  public init(_ kind: Kind, _ phase: Phase, _ detail: String, _ message: String, at range: ByteRange? = nil) {
    self.kind = kind
    self.phase = phase
    self.detail = detail
    self.message = message
    self.range = range
  }

  /// A `SyntaxError` found before the query runs, the TCK's most frequent kind.
  public static func syntax(_ detail: String, _ message: String, at range: ByteRange?) -> QueryError {
    QueryError(.syntax, .compile, detail, message, at: range)
  }

  /// The same error at this place, unless it has one already.
  public func located(at range: ByteRange) -> QueryError {
    guard self.range == nil else { return self }
    var error = self
    error.range = range
    return error
  }
}
