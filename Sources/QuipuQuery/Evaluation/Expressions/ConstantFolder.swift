import QuipuGraph

/// Computes expressions whose parts are all constants while compiling.
final class ConstantFolder {
  /// Two frames that differ in all that a run may bring along: time and random numbers.
  private lazy var frames = [
    ConstantFolder.frame(seconds: 0, nanoseconds: 0, seed: 1),
    // 2013-11-23T17:42:36.987654321Z: no part of date or time is as in the first.
    ConstantFolder.frame(seconds: 1_385_228_556, nanoseconds: 987_654_321, seed: 2),
  ]

  private static func frame(seconds: Int64, nanoseconds: Int32, seed: UInt64) -> Frame {
    let context = EvaluationContext(
      store: GraphStore(PropertyGraph()), statementTime: (seconds: seconds, nanoseconds: nanoseconds), seed: seed)
    return Frame(slotCount: 0, context: context)
  }

  /// The expression's value in its place when all of its parts are constants and it has one. For operators, which go by
  /// their operands alone.
  func folded(_ expression: CompiledExpression, _ parts: [CompiledExpression]) -> CompiledExpression {
    guard parts.allSatisfy(\.isConstant), let value = try? expression.evaluate(frames[0]) else { return expression }
    return ConstantExpression(value, range: expression.range)
  }

  /// The same for calls, which may ask for the time: folded when two runs at different times agree.
  func foldedCall(_ expression: CompiledExpression, _ parts: [CompiledExpression]) -> CompiledExpression {
    guard parts.allSatisfy(\.isConstant), let value = try? expression.evaluate(frames[0]),
      let again = try? expression.evaluate(frames[1]), value == again
    else { return expression }
    return ConstantExpression(value, range: expression.range)
  }
}
