import Foundation
import QuipuCore
import QuipuGraph
import QuipuQuery

/// Carries out the statements of a case, and says what they gave in the form of the case files.
final class QueryCaseRun {
  let engine: QueryEngine

  init(_ graph: QueryCaseFile.Graph, isOptimizing: Bool) throws {
    var start = PropertyGraph()
    for index in graph.indexes { try start.createIndex(on: index.label, key: index.key) }
    let maker = QueryEngine(start)
    for statement in graph.statements { _ = try maker.run(statement) }
    var options = QueryOptions()
    options.isOptimizing = isOptimizing
    engine = QueryEngine(maker.graph, options: options)
  }

  /// What was found, for each thing that is expected.
  func results(of statement: QueryCaseFile.Statement) throws -> [[String]] {
    var parameters = ValueMap()
    if let text = statement.parameters,
      case .map(let map)? = try QueryEngine(PropertyGraph()).run("RETURN \(text) AS m").rows.first?.first
    {
      parameters = map
    }
    let outcome: Result<QueryResult, QueryError>
    do throws(QueryError) {
      outcome = .success(try engine.run(statement.text, parameters: parameters))
    } catch {
      outcome = .failure(error)
    }
    return try statement.expectations.map { try lines($0.what, $0.lines, statement, parameters, outcome) }
  }

  private func lines(
    _ what: String, _ expected: [String], _ statement: QueryCaseFile.Statement, _ parameters: ValueMap,
    _ outcome: Result<QueryResult, QueryError>
  ) throws -> [String] {
    switch (what, outcome) {
    case ("plan", _):
      let plan = try engine.run("EXPLAIN " + statement.text, parameters: parameters).plan
      return plan.map { outline($0, 0) } ?? []
    case ("graph", _): return ComparableText(graph: engine.graph, hasIDs: false).graphLines
    case ("error", .failure(let error)): return describe(error, statement.text, expected.count)
    case (_, .failure(let error)): return ["error"] + describe(error, statement.text, 2)
    case ("rows", .success(let result)): return rows(result).sorted()
    case ("rows in order", .success(let result)): return rows(result)
    case ("columns", .success(let result)): return [result.columns.joined(separator: ", ")]
    case ("effects", .success(let result)): return effects(result.sideEffects)
    case ("profile", .success(let result)): return result.plan.map { outline($0, 0) } ?? []
    default: return ["no \(what)"]
    }
  }

  private func rows(_ result: QueryResult) -> [String] {
    result.rows.map { row in row.map { $0.text(in: engine.graph) }.joined(separator: " | ") }
  }

  private func describe(_ error: QueryError, _ text: String, _ count: Int) -> [String] {
    let place = error.range.map { " at «\(String(decoding: Array(text.utf8)[$0.range], as: UTF8.self))»" } ?? ""
    let lines = ["\(error.kind.rawValue) \(error.phase.rawValue) \(error.detail)\(place)", error.message]
    return Array(lines.prefix(count == 0 ? 2 : count))
  }

  private func outline(_ plan: PlanDescription, _ depth: Int) -> [String] {
    let rows = plan.rows.map { " = \($0)" } ?? ""
    let line =
      String(repeating: "  ", count: depth) + plan.name + (plan.details.isEmpty ? "" : " \(plan.details)") + rows
    return [line] + plan.children.flatMap { outline($0, depth + 1) }
  }

  private func effects(_ effects: SideEffects) -> [String] {
    [
      (effects.nodesCreated, "+nodes"), (effects.nodesDeleted, "-nodes"), (effects.edgesCreated, "+relationships"),
      (effects.edgesDeleted, "-relationships"), (effects.labelsAdded, "+labels"), (effects.labelsRemoved, "-labels"),
      (effects.propertiesSet, "+properties"), (effects.propertiesRemoved, "-properties"),
    ].filter { $0.0 != 0 }.map { "\($0.1) \($0.0)" }
  }
}
