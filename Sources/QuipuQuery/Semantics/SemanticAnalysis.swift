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
///
/// The rules and the words for their errors are those of openCypher 9 as its TCK has them.
public struct SemanticAnalysis: Sendable {
  public let catalog: Catalog

  public init(_ catalog: Catalog) { self.catalog = catalog }

  /// Throws the first error in the order of the text. A parameter that was not given is reported only when the text has
  /// no error: it is the caller's. Complexity: linear in the query, times the variables in scope at each WITH.
  public func check(_ query: Query) throws(QueryError) {
    let checker = SemanticChecker(catalog)
    _ = try checker.check(query, as: .statement)
    if let missing = checker.missingParameter { throw missing }
  }

  /// Whether the query has a clause that changes the graph.
  public static func isUpdating(_ query: Query) -> Bool {
    query.parts.contains { $0.clauses.contains(where: \.isUpdating) }
  }
}

extension Clause {
  /// Whether the clause changes the graph.
  var isUpdating: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete: true
    case .match, .unwind, .projection, .call: false
    }
  }

  /// For messages.
  var keyword: String {
    switch self {
    case .match(let clause): clause.isOptional ? "OPTIONAL MATCH" : "MATCH"
    case .unwind: "UNWIND"
    case .projection(let clause): clause.kind == .with ? "WITH" : "RETURN"
    case .call: "CALL"
    case .create: "CREATE"
    case .merge: "MERGE"
    case .set: "SET"
    case .remove: "REMOVE"
    case .delete(let clause): clause.isDetaching ? "DETACH DELETE" : "DELETE"
    }
  }
}
