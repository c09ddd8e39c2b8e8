import QuipuCore
import QuipuGraph

/// Writes GraphML 1.1 (Brandes et al., "GraphML Progress Report", 2002, and graphml.graphdrawing.org) so that the real
/// readers take it: keys first and unique by scope, every edge directed, no defaults, only the six standard types. One
/// key, node or edge a line, so that files compare well and readers have few blanks to pass.
///
/// What GraphML cannot hold is written as text, and the suffix of the key's id tells `GraphMLReader` its kind.
struct GraphMLWriter: GraphWriter {
  let profile: GraphMLProfile

  func write(_ graph: PropertyGraph, to sinks: [OutputSink]) throws(InterchangeError) -> [String] {
    guard let sink = sinks.first else { return [] }
    let writer = try XMLWriter(sink)
    var pass = GraphMLPass(graph: graph, profile: profile)
    pass.writeHead(writer)
    for node in graph.nodes {
      pass.write(node, writer)
      if node.rawValue & 0xFFF == 0 { try sink.check() }
    }
    for edge in graph.edges {
      pass.write(edge, writer)
      if edge.rawValue & 0xFFF == 0 { try sink.check() }
    }
    for _ in ["graph", "graphml"] {
      writer.lineBreak()
      writer.end()
    }
    writer.endDocument()
    try sink.check()
    return pass.losses
  }
}

/// One writing of one graph.
struct GraphMLPass {
  let graph: PropertyGraph
  let profile: GraphMLProfile
  private let nodeColumns: GraphMLColumns
  private let edgeColumns: GraphMLColumns
  private let graphColumns: GraphMLColumns
  private let nameKey: KeyID?
  /// The column that is the weight; nil when every edge gets a 1 instead.
  private let weightKey: KeyID?
  private let colours: ClassColours
  private var dropped = 0
  private var changedIDs = 0

  init(graph: PropertyGraph, profile: GraphMLProfile) {
    self.graph = graph
    self.profile = profile
    nameKey = graph.keyID("name")
    colours = ClassColours(graph)
    let surveys = GraphSurveys(graph)
    let weight = graph.keyID("weight")
    let weightSurvey = weight.map { surveys.edges[Int($0.rawValue)] }
    let isWeight = weightSurvey.map { $0.isNumeric && $0.isPositive && $0.count == graph.edgeCount } ?? false
    weightKey = isWeight ? weight : nil
    let looks: Set<String> = profile == .gephi ? ["r", "g", "b", "size"] : []
    nodeColumns = GraphMLColumns(
      surveys: surveys.nodes, names: { graph.name(of: $0) }, prefix: "n_", scope: "nodes",
      taken: GraphMLNames.reserved.union(looks), flags: ["symmetric", "negated"], profile: profile)
    edgeColumns = GraphMLColumns(
      surveys: surveys.edges, names: { graph.name(of: $0) }, prefix: "e_", scope: "edges",
      taken: GraphMLNames.reserved.union(isWeight ? [] : ["weight"]), flags: ["symmetric", "negated"],
      profile: profile)
    let graphNames = graph.graphProperties.map(\.key)
    graphColumns = GraphMLColumns(
      surveys: surveys.graph, names: { graphNames[Int($0.rawValue)] }, prefix: "g_", scope: "the graph",
      taken: GraphMLNames.reserved.union(["quipu_names"]), flags: [], profile: profile)
  }

  var losses: [String] {
    var list = nodeColumns.losses + edgeColumns.losses + graphColumns.losses
    if dropped > 0 {
      list.append("\(dropped) control \(dropped == 1 ? "character" : "characters") that XML does not allow left out")
    }
    if changedIDs > 0 {
      list.append("\(changedIDs) \(changedIDs == 1 ? "id" : "ids") with characters that XML does not allow replaced")
    }
    return list
  }
}

// Declarations
extension GraphMLPass {
  func writeHead(_ writer: borrowing XMLWriter) {
    writer.startDocument()
    writer.start("graphml")
    writer.attribute("xmlns", GraphMLNames.namespace)
    writer.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    if profile == .yed { writer.attribute("xmlns:y", YEdGraphics.namespace) }
    writer.attribute("xsi:schemaLocation", GraphMLNames.schema)
    declareOwnKeys(writer)
    declare(nodeColumns, "node", writer)
    declare(edgeColumns, "edge", writer)
    declare(graphColumns, "graph", writer)
    if !realNames.isEmpty { declare(GraphMLNames.realNames, "graph", "quipu_names", "string", writer) }
    if profile == .yed { YEdGraphics.declareKeys(writer) }
    writer.lineBreak()
    writer.start("graph")
    writer.attribute("id", "G")
    writer.attribute("edgedefault", "directed")
    writeGraphProperties(writer)
  }

  private var realNames: [(id: String, name: String)] {
    nodeColumns.realNames + edgeColumns.realNames + graphColumns.realNames
  }

  private func declareOwnKeys(_ writer: borrowing XMLWriter) {
    declare(GraphMLNames.nodeLabel, "node", "label", "string", writer)
    declare(GraphMLNames.nodeLabels, "node", "labels", "string", writer)
    if graph.nodes.contains(where: { givenID($0) == nil }) {
      declare(GraphMLNames.nodeUID, "node", "uid", "string", writer)
    }
    if profile == .gephi {
      for name in ["r", "g", "b"] { declare("n_\(name)__made", "node", name, "int", writer) }
      declare("n_size__made", "node", "size", "float", writer)
    }
    declare(GraphMLNames.edgeLabel, "edge", "label", "string", writer)
    declare(GraphMLNames.edgeUID, "edge", "uid", "string", writer)
    if weightKey == nil { declare(GraphMLNames.madeWeight, "edge", "weight", "long", writer) }
  }

  private func declare(
    _ id: String, _ scope: String, _ name: String, _ type: String, _ writer: borrowing XMLWriter
  ) {
    writer.lineBreak()
    writer.start("key")
    writer.attribute("id", id)
    writer.attribute("for", scope)
    writer.attribute("attr.name", name)
    writer.attribute("attr.type", type)
    writer.end()
  }

  private func declare(_ columns: GraphMLColumns, _ scope: String, _ writer: borrowing XMLWriter) {
    for column in columns.columns {
      writer.lineBreak()
      writer.start("key")
      writer.attribute("id", column.id)
      writer.attribute("for", scope)
      writer.attribute("attr.name", column.attributeName)
      writer.attribute("attr.type", column.form.attributeType)
      if profile == .neo4j, column.isStringLists { writer.attribute("attr.list", "string") }
      writer.end()
    }
  }

  private func writeGraphProperties(_ writer: borrowing XMLWriter) {
    if !realNames.isEmpty {
      let map = PropertyMap(realNames.map { (key: $0.id, value: .string($0.name)) })
      data(GraphMLNames.realNames, PropertyJSON.text(.map(map)), writer)
    }
    for (i, property) in graph.graphProperties.enumerated() {
      guard let column = graphColumns.column(KeyID(rawValue: UInt32(i))) else { continue }
      data(column.id, XMLText.clean(column.form.text(property.value)).text, writer)
    }
  }
}

// Elements
extension GraphMLPass {
  mutating func write(_ node: NodeID, _ writer: borrowing XMLWriter) {
    let given = givenID(node)
    let labels = graph.labels(of: node)
    let labelText = XMLText.clean(GraphMLNames.text(labels: labels))
    dropped += labelText.dropped
    writer.lineBreak()
    writer.start("node")
    writer.attribute("id", given ?? madeID(node))
    if profile.hasLabelAttributes, !labels.isEmpty {
      writer.attribute("labels", XMLText.clean(labels.map { ":" + $0 }.joined()).text)
    }
    data(GraphMLNames.nodeLabel, XMLText.clean(graph.displayName(node, nameKey)).text, writer)
    if !labels.isEmpty { data(GraphMLNames.nodeLabels, labelText.text, writer) }
    if given == nil { writeUID(node, writer) }
    if profile == .gephi { writeLooks(node, labels, writer) }
    for key in graph.keyIDs(of: node) {
      guard let column = nodeColumns.column(key), let value = graph.property(key, of: node) else { continue }
      write(value, column, writer)
    }
    for column in nodeColumns.columns where column.form == .boolean || column.form == .flag {
      if graph.property(column.key, of: node) == nil { data(column.id, "false", writer) }
    }
    if profile == .yed {
      YEdGraphics.write(XMLText.clean(graph.displayName(node, nameKey)).text, colours.colour(labels), writer)
    }
    writer.end()
  }

  mutating func write(_ edge: EdgeID, _ writer: borrowing XMLWriter) {
    let type = XMLText.clean(graph.type(of: edge))
    let ends = graph.endpoints(of: edge)
    let uid = edgeUID(edge)
    dropped += type.dropped
    writer.lineBreak()
    writer.start("edge")
    writer.attribute("id", profile != .strict || XMLText.isToken(uid) ? uid : madeID(edge))
    writer.attribute("source", givenID(ends.source) ?? madeID(ends.source))
    writer.attribute("target", givenID(ends.target) ?? madeID(ends.target))
    if profile.hasLabelAttributes { writer.attribute("label", type.text) }
    data(GraphMLNames.edgeLabel, type.text, writer)
    data(GraphMLNames.edgeUID, uid, writer)
    if weightKey == nil { data(GraphMLNames.madeWeight, "1", writer) }
    for key in graph.keyIDs(of: edge) {
      guard let column = edgeColumns.column(key), let value = graph.property(key, of: edge) else { continue }
      write(value, column, writer)
    }
    for column in edgeColumns.columns where column.form == .boolean || column.form == .flag {
      if graph.property(column.key, of: edge) == nil { data(column.id, "false", writer) }
    }
    if profile == .yed { YEdGraphics.write(type.text, EdgeLooks(graph, edge), writer) }
    writer.end()
  }

  private mutating func write(_ value: PropertyValue, _ column: GraphMLColumn, _ writer: borrowing XMLWriter) {
    let text = XMLText.clean(column.form.text(value))
    dropped += text.dropped
    data(column.id, text.text, writer)
  }

  private func data(_ key: String, _ text: String, _ writer: borrowing XMLWriter) {
    writer.start("data")
    writer.attribute("key", key)
    writer.text(text)
    writer.end()
  }

  private func writeLooks(_ node: NodeID, _ labels: [String], _ writer: borrowing XMLWriter) {
    let colour = colours.colour(labels)
    data("n_r__made", String(colour.red), writer)
    data("n_g__made", String(colour.green), writer)
    data("n_b__made", String(colour.blue), writer)
    // Area grows with the degree, within what is still legible.
    let size = min(60, 8 + 4 * Double(graph.degree(of: node)).squareRoot())
    data("n_size__made", String(Double(Int(size * 10)) / 10), writer)
  }
}

// Ids
extension GraphMLPass {
  /// The node's id where the file can have it as it is.
  private func givenID(_ node: NodeID) -> String? {
    let id = graph.id(of: node)
    if profile == .strict { return XMLText.isToken(id) ? id : nil }
    return id.isEmpty || XMLText.clean(id).dropped > 0 ? nil : id
  }

  /// `n` and the number, with `_` after it as long as another node has that id.
  private func madeID(_ node: NodeID) -> String {
    var id = "n\(node.rawValue)"
    while graph.node(withID: id) != nil { id += "_" }
    return id
  }

  private func madeID(_ edge: EdgeID) -> String {
    var id = "e\(edge.rawValue)"
    while let other = graph.edge(withID: id), other != edge { id += "_" }
    return id
  }

  /// The id that replaced it stays where XML cannot hold the real one.
  private mutating func writeUID(_ node: NodeID, _ writer: borrowing XMLWriter) {
    let id = graph.id(of: node)
    if XMLText.clean(id).dropped == 0 {
      data(GraphMLNames.nodeUID, id, writer)
    } else {
      changedIDs += 1
    }
  }

  private mutating func edgeUID(_ edge: EdgeID) -> String {
    let id = graph.id(of: edge)
    guard XMLText.clean(id).dropped > 0 else { return id }
    changedIDs += 1
    return madeID(edge)
  }
}
