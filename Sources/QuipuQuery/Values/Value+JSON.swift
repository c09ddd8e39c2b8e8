import QuipuCore
import QuipuGraph

/// How values are spelled in JSON.
public enum ValueJSONStyle: Hashable, Sendable {
  /// For people and programs: nodes are `{"id", "labels", "properties"}`, relationships `{"id", "type", "source",
  /// "target", "properties"}`, paths `{"nodes", "relationships"}`, dates and times their ISO 8601 text; ids are the
  /// graph's own; floats that JSON lacks (NaN, infinities) are null.
  case plain
  /// The openCypher TCK line protocol, version 1: floats, dates, times, maps and entities are objects with a `$` key.
  case tck
}

extension Value {
  /// Writes the value, entities as they stand in this graph.
  public func writeJSON(_ style: ValueJSONStyle, graph: PropertyGraph, to json: inout JSONWriter) {
    switch style {
    case .plain: PlainJSONEncoding(graph: graph).write(self, to: &json)
    case .tck: TCKJSONEncoding(graph: graph).write(self, to: &json)
    }
  }
}

struct PlainJSONEncoding {
  let graph: PropertyGraph

  func write(_ value: Value, to json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .bool(let x): json.value(x)
    case .int(let x): json.value(Int(x))
    case .double(let x): json.value(x)
    case .string(let x): json.value(x)
    case .list(let elements): write(elements, to: &json)
    case .map(let map): write(map.entries.map { ($0.key, $0.value) }, to: &json)
    case .node(let node): write(node, to: &json)
    case .edge(let edge): write(edge, to: &json)
    case .path(let path):
      json.beginObject()
      json.key("nodes")
      write(path.nodes.map { .node($0) }, to: &json)
      json.key("relationships")
      write(path.edges.map { .edge($0) }, to: &json)
      json.endObject()
    default: json.value(value.temporalText ?? "")
    }
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

  /// A deleted node is an empty object.
  private func write(_ node: NodeID, to json: inout JSONWriter) {
    json.beginObject()
    if graph.contains(node) {
      json.member("id", graph.id(of: node))
      json.key("labels")
      write(graph.labels(of: node).map { .string($0) }, to: &json)
      json.key("properties")
      write(graph.properties(of: node).map { ($0.key, Value($0.value)) }, to: &json)
    }
    json.endObject()
  }

  private func write(_ edge: EdgeID, to json: inout JSONWriter) {
    json.beginObject()
    if graph.contains(edge) {
      json.member("id", graph.id(of: edge))
      json.member("type", graph.type(of: edge))
      json.member("source", graph.id(of: graph.source(of: edge)))
      json.member("target", graph.id(of: graph.target(of: edge)))
      json.key("properties")
      write(graph.properties(of: edge).map { ($0.key, Value($0.value)) }, to: &json)
    }
    json.endObject()
  }
}
