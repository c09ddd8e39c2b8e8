import QuipuCore

/// Reads openCypher text.
public struct QueryParser: Sendable {
  public init() {}

  /// The statement, which a semicolon may end. Throws the first error of the text.
  public func parse(_ text: String) throws(QueryError) -> Query {
    throw .syntax("UnexpectedSyntax", "not read yet", at: nil)
  }
}
