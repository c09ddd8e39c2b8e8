/// A function that may be called in an expression and is no aggregate.
///
/// Bodies throw `QueryError`s without a place; the call adds its own.
public struct Function: Sendable {
  /// How a function is computed, by the number of its arguments. Unless `acceptsNull`, no argument is null: a call with
  /// one is null without asking the body.
  public enum Body: Sendable {
    case nullary(@Sendable (EvaluationContext) throws(QueryError) -> Value)
    case unary(@Sendable (Value, EvaluationContext) throws(QueryError) -> Value)
    case binary(@Sendable (Value, Value, EvaluationContext) throws(QueryError) -> Value)
    /// Any number within `arity`.
    case variadic(@Sendable ([Value], EvaluationContext) throws(QueryError) -> Value)
  }

  /// As shown to people, `toLower`; calls find it whatever the case of their letters.
  public var name: String
  public var arity: ClosedRange<Int>
  /// What each argument may be, for errors before the query runs; the last stands for all beyond.
  public var parameters: [TypeSet]
  public var result: TypeSet
  public var acceptsNull: Bool
  /// Whether equal arguments give equal results within one statement (not `rand`), so that a call may be computed once.
  public var isDeterministic: Bool
  public var body: Body
  /// One line for `:help` and completion, such as `toLower(string): the string in lower case`.
  public var summary: String

  public init(
    _ name: String, arity: ClosedRange<Int>, parameters: [TypeSet], result: TypeSet, acceptsNull: Bool = false,
    isDeterministic: Bool = true, summary: String, body: Body
  ) {
    self.name = name
    self.arity = arity
    self.parameters = parameters
    self.result = result
    self.acceptsNull = acceptsNull
    self.isDeterministic = isDeterministic
    self.summary = summary
    self.body = body
  }
}

/// All functions by name.
public struct FunctionLibrary: Sendable {
  /// In order of registration.
  public private(set) var functions: [Function] = []
  private var positions: [String: Int] = [:]

  public init() {}

  /// A function of the same name is replaced.
  public mutating func register(_ function: Function) {
    let key = function.name.lowercased()
    if let position = positions[key] {
      functions[position] = function
    } else {
      positions[key] = functions.count
      functions.append(function)
    }
  }

  /// Finds a function whatever the case of the name's letters.
  public func find(_ name: String) -> Function? { positions[name.lowercased()].map { functions[$0] } }

  /// Everything that openCypher 9 and we define.
  public static let standard: FunctionLibrary = {
    var library = FunctionLibrary()
    for family in families { for function in family { library.register(function) } }
    return library
  }()

  /// The families, each in a file of its own in this folder or in Temporal.
  static let families: [[Function]] = [
    Function.scalars, Function.conversions, Function.graphFunctions, Function.listFunctions, Function.numeric,
    Function.trigonometric, Function.strings, TemporalFunctions.temporal,
  ]
}
