import QuipuGraph
import Testing

@testable import QuipuQuery

/// Evaluates calls of the temporal functions on literals, so that cases can be written as the language writes them:
/// `date({year: 2020}) + duration('P1D')`. Operators go from left to right.
struct TemporalExpression {
  struct Malformed: Error { var rest: String }

  private var text: Substring
  private let context: EvaluationContext
  private let library: FunctionLibrary

  /// 2024-05-06T07:08:09.123456789Z.
  static let now: (seconds: Int64, nanoseconds: Int32) = (1_714_979_289, 123_456_789)

  static func evaluate(_ text: String) throws -> Value {
    var library = FunctionLibrary()
    for function in TemporalFunctions.temporal { library.register(function) }
    let context = EvaluationContext(store: GraphStore(PropertyGraph()), statementTime: now)
    var expression = TemporalExpression(text: text[...], context: context, library: library)
    let value = try expression.sum()
    guard expression.text.isEmpty else { throw Malformed(rest: String(expression.text)) }
    return value
  }

  /// The value as the language prints it; for an error its detail.
  static func result(_ text: String) throws -> String {
    do {
      return show(try evaluate(text))
    } catch let error as QueryError {
      return error.detail
    }
  }

  private static func show(_ value: Value) -> String {
    switch value {
    case .int(let number): "\(number)"
    case .bool(let bool): "\(bool)"
    case .string(let text): text
    case .null: "null"
    default: value.propertyValue?.isoText ?? "?"
    }
  }

  private mutating func sum() throws -> Value {
    var value = try term()
    skipSpaces()
    while let sign = text.first, "+-*/<=>".contains(sign) {
      text.removeFirst()
      value = try apply(sign, value, term())
      skipSpaces()
    }
    return value
  }

  private func apply(_ sign: Character, _ a: Value, _ b: Value) throws -> Value {
    let result: Value? =
      switch sign {
      case "+": try TemporalArithmetic.add(a, b)
      case "-": try TemporalArithmetic.subtract(a, b)
      case "*": try TemporalArithmetic.multiply(a, b)
      case "/": try TemporalArithmetic.divide(a, b)
      case "=": TemporalComparison.equal(a, b).map { .bool($0) }
      case "<": TemporalComparison.compare(a, b).map { .bool($0 < 0) }
      default: TemporalComparison.compare(a, b).map { .bool($0 > 0) }
      }
    return result ?? .null
  }

  private mutating func term() throws -> Value {
    var value = try primary()
    while text.first == "." {
      text.removeFirst()
      let key = take { $0.isLetter }
      value = TemporalComponents.component(key, of: value) ?? .null
    }
    return value
  }

  private mutating func primary() throws -> Value {
    skipSpaces()
    switch text.first {
    case "'":
      text.removeFirst()
      let string = take { $0 != "'" }
      text = text.dropFirst()
      return .string(string)
    case "{": return try map()
    case let first? where first.isNumber || first == "-":
      text.removeFirst()
      let number = String(first) + take { $0.isNumber || ".eE".contains($0) }
      return Int64(number).map { .int($0) } ?? .double(Double(number) ?? .nan)
    default: return try call()
    }
  }

  private mutating func map() throws -> Value {
    text.removeFirst()
    var pairs: [(key: String, value: Value)] = []
    skipSpaces()
    while let next = text.first, next != "}" {
      let key = take { $0.isLetter }
      skip(":")
      pairs.append((key, try sum()))
      skip(",")
      skipSpaces()
    }
    text = text.dropFirst()
    return .map(ValueMap(pairs))
  }

  private mutating func call() throws -> Value {
    let name = take { $0.isLetter || $0 == "." }
    if name == "null" { return .null }
    guard let function = library.find(name), text.first == "(" else { throw Malformed(rest: name + text) }
    text.removeFirst()
    var arguments: [Value] = []
    skipSpaces()
    while let next = text.first, next != ")" {
      arguments.append(try sum())
      skip(",")
      skipSpaces()
    }
    text = text.dropFirst()
    guard function.arity.contains(arguments.count) else { throw Malformed(rest: name + " arguments") }
    if !function.acceptsNull, arguments.contains(.null) { return .null }
    switch function.body {
    case .nullary(let body): return try body(context)
    case .unary(let body): return try body(arguments[0], context)
    case .binary(let body): return try body(arguments[0], arguments[1], context)
    case .variadic(let body): return try body(arguments, context)
    }
  }

  private mutating func take(_ isWanted: (Character) -> Bool) -> String {
    let taken = text.prefix(while: isWanted)
    text = text[taken.endIndex...]
    return String(taken)
  }

  private mutating func skip(_ character: Character) {
    skipSpaces()
    if text.first == character { text.removeFirst() }
  }

  private mutating func skipSpaces() { text = text.drop { $0 == " " } }
}
