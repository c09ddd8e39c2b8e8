import QuipuCore

/// What a query may refer to besides its own variables.
public struct Catalog: Sendable {
  public var functions: FunctionLibrary
  public var procedures: ProcedureLibrary
  /// The parameters given; a query that asks for another is refused. Nil to leave that unchecked.
  public var parameters: [String]?

  public init(
    functions: FunctionLibrary = .standard, procedures: ProcedureLibrary = .standard, parameters: [String]? = nil
  ) {
    self.functions = functions
    self.procedures = procedures
    self.parameters = parameters
  }
}

/// Finds what is wrong with a query before it runs: names, scopes, types, places where a clause may not stand.
public struct SemanticAnalysis: Sendable {
  public let catalog: Catalog

  public init(_ catalog: Catalog) { self.catalog = catalog }

  /// Throws the first error in the order of the text.
  public func check(_ query: Query) throws(QueryError) {
  }
}
