import QuipuQuery

/// One scenario to run.
struct TCKRequest {
  var id: String
  var setup: [String] = []
  var query: String
  var control: String?
  var parameters = ValueMap()
  var procedures: [Procedure] = []

  init(_ line: String) throws(TCKFailure) {
    let value: Value
    do throws(ValueJSONError) {
      value = try ValueJSONReader.read(line, style: .tck)
    } catch {
      throw TCKFailure(request: "\(error)")
    }
    guard case .map(let members) = value, case .string(let query)? = members["query"] else {
      throw TCKFailure(request: "a request is an object with \"id\" and \"query\"")
    }
    self.query = query
    id = members["id"]?.stringValue ?? ""
    control = members["control"]?.stringValue
    setup = (members["setup"]?.elements ?? []).compactMap(\.stringValue)
    parameters = members["params"]?.members ?? ValueMap()
    for procedure in members["procedures"]?.elements ?? [] {
      guard let table = TCKProcedure(procedure) else { throw TCKFailure(request: "a procedure lacks its name") }
      procedures.append(table.procedure)
    }
  }
}

extension Value {
  var stringValue: String? { if case .string(let text) = self { text } else { nil } }
  var elements: [Value]? { if case .list(let elements) = self { elements } else { nil } }
  var members: ValueMap? { if case .map(let map) = self { map } else { nil } }
}
