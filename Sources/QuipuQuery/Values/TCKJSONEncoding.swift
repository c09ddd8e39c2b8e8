import QuipuCore
import QuipuGraph

/// The encoding of the openCypher TCK line protocol, version 1.
struct TCKJSONEncoding {
  let graph: PropertyGraph

  func write(_ value: Value, to json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .bool(let x): json.value(x)
    case .int(let x): json.value(Int(x))
    case .double(let x): wrap("$float", to: &json) { TCKJSONEncoding.write(x, to: &$0) }
    case .string(let x): json.value(x)
    case .list(let elements): write(elements, to: &json)
    case .map(let map): wrap("$map", to: &json) { write(map.entries.map { ($0.key, $0.value) }, to: &$0) }
    case .node(let node): wrap("$node", to: &json) { write(node, to: &$0) }
    case .edge(let edge): wrap("$rel", to: &json) { write(edge, to: &$0) }
    case .path(let path): wrap("$path", to: &json) { write(path, to: &$0) }
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
      wrap("$" + value.typeName.lowercased(), to: &json) { $0.value(value.temporalText ?? "") }
    }
  }

  private func wrap(_ key: String, to json: inout JSONWriter, _ body: (inout JSONWriter) -> Void) {
    json.beginObject()
    json.key(key)
    body(&json)
    json.endObject()
  }

  private static func write(_ number: Double, to json: inout JSONWriter) {
    if number.isFinite { json.value(number) } else { json.value(Value.text(number)) }
  }

  private func write(_ elements: [Value], to json: inout JSONWriter) {
    json.beginArray()
    for element in elements { write(element, to: &json) }
    json.endArray()
  }

  private func write(_ entries: [(String, Value)], to json: inout JSONWriter) {
    json.beginObject()
    for (key, value) in entries {
      json.key(key)
      write(value, to: &json)
    }
    json.endObject()
  }

  private func write(_ node: NodeID, to json: inout JSONWriter) {
    let exists = graph.contains(node)
    json.beginObject()
    json.member("id", Int(node.rawValue))
    json.key("labels")
    write(exists ? graph.labels(of: node).map { .string($0) } : [], to: &json)
    json.key("properties")
    write(exists ? graph.properties(of: node).map { ($0.key, Value($0.value)) } : [], to: &json)
    json.endObject()
  }

  /// A deleted relationship keeps its type and ends in the graph until that is compacted.
  private func write(_ edge: EdgeID, to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", Int(edge.rawValue))
    json.member("type", graph.type(of: edge))
    json.member("start", Int(graph.source(of: edge).rawValue))
    json.member("end", Int(graph.target(of: edge).rawValue))
    json.key("properties")
    let properties = graph.contains(edge) ? graph.properties(of: edge) : []
    write(properties.map { ($0.key, Value($0.value)) }, to: &json)
    json.endObject()
  }

  private func write(_ path: PathValue, to json: inout JSONWriter) {
    json.beginObject()
    json.key("nodes")
    json.beginArray()
    for node in path.nodes { write(node, to: &json) }
    json.endArray()
    json.key("rels")
    json.beginArray()
    for edge in path.edges { write(edge, to: &json) }
    json.endArray()
    json.endObject()
  }
}
