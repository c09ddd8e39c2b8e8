import Foundation
import QuipuQuery
import Testing

/// Parser and checks over every scenario of the test kit that is given: errors at compile time must be the very ones
/// asked for, and nothing else may be refused.
@Suite struct TCKCompileTimeTests {
  @Test(.enabled(if: TCKFeature.isThere, "needs ../shared/data/opencypher-tck"))
  func everyScenario() throws {
    let scenarios = try TCKFeature.all()
    try #require(scenarios.count >= 3000)
    var refused = 0
    for scenario in scenarios {
      let found = error(in: scenario)
      if let found, scenario.failure?.phase == found.phase { refused += 1 }
      #expect(isRight(found, for: scenario), "\(scenario.name): found \(describe(found))\n\(scenario.query)")
    }
    print("TCK: \(scenarios.count) scenarios checked, \(refused) rightly refused at compile time")
  }

  private func isRight(_ found: TCKScenario.Failure?, for scenario: TCKScenario) -> Bool {
    switch scenario.failure?.phase {
    case "compile time": found == scenario.failure
    case "any time": found == nil || found?.type == scenario.failure?.type
    default: found == nil
    }
  }

  private func describe(_ failure: TCKScenario.Failure?) -> String {
    failure.map { "\($0.type) at \($0.phase): \($0.detail)" } ?? "no error"
  }

  private func error(in scenario: TCKScenario) -> TCKScenario.Failure? {
    var procedures = ProcedureLibrary.standard
    for signature in scenario.procedures { procedures.register(procedure(signature)) }
    let catalog = Catalog(procedures: procedures, parameters: scenario.parameters)
    do throws(QueryError) {
      try SemanticAnalysis(catalog).check(try QueryParser().parse(scenario.query))
      return nil
    } catch {
      return TCKScenario.Failure(type: error.kind.rawValue, phase: error.phase.rawValue, detail: error.detail)
    }
  }
}

/// `test.my.proc(in :: INTEGER?) :: (out :: STRING?):`
func procedure(_ signature: String) -> Procedure {
  let parts = signature.components(separatedBy: ") :: ")
  let head = parts[0].components(separatedBy: "(")
  let outputs = parts.count > 1 ? parts[1].filter { !"():".contains($0) || $0 == ":" } : ""
  return Procedure(
    head[0], inputs: fields(head.count > 1 ? head[1] : ""), outputs: fields(outputs), summary: "for a test"
  ) { _, _ throws(QueryError) in [] }
}

private func fields(_ list: String) -> [Procedure.Field] {
  list.components(separatedBy: ",").compactMap { field in
    let words = field.components(separatedBy: "::").map { $0.trimmingCharacters(in: .whitespaces) }
    guard words.count >= 2 else { return nil }
    let types: [String: TypeSet] = [
      "STRING": .string, "INTEGER": .integer, "FLOAT": .float, "NUMBER": .number, "BOOLEAN": .boolean,
    ]
    let name = words[1].trimmingCharacters(in: CharacterSet(charactersIn: "?: "))
    return Procedure.Field(words[0], types[name] ?? .any)
  }
}
