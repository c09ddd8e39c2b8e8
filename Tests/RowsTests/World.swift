import QuipuGraph
import QuipuQuery
import QuipuRows

/// Two nodes and an edge, and rows of all sorts.
struct World {
  var graph = PropertyGraph()
  let keller: NodeID
  let chile: NodeID
  let leads: EdgeID

  init() throws {
    keller = try graph.addNode(id: "p1", labels: ["Person"], properties: [("name", "Maria Keller")])
    chile = try graph.addNode(id: "c1", labels: ["Country", "Place"])
    leads = try graph.addEdge(from: keller, to: chile, type: "LEADS", properties: [("confidence", 0.85)])
  }

  /// All that the writer puts out.
  func written(
    _ format: RowFormat, _ columns: [String], _ rows: [[Value]], _ options: RowOptions = RowOptions()
  ) -> String {
    var bytes: [UInt8] = []
    let writer = RowWriter(format, columns: columns, options: options) { bytes += $0 }
    for row in rows { writer.write(row, graph) }
    writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Values of every kind.
  var allKinds: [(name: String, value: Value)] {
    [
      ("null", .null), ("bool", .bool(true)), ("int", .int(-7)), ("float", .double(1)), ("nan", .double(.nan)),
      ("string", .string("a \"b\", c")), ("list", .list([.int(1), .string("x"), .null])),
      ("map", .map(ValueMap([(key: "k", value: .int(1))]))), ("node", .node(keller)), ("edge", .edge(leads)),
      ("path", .path(PathValue(nodes: [keller, chile], edges: [leads]))),
      ("date", Value(PropertyValue(iso: "2024-02-29", kind: .date) ?? .null)),
      ("duration", Value(PropertyValue(iso: "P1DT2H", kind: .duration) ?? .null)),
    ]
  }
}
