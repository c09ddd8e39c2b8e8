import QuipuCore

/// CALL.
extension SemanticChecker {
  func check(_ clause: CallClause, isStandalone: Bool) throws(QueryError) {
    let name = clause.procedure
    guard let procedure = catalog.procedures.find(name.text) else {
      let hint = NearestName.hint(name.text, among: catalog.procedures.procedures.map(\.name))
      throw QueryError(
        .procedure, .compile, "ProcedureNotFound", "There is no procedure \(name.text)\(hint).", at: name.range)
    }
    if let arguments = clause.arguments {
      try check(arguments, of: procedure, at: clause.range)
    } else {
      try checkImplicitArguments(of: procedure, clause, isStandalone: isStandalone)
    }
    if clause.yieldsAll && !isStandalone {
      throw .syntax(
        "UnexpectedSyntax", "YIELD * can stand only where CALL is the whole query; name what is yielded.",
        at: clause.range)
    }
    for item in clause.yields ?? [] { try declare(item, of: procedure) }
    if clause.yieldsAll { for field in procedure.outputs { scope.declare(field.name, StaticType(field.type)) } }
    if let predicate = clause.predicate { try checkPredicate(predicate, .predicate("WHERE")) }
  }

  private func check(
    _ arguments: [Expression], of procedure: Procedure, at range: ByteRange
  ) throws(QueryError) {
    guard arguments.count == procedure.inputs.count else {
      throw .syntax(
        "InvalidNumberOfArguments",
        "\(procedure.name) takes \(procedure.inputs.count) argument\(procedure.inputs.count == 1 ? "" : "s"), "
          + "not \(arguments.count).", at: range)
    }
    for (argument, input) in zip(arguments, procedure.inputs) {
      let type = try type(of: argument, .refusing("the arguments of CALL"))
      // An integer is taken as a float where one is asked for.
      let allowed = input.type.contains(.float) ? input.type.union(.integer) : input.type
      try require(type, allowed, "The argument \(input.name) of \(procedure.name)", at: argument.range)
    }
  }

  /// Without parentheses the parameters of the same names are the arguments, in a standalone call only.
  private func checkImplicitArguments(
    of procedure: Procedure, _ clause: CallClause, isStandalone: Bool
  ) throws(QueryError) {
    guard let first = procedure.inputs.first else { return }
    guard isStandalone else {
      throw .syntax(
        "InvalidArgumentPassingMode",
        "Inside a query \(procedure.name) needs its arguments in parentheses, such as (\(first.name)).",
        at: clause.procedure.range)
    }
    guard missingParameter == nil, let given = catalog.parameters else { return }
    for input in procedure.inputs where !given.contains(where: { compareBytes($0, input.name) == 0 }) {
      missingParameter = missing(input.name, at: clause.procedure.range)
      return
    }
  }

  private func declare(_ item: YieldItem, of procedure: Procedure) throws(QueryError) {
    guard let field = procedure.outputs.first(where: { compareBytes($0.name, item.field.text) == 0 }) else {
      let hint = NearestName.hint(item.field.text, among: procedure.outputs.map(\.name))
      throw .syntax(
        "UndefinedVariable", "\(procedure.name) yields no \(item.field.text)\(hint).", at: item.field.range)
    }
    try declareNew(item.alias ?? item.field, StaticType(field.type))
  }
}
