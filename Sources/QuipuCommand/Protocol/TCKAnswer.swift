import QuipuCore
import QuipuGraph
import QuipuQuery

/// What a scenario's queries gave.
struct TCKAnswer {
  var id = ""
  var failure: TCKFailure?
  private var result: QueryResult?
  private var control: QueryResult?
  /// As it was after the query, and after the control query.
  private var graph = PropertyGraph()
  private var controlGraph = PropertyGraph()

  init() {}

  mutating func run(_ request: TCKRequest) throws(TCKFailure) {
    let engine = QueryEngine(PropertyGraph())
    engine.options.memoryLimit = 2 << 30
    for procedure in request.procedures { engine.procedures.register(procedure) }
    for text in request.setup { _ = try TCKAnswer.run(text, ValueMap(), on: engine, .setup) }
    result = try TCKAnswer.run(request.query, request.parameters, on: engine, .query)
    graph = engine.graph
    guard let text = request.control else { return }
    control = try TCKAnswer.run(text, ValueMap(), on: engine, .control)
    controlGraph = engine.graph
  }

  private static func run(
    _ text: String, _ parameters: ValueMap, on engine: QueryEngine, _ stage: TCKFailure.Stage
  ) throws(TCKFailure) -> QueryResult {
    do throws(QueryError) {
      return try engine.run(text, parameters: parameters)
    } catch {
      throw TCKFailure(stage, error)
    }
  }

  /// One JSON object.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", id)
    if let failure {
      TCKAnswer.write(failure, to: &json)
    } else if let result {
      TCKAnswer.write(result, graph, to: &json)
      json.key("sideEffects")
      TCKAnswer.write(result.sideEffects, to: &json)
      if let control {
        json.key("control")
        json.beginObject()
        TCKAnswer.write(control, controlGraph, to: &json)
        json.endObject()
      }
    }
    json.endObject()
    return json.bytes
  }

  private static func write(_ failure: TCKFailure, to json: inout JSONWriter) {
    json.key("error")
    json.beginObject()
    json.member("type", failure.error.kind.rawValue)
    json.member("phase", failure.error.phase.rawValue)
    json.member("detail", failure.error.detail)
    json.member("message", failure.error.message)
    json.endObject()
    json.member("stage", failure.stage.rawValue)
  }

  private static func write(_ result: QueryResult, _ graph: PropertyGraph, to json: inout JSONWriter) {
    json.key("columns")
    json.beginArray()
    for column in result.columns { json.value(column) }
    json.endArray()
    json.key("rows")
    json.beginArray()
    for row in result.rows {
      json.beginArray()
      for value in row { value.writeJSON(.tck, graph: graph, to: &json) }
      json.endArray()
    }
    json.endArray()
  }

  private static func write(_ effects: SideEffects, to json: inout JSONWriter) {
    json.beginObject()
    json.member("+nodes", effects.nodesCreated)
    json.member("-nodes", effects.nodesDeleted)
    json.member("+relationships", effects.edgesCreated)
    json.member("-relationships", effects.edgesDeleted)
    json.member("+labels", effects.labelsAdded)
    json.member("-labels", effects.labelsRemoved)
    json.member("+properties", effects.propertiesSet)
    json.member("-properties", effects.propertiesRemoved)
    json.endObject()
  }
}
