/// openCypher's operators on values. They throw `QueryError`s without a place, which the expression adds.
public enum Operators {
  /// Bytes of one string that a query may make.
  public static let stringLimit = 1 << 28
  /// Elements of one list that `range()` or `+` may make.
  public static let listLimit = 10_000_000

  static func checkSize(bytes: Int) throws(QueryError) {
    guard bytes > stringLimit else { return }
    throw QueryError(.limit, .runtime, "MemoryLimit", "a string of \(bytes) bytes; at most \(stringLimit) are allowed")
  }

  static func checkSize(elements: Int) throws(QueryError) {
    guard elements > listLimit else { return }
    throw QueryError(
      .limit, .runtime, "MemoryLimit",
      "a list of \(elements) elements; at most \(listLimit) are allowed (UNWIND takes a longer range by itself)")
  }
}

extension QueryError {
  /// A `TypeError` while the query runs.
  static func type(_ message: String, detail: String = "InvalidArgumentType") -> QueryError {
    QueryError(.type, .runtime, detail, message)
  }

  static func operands(_ name: String, _ a: Value, _ b: Value) -> QueryError {
    type("\(name) is not defined between \(a.typeName) and \(b.typeName)")
  }

  static func integerOverflow(_ operation: String) -> QueryError {
    QueryError(
      .arithmetic, .runtime, "IntegerOverflow",
      "\(operation) does not fit into 64 bits; use toFloat() where an approximate result will do")
  }

  static let divisionByZero = QueryError(
    .arithmetic, .runtime, "DivisionByZero",
    "division of an integer by zero; exclude it with WHERE or CASE, or divide floats")

  static func deleted(_ entity: String) -> QueryError {
    QueryError(
      .entityNotFound, .runtime, "DeletedEntityAccess",
      "the \(entity) was deleted by this statement, and its labels and properties with it; read them before DELETE")
  }
}
