import QuipuGraph

extension Operators {
  /// `a + b`: sums of numbers, concatenation of strings (with a number or boolean written out) and lists, an element put
  /// before or after a list, dates and durations. Null when either is.
  public static func add(_ a: Value, _ b: Value) throws(QueryError) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)):
      let (sum, overflows) = x.addingReportingOverflow(y)
      guard !overflows else { throw .integerOverflow("\(x) + \(y)") }
      return .int(sum)
    case (.double(let x), .double(let y)): return .double(x + y)
    case (.int(let x), .double(let y)): return .double(Double(x) + y)
    case (.double(let x), .int(let y)): return .double(x + Double(y))
    case (.null, _), (_, .null): return .null
    case (.string(let x), .string(let y)): return .string(try concatenate(x, y))
    case (.list(let x), .list(let y)): return .list(try concatenate(x, y))
    case (.list(let x), _): return .list(x + [b])
    case (_, .list(let y)): return .list([a] + y)
    case (.string(let x), .int), (.string(let x), .double), (.string(let x), .bool): return .string(x + b.scalarText)
    case (.int, .string(let y)), (.double, .string(let y)), (.bool, .string(let y)): return .string(a.scalarText + y)
    default:
      if let result = try addTemporals(a, b) { return result }
      throw .operands("addition", a, b)
    }
  }

  /// Refuses to make a string beyond the limit, which doubling one reaches in a few steps.
  private static func concatenate(_ a: String, _ b: String) throws(QueryError) -> String {
    try checkSize(bytes: a.utf8.count + b.utf8.count)
    return a + b
  }

  private static func concatenate(_ a: [Value], _ b: [Value]) throws(QueryError) -> [Value] {
    try checkSize(elements: a.count + b.count)
    return a + b
  }

  /// `a - b` of numbers, or of dates and durations.
  public static func subtract(_ a: Value, _ b: Value) throws(QueryError) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)):
      let (difference, overflows) = x.subtractingReportingOverflow(y)
      guard !overflows else { throw .integerOverflow("\(x) - \(y)") }
      return .int(difference)
    case (.double(let x), .double(let y)): return .double(x - y)
    case (.int(let x), .double(let y)): return .double(Double(x) - y)
    case (.double(let x), .int(let y)): return .double(x - Double(y))
    case (.null, _), (_, .null): return .null
    default:
      if let result = try subtractTemporals(a, b) { return result }
      throw .operands("subtraction", a, b)
    }
  }

  /// `a * b` of numbers, or of a duration and a number.
  public static func multiply(_ a: Value, _ b: Value) throws(QueryError) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)):
      let (product, overflows) = x.multipliedReportingOverflow(by: y)
      guard !overflows else { throw .integerOverflow("\(x) * \(y)") }
      return .int(product)
    case (.double(let x), .double(let y)): return .double(x * y)
    case (.int(let x), .double(let y)): return .double(Double(x) * y)
    case (.double(let x), .int(let y)): return .double(x * Double(y))
    case (.null, _), (_, .null): return .null
    default:
      if let result = try multiplyTemporals(a, b) { return result }
      throw .operands("multiplication", a, b)
    }
  }

  /// `a / b`: integers divide towards zero and refuse a zero divisor; floats follow IEEE 754.
  public static func divide(_ a: Value, _ b: Value) throws(QueryError) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)):
      guard y != 0 else { throw .divisionByZero }
      let (quotient, overflows) = x.dividedReportingOverflow(by: y)
      guard !overflows else { throw .integerOverflow("\(x) / \(y)") }
      return .int(quotient)
    case (.double(let x), .double(let y)): return .double(x / y)
    case (.int(let x), .double(let y)): return .double(Double(x) / y)
    case (.double(let x), .int(let y)): return .double(x / Double(y))
    case (.null, _), (_, .null): return .null
    default:
      if let result = try divideTemporals(a, b) { return result }
      throw .operands("division", a, b)
    }
  }

  /// `a % b`: the remainder of the division towards zero, with the sign of `a`.
  public static func modulo(_ a: Value, _ b: Value) throws(QueryError) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)):
      guard y != 0 else { throw .divisionByZero }
      return .int(y == -1 ? 0 : x % y)
    case (.double(let x), .double(let y)): return .double(x.truncatingRemainder(dividingBy: y))
    case (.int(let x), .double(let y)): return .double(Double(x).truncatingRemainder(dividingBy: y))
    case (.double(let x), .int(let y)): return .double(x.truncatingRemainder(dividingBy: Double(y)))
    case (.null, _), (_, .null): return .null
    default: throw .operands("the remainder", a, b)
    }
  }

  /// `a ^ b`, always a float.
  public static func power(_ a: Value, _ b: Value) throws(QueryError) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    default:
      guard let x = a.number, let y = b.number else { throw .operands("exponentiation", a, b) }
      return .double(raise(x, y))
    }
  }

  /// `-a`
  public static func negate(_ a: Value) throws(QueryError) -> Value {
    switch a {
    case .null: return .null
    case .int(let x):
      guard x != .min else { throw .integerOverflow("-(\(x))") }
      return .int(-x)
    case .double(let x): return .double(-x)
    default:
      if case .duration = a { return try multiply(a, .int(-1)) }
      throw .type("the sign of \(a.typeName) cannot be turned; a number is needed")
    }
  }

  /// `+a`
  public static func plus(_ a: Value) throws(QueryError) -> Value {
    switch a {
    case .null, .int, .double, .duration: return a
    default: throw .type("a sign cannot stand before \(a.typeName); a number is needed")
    }
  }
}

extension Value {
  /// Of an integer or float.
  var number: Double? {
    switch self {
    case .int(let x): Double(x)
    case .double(let x): x
    default: nil
    }
  }
}
