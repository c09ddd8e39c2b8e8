import QuipuCore

/// Turns a checked syntax tree into a logical plan: names become slots, clauses become steps.
struct Translator {
  let procedures: ProcedureLibrary
  let allocator: SlotAllocator
  var scope: Scope
  var steps: [LogicalStep] = []
  /// Of the RETURN, or a standalone CALL, that ended the query.
  var outputs: [(name: String, slot: Int)] = []

  init(procedures: ProcedureLibrary, scope: Scope) {
    self.procedures = procedures
    self.scope = scope
    allocator = scope.allocator
  }

  /// The whole statement. `scope` holds what a query around this one has bound.
  static func translate(
    _ query: Query, procedures: ProcedureLibrary, scope: Scope
  ) throws(QueryError) -> LogicalPlan {
    var branches: [LogicalBranch] = []
    var columns: [String] = []
    for (i, part) in query.parts.enumerated() {
      var translator = Translator(procedures: procedures, scope: scope)
      for clause in part.clauses {
        try translator.translate(clause, isAlone: query.parts.count == 1 && part.clauses.count == 1)
      }
      if i == 0 { columns = translator.outputs.map(\.name) }
      let slots = translator.outputs.reduce(into: [String: Int]()) { $0[$1.name] = $1.slot }
      branches.append(LogicalBranch(steps: translator.steps, outputs: columns.compactMap { slots[$0] }))
    }
    return LogicalPlan(
      branches: branches, keepsDuplicates: query.unions.allSatisfy(\.keepsDuplicates), columns: columns,
      isUpdating: query.isUpdating, allocator: scope.allocator)
  }

  mutating func translate(_ clause: Clause, isAlone: Bool) throws(QueryError) {
    switch clause {
    case .match(let clause):
      let pattern = try graph(of: clause.patterns, where: clause.predicate)
      steps.append(.match(pattern, isOptional: clause.isOptional))
    case .unwind(let clause):
      let before = scope
      steps.append(.unwind(clause.list, before, slot: scope.declare(clause.variable.text)))
    case .projection(let clause): try translate(clause)
    case .call(let clause): try translate(clause, isAlone: isAlone)
    case .create(let clause): try translate(clause)
    case .merge(let clause): try translate(clause)
    case .set(let clause):
      steps.append(.set(updates(clause.items), scope, live: scope.liveSlots))
    case .remove(let clause):
      steps.append(.set(updates(clause.items), scope, live: scope.liveSlots))
    case .delete(let clause):
      steps.append(.delete(clause.expressions, scope, isDetaching: clause.isDetaching, live: scope.liveSlots))
    }
  }

  private mutating func translate(_ clause: CallClause, isAlone: Bool) throws(QueryError) {
    guard let procedure = procedures.find(clause.procedure.text) else {
      throw QueryError(
        .procedure, .compile, "ProcedureNotFound", "there is no procedure '\(clause.procedure.text)'",
        at: clause.procedure.range)
    }
    let arguments =
      clause.arguments
      ?? procedure.inputs.map { Expression(.parameter($0.name), clause.procedure.range) }
    let before = scope
    var outputs: [(field: Int, slot: Int)] = []
    let takesAll = clause.yieldsAll || (isAlone && clause.yields == nil)
    for (i, field) in procedure.outputs.enumerated() {
      if takesAll { outputs.append((i, scope.declare(field.name))) }
      for item in clause.yields ?? [] where item.field.text == field.name {
        outputs.append((i, scope.declare((item.alias ?? item.field).text)))
      }
    }
    steps.append(
      .call(
        ProcedureCall(
          procedure: procedure, arguments: arguments, scope: before, outputs: outputs, range: clause.range)))
    if let predicate = clause.predicate { steps.append(.filter([predicate], scope)) }
    if isAlone {
      self.outputs = outputs.map { (name: allocator.names[$0.slot], slot: $0.slot) }
    }
  }
}

extension Query {
  /// Whether some clause changes the graph.
  var isUpdating: Bool {
    parts.contains { part in
      part.clauses.contains { clause in
        switch clause {
        case .create, .merge, .set, .remove, .delete: true
        default: false
        }
      }
    }
  }
}
