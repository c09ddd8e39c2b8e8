// Arithmetic of dates, times and durations, called where the operands are no numbers. Nil: not defined between them.
extension Operators {
  static func addTemporals(_ a: Value, _ b: Value) throws(QueryError) -> Value? { try TemporalArithmetic.add(a, b) }

  static func subtractTemporals(_ a: Value, _ b: Value) throws(QueryError) -> Value? {
    try TemporalArithmetic.subtract(a, b)
  }

  static func multiplyTemporals(_ a: Value, _ b: Value) throws(QueryError) -> Value? {
    try TemporalArithmetic.multiply(a, b)
  }

  static func divideTemporals(_ a: Value, _ b: Value) throws(QueryError) -> Value? {
    try TemporalArithmetic.divide(a, b)
  }

  /// A part of a date, time or duration, such as `year`. Nil: it has none of that name.
  static func temporalComponent(_ key: String, of value: Value) throws(QueryError) -> Value? {
    TemporalComponents.component(key, of: value)
  }
}
