/// An expression whose value is true, false or null. Subclasses override `test` alone, so that filters box nothing.
class PredicateExpression: CompiledExpression {
  final override func evaluate(_ frame: Frame) throws(QueryError) -> Value { Value(truth: try test(frame)) }
}

extension Value {
  /// Nil is null.
  @inline(__always)
  init(truth: Bool?) {
    switch truth {
    case let truth?: self = .bool(truth)
    case nil: self = .null
    }
  }
}
