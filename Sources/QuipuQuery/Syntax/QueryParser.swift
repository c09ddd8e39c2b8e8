import QuipuCore

/// Reads openCypher text. Linear time in the text's bytes; nesting and size are limited (`NestingLimit`, `QuerySize`).
public struct QueryParser: Sendable {
  /// Bytes of text that are read at most; longer queries are refused with `QuerySize`.
  public static let maximumSize = TokenReader.maximumSize

  public init() {}

  /// The statement, which a semicolon may end. Throws the first error of the text.
  public func parse(_ text: String) throws(QueryError) -> Query {
    let (query, errors) = diagnose(text)
    if let query { return query }
    throw errors.first ?? .syntax("UnexpectedSyntax", "the query is empty", at: nil)
  }

  /// The statement, or else its errors in the order of the text: after each, reading goes on at the next clause.
  public func diagnose(_ text: String) -> (query: Query?, errors: [QueryError]) {
    let bytes = Array(text.utf8)
    if let error = QueryParser.sizeError(bytes) { return (nil, [error]) }
    let reader = TokenReader(bytes: bytes)
    let query = try? reader.statement()
    return (reader.errors.isEmpty ? query : nil, reader.errors)
  }

  /// The text as one expression, and nothing besides.
  public func parseExpression(_ text: String) throws(QueryError) -> Expression {
    let bytes = Array(text.utf8)
    if let error = QueryParser.sizeError(bytes) { throw error }
    let reader = TokenReader(bytes: bytes)
    if let result = try? reader.wholeExpression() { return result }
    throw reader.errors.first ?? .syntax("UnexpectedSyntax", "the expression is empty", at: nil)
  }

  private static func sizeError(_ bytes: [UInt8]) -> QueryError? {
    guard bytes.count > maximumSize else { return nil }
    return QueryError(
      .limit, .compile, "QuerySize",
      "the query has \(bytes.count) bytes, more than \(maximumSize); pass data as parameters", at: ByteRange(0, 0))
  }
}

extension TokenReader {
  /// `[EXPLAIN|PROFILE] query [;]` and the end.
  func statement() throws(SyntaxAbort) -> Query {
    let start = start
    let mode: Query.Mode = accept(.explain) ? .explain : accept(.profile) ? .profile : .run
    if kind == .end || kind == .semicolon { throw fail("UnexpectedSyntax", "the query is empty", at: token.range) }
    var query = try query(mode: mode)
    query.range = range(from: start)
    let isEnded = accept(.semicolon)
    guard kind == .end else {
      throw fail(expected: isEnded ? "one statement only, ended by ';'" : "a clause or the end of the query")
    }
    return query
  }

  func wholeExpression() throws(SyntaxAbort) -> Expression {
    let result = try expression()
    guard kind == .end else { throw fail(expected: "an operator or the end of the expression") }
    return result
  }
}
