import QuipuCore
import QuipuGraph

/// Writes node-link JSON, one node or edge a line; lists and maps stay what they are (`PropertyJSON`).
struct JSONGraphWriter: GraphWriter {
  let dialect: JSONDialect

  func write(_ graph: PropertyGraph, to sinks: [OutputSink]) throws(InterchangeError) -> [String] {
    guard let sink = sinks.first else { return [] }
    var pass = JSONPass(graph: graph, dialect: dialect, sink: sink)
    pass.writeHead()
    try pass.writeList("nodes", Array(graph.nodes)) { $0.write(node: $1) }
    sink.write(",\n")
    try pass.writeList(dialect == .d3 ? "links" : "edges", Array(graph.edges)) { $0.write(edge: $1) }
    sink.write(dialect == .cytoscape ? "}}\n" : "}\n")
    return pass.losses
  }
}

/// One writing of one graph.
private struct JSONPass {
  let graph: PropertyGraph
  let dialect: JSONDialect
  let sink: OutputSink
  var writer = JSONWriter()
  var changedIDs = 0

  init(graph: PropertyGraph, dialect: JSONDialect, sink: OutputSink) {
    self.graph = graph
    self.dialect = dialect
    self.sink = sink
  }

  var losses: [String] {
    let surveys = GraphSurveys(graph)
    var list: [String] = []
    for (scope, columns) in [("nodes", surveys.nodes), ("edges", surveys.edges)] {
      for (i, column) in columns.enumerated() where column.hasTagged {
        list.append(
          "property '\(graph.name(of: KeyID(rawValue: UInt32(i))))' of \(scope) has values that JSON lacks: "
            + "objects with one key such as @date")
      }
    }
    if changedIDs > 0 { list.append("\(changedIDs) edge ids that are also node ids begin with 'edge '") }
    return list
  }

  mutating func writeHead() {
    sink.write(
      dialect == .cytoscape
        ? "{\"generator\":\"quipu\",\n\"data\":"
        : "{\"directed\":true,\"multigraph\":true,\"generator\":\"quipu\",\n\"graph\":")
    writer.reset()
    PropertyJSON.write(.map(PropertyMap(graph.graphProperties)), to: &writer)
    sink.write(writer.bytes)
    sink.write(dialect == .cytoscape ? ",\n\"elements\":{" : ",\n")
  }

  mutating func writeList<Row>(
    _ name: String, _ rows: [Row], _ write: (inout JSONPass, Row) -> Void
  ) throws(InterchangeError) {
    sink.write("\"\(name)\":[")
    for (i, row) in rows.enumerated() {
      sink.write(i == 0 ? "\n" : ",\n")
      writer.reset()
      write(&self, row)
      sink.write(writer.bytes)
      if i & 0xFFF == 0 { try sink.check() }
    }
    sink.write("]")
  }

  private mutating func begin() {
    writer.beginObject()
    guard dialect == .cytoscape else { return }
    writer.key("data")
    writer.beginObject()
  }

  private mutating func end() {
    writer.endObject()
    if dialect == .cytoscape { writer.endObject() }
  }

  private mutating func write(_ properties: [(key: String, value: PropertyValue)], _ taken: [String]) {
    for (key, value) in properties {
      writer.key(JSONDialect.escaped(key, taken))
      PropertyJSON.write(value, to: &writer)
    }
  }

  mutating func write(node: NodeID) {
    begin()
    writer.member("id", graph.id(of: node))
    writer.key("labels")
    writer.beginArray()
    for label in graph.labels(of: node) { writer.value(label) }
    writer.endArray()
    write(graph.properties(of: node), JSONDialect.nodeNames)
    end()
  }

  mutating func write(edge: EdgeID) {
    let ends = graph.endpoints(of: edge)
    begin()
    writer.member(dialect == .networkX ? "key" : "id", id(edge))
    writer.member("source", graph.id(of: ends.source))
    writer.member("target", graph.id(of: ends.target))
    writer.member("type", graph.type(of: edge))
    write(graph.properties(of: edge), JSONDialect.edgeNames)
    end()
  }

  /// Cytoscape.js has one space of ids for nodes and edges.
  private mutating func id(_ edge: EdgeID) -> String {
    var id = graph.id(of: edge)
    guard dialect == .cytoscape, graph.node(withID: id) != nil else { return id }
    changedIDs += 1
    while graph.node(withID: id) != nil || graph.edge(withID: id) != nil { id = "edge " + id }
    return id
  }
}
