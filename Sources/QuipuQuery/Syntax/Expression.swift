import QuipuCore

/// An expression with the bytes of the query that it was written in (parentheses around it left out).
public struct Expression: Hashable, Sendable {
  public var kind: Kind
  public var range: ByteRange

  public init(_ kind: Kind, _ range: ByteRange) {
    self.kind = kind
    self.range = range
  }

  /// By the place alone: constant time, and no recursion into a tree that may be high.
  public func hash(into hasher: inout Hasher) { hasher.combine(range) }

  public indirect enum Kind: Hashable, Sendable {
    // Literals. A minus sign before a number literal belongs to it.
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    case list([Expression])
    /// In the order written; a repeated key's last value stands.
    case map([MapEntry])

    case parameter(String)
    case variable(String)

    // Access
    case property(Expression, Name)
    /// `list[i]`, `map[key]`, `entity[key]`
    case subscripted(Expression, Expression)
    /// `list[from..to]`, half-open; either end may be left out.
    case slice(Expression, from: Expression?, to: Expression?)
    /// `n:A:B` as a predicate.
    case hasLabels(Expression, LabelExpression)

    // Operators
    case not(Expression)
    /// Two or more, flat.
    case and([Expression])
    case or([Expression])
    case xor([Expression])
    /// `a < b <= c`: the operands, one more than the operators. `a = b` has two operands.
    case comparison([Expression], [ComparisonOperator])
    case arithmetic(ArithmeticOperator, Expression, Expression)
    case negate(Expression)
    /// Unary plus.
    case plus(Expression)
    case stringMatch(StringOperator, Expression, Expression)
    /// `element IN list`
    case isIn(Expression, Expression)
    case isNull(Expression)
    case isNotNull(Expression)

    // Calls and local variables
    case call(FunctionCall)
    case countStar
    case conditional(ConditionalExpression)
    /// `[variable IN list WHERE predicate | projection]`
    case listComprehension(variable: Name, list: Expression, predicate: Expression?, projection: Expression?)
    /// `all(variable IN list WHERE predicate)`
    case quantifier(Quantifier, variable: Name, list: Expression, predicate: Expression)
    /// `reduce(accumulator = initial, variable IN list | step)`
    case reduce(accumulator: Name, initial: Expression, variable: Name, list: Expression, step: Expression)
    /// `variable {.key, .*, key: value, other}`
    case mapProjection(Name, [MapProjectionItem])

    // Patterns and subqueries
    /// A pattern with at least one relationship that stands as a predicate.
    case patternPredicate(PatternElement)
    /// `[path = pattern WHERE predicate | projection]`
    case patternComprehension(path: Name?, PatternElement, predicate: Expression?, projection: Expression)
    /// `shortestPath(…)` or `allShortestPaths(…)` in an expression.
    case shortestPath(PatternPart)
    /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`. A bare pattern with WHERE inside is parsed as one MATCH clause.
    case subquery(SubqueryKind, Query)
  }
}

/// `key: value`
public struct MapEntry: Hashable, Sendable {
  public var key: Name
  public var value: Expression

  public init(key: Name, value: Expression) {
    self.key = key
    self.value = value
  }
}

public enum ComparisonOperator: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

public enum ArithmeticOperator: String, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case modulo = "%"
  case power = "^"
}

public enum StringOperator: String, Hashable, Sendable {
  case startsWith = "STARTS WITH"
  case endsWith = "ENDS WITH"
  case contains = "CONTAINS"
  case matches = "=~"
}

public enum Quantifier: String, Hashable, Sendable { case all, any, none, single }

public enum SubqueryKind: String, Hashable, Sendable { case exists, count, collect }

/// `name([DISTINCT] arguments)`; namespaces are part of the name, parted by dots (`duration.between`).
public struct FunctionCall: Hashable, Sendable {
  public var name: Name
  public var isDistinct: Bool
  public var arguments: [Expression]

  public init(name: Name, isDistinct: Bool = false, arguments: [Expression]) {
    self.name = name
    self.isDistinct = isDistinct
    self.arguments = arguments
  }
}

/// `CASE [subject] WHEN … THEN … [ELSE …] END`
public struct ConditionalExpression: Hashable, Sendable {
  public struct Branch: Hashable, Sendable {
    /// A value to compare with the subject, or a predicate when there is none.
    public var condition: Expression
    public var result: Expression

    public init(condition: Expression, result: Expression) {
      self.condition = condition
      self.result = result
    }
  }

  public var subject: Expression?
  public var branches: [Branch]
  public var otherwise: Expression?

  public init(subject: Expression?, branches: [Branch], otherwise: Expression?) {
    self.subject = subject
    self.branches = branches
    self.otherwise = otherwise
  }
}

/// One part of a map projection.
public enum MapProjectionItem: Hashable, Sendable {
  /// `.key`
  case property(Name)
  /// `.*`
  case allProperties
  /// `key: value`
  case entry(MapEntry)
  /// `variable`
  case variable(Name)
}
