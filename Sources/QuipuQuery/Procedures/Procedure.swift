/// Something that CALL runs: it takes values and gives rows.
public struct Procedure: Sendable {
  public struct Field: Hashable, Sendable {
    public var name: String
    public var type: TypeSet
    public var isNullable: Bool

    public init(_ name: String, _ type: TypeSet, isNullable: Bool = true) {
      self.name = name
      self.type = type
      self.isNullable = isNullable
    }
  }

  /// With its namespaces: `db.labels`. Calls must write it the same way.
  public var name: String
  public var inputs: [Field]
  /// Empty for a procedure that only acts: it passes each row on once.
  public var outputs: [Field]
  public var summary: String
  /// One row a result, the values in the order of `outputs`.
  public var body: @Sendable ([Value], EvaluationContext) throws(QueryError) -> [[Value]]

  public init(
    _ name: String, inputs: [Field] = [], outputs: [Field], summary: String,
    body: @escaping @Sendable ([Value], EvaluationContext) throws(QueryError) -> [[Value]]
  ) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.summary = summary
    self.body = body
  }
}

/// The procedures that CALL finds.
public struct ProcedureLibrary: Sendable {
  public private(set) var procedures: [Procedure] = []

  public init() {}

  /// A procedure of the same name is replaced.
  public mutating func register(_ procedure: Procedure) {
    procedures.removeAll { $0.name == procedure.name }
    procedures.append(procedure)
  }

  public func find(_ name: String) -> Procedure? { procedures.first { $0.name == name } }

  /// `db.labels()` and its like.
  public static let standard: ProcedureLibrary = {
    var library = ProcedureLibrary()
    for procedure in Procedure.standard { library.register(procedure) }
    return library
  }()
}
