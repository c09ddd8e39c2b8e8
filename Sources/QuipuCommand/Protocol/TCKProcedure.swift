import QuipuQuery

/// A procedure that a scenario defines by a table: a call gives the rows whose inputs are the arguments.
struct TCKProcedure {
  let procedure: Procedure

  /// From the request's form; nil when it has no name.
  init?(_ value: Value) {
    guard let members = value.members, let name = members["name"]?.stringValue else { return nil }
    let inputs = TCKProcedure.fields(members["inputs"])
    let outputs = TCKProcedure.fields(members["outputs"])
    let columns = (members["columns"]?.elements ?? []).compactMap(\.stringValue)
    let rows = (members["rows"]?.elements ?? []).compactMap(\.elements)
    let inputColumns = inputs.map { columns.firstIndex(of: $0.name) }
    let outputColumns = outputs.map { columns.firstIndex(of: $0.name) }
    procedure = Procedure(name, inputs: inputs, outputs: outputs, summary: "a procedure of the scenario") {
      (arguments, _) throws(QueryError) -> [[Value]] in
      rows.filter { row in
        zip(inputColumns, arguments).allSatisfy { column, argument in
          TCKProcedure.isSame(TCKProcedure.cell(row, column), argument)
        }
      }.map { row in outputColumns.map { TCKProcedure.cell(row, $0) } }
    }
  }

  private static func cell(_ row: [Value], _ column: Int?) -> Value {
    guard let column, row.indices.contains(column) else { return .null }
    return row[column]
  }

  /// Null is null, and an integer the float of the same value.
  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.int(let x), .double(let y)), (.double(let y), .int(let x)): Double(x) == y
    default: a == b
    }
  }

  private static func fields(_ value: Value?) -> [Procedure.Field] {
    (value?.elements ?? []).compactMap { field in
      guard let members = field.members, let name = members["name"]?.stringValue else { return nil }
      let type = members["type"]?.stringValue ?? "ANY?"
      let isNullable = type.hasSuffix("?")
      return Procedure.Field(name, types[isNullable ? String(type.dropLast()) : type] ?? .any, isNullable: isNullable)
    }
  }

  private static let types: [String: TypeSet] = [
    "BOOLEAN": .boolean, "INTEGER": .integer, "FLOAT": .float, "NUMBER": .number, "STRING": .string, "MAP": .map,
    "NODE": .node, "RELATIONSHIP": .edge, "PATH": .path, "DATE": .date, "TIME": .time, "LOCAL TIME": .localTime,
    "DATETIME": .dateTime, "LOCAL DATETIME": .localDateTime, "DURATION": .duration,
  ]
}
