import QuipuCore

/// An expression made ready to run: names are slots, functions are found, constants are computed.
///
/// One subclass a kind of expression, each in `Evaluation/Expressions/`.
class CompiledExpression {
  /// Where the expression stands in the query, for errors.
  let range: ByteRange

  init(range: ByteRange) { self.range = range }

  /// The value where it is the same for every row and was computed while compiling, else nil.
  var constantValue: Value? { nil }

  final var isConstant: Bool { constantValue != nil }

  /// The value for the frame's current row.
  func evaluate(_ frame: Frame) throws(QueryError) -> Value { .null }

  /// The truth for the frame's current row: nil for null. Throws when the value is no boolean.
  func test(_ frame: Frame) throws(QueryError) -> Bool? {
    switch try evaluate(frame) {
    case .bool(let truth): return truth
    case .null: return nil
    case let value: throw notBoolean(value)
    }
  }

  final func notBoolean(_ value: Value) -> QueryError {
    QueryError(
      .type, .runtime, "InvalidArgumentType", "expected true, false or null here, found \(value.typeName)", at: range)
  }
}

/// A part of a query that runs once for each row of the query around it: the inside of `EXISTS { }`, a pattern
/// comprehension. It reads the outer variables' slots of the same frame and writes its own.
class Subplan {
  /// Calls `body` for each row found, with the frame holding it, until `body` returns false.
  func forEachRow(_ frame: Frame, _ body: (Frame) throws(QueryError) -> Bool) throws(QueryError) {}

  /// The number of rows. Overridden where they can be counted without being made.
  func count(_ frame: Frame) throws(QueryError) -> Int {
    var count = 0
    try forEachRow(frame) { (_) throws(QueryError) -> Bool in
      count += 1
      return true
    }
    return count
  }
}

/// Makes subplans; the planner is one.
protocol SubplanMaker {
  /// The rows of a pattern with an optional predicate, as MATCH … WHERE finds them. New variables are declared in `scope`.
  func subplan(
    matching patterns: [PatternPart], where predicate: Expression?, scope: inout Scope
  ) throws(QueryError) -> Subplan

  /// The rows of a query, whose RETURN may be absent. `columns` are the slots of its returned values.
  func subplan(_ query: Query, scope: Scope) throws(QueryError) -> (plan: Subplan, columns: [Int])
}
