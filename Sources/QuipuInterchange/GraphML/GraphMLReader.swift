import CLibXML2
import QuipuCore
import QuipuGraph

/// Reads GraphML as a stream: our own files whole, others' as NetworkX and igraph do, with these decisions.
///
/// - The first graph of the file is read; further ones beside it are left out, with a note.
/// - Nodes and edges of graphs inside nodes come into the one graph; a node's `parent` is the id of the node around it.
/// - Hyperedges and ports are left out, with a note: a property graph has no place for them.
/// - An undirected edge gets the property `symmetric` = true.
/// - `<default>` values are given to each element that has no value of its own.
/// - The type of an edge is its data `label` (TinkerPop's `labelE`, Cytoscape's `interaction`, yEd's label), else its
///   attribute `label` (APOC), else `RELATED_TO`. Labels of a node are its data `labels` or `labelV`, else APOC's attribute.
/// - A node that only edges name is a node.
/// - White space in place of a number or boolean is no value; anything else that is not of the declared type is an error.
struct GraphMLReader: ~Copyable {
  static let defaultType = "RELATED_TO"

  private let xml: XMLReader
  private let names: ElementNames
  private var keys = GraphMLKeys()
  private var build = GraphMLBuild()
  /// The open graphs, nodes and edges, outermost first.
  private var frames: [GraphMLFrame] = []
  private var hasGraph = false
  private var skippedGraphs = 0
  private var skippedHyperedges = 0
  private var skippedPorts = 0

  static func read(_ path: String) throws(InterchangeError) -> ImportedGraph {
    if let read = PlainGraphMLReader.read(path) { return read }
    return try readWithLibXML(path)
  }

  /// Reads any GraphML.
  static func readWithLibXML(_ path: String) throws(InterchangeError) -> ImportedGraph {
    var reader = try GraphMLReader(path)
    return try reader.run()
  }

  private init(_ path: String) throws(InterchangeError) {
    xml = try XMLReader(path)
    names = ElementNames(xml)
  }

  private mutating func run() throws(InterchangeError) -> ImportedGraph {
    try readRoot()
    var isThere = try xml.next()
    while isThere { isThere = try step() }
    guard hasGraph else {
      throw InterchangeError(
        path: xml.path, line: 1, column: 1, reason: "no graph element in this file",
        advice: "check that it is GraphML, whose root holds a <graph>")
    }
    return ImportedGraph(graph: build.graph, notes: notes)
  }

  private var notes: [String] {
    func note(_ count: Int, _ what: String) -> [String] {
      count == 0 ? [] : ["\(count) \(what)\(count == 1 ? "" : "s") left out"]
    }
    return note(skippedGraphs, "further graph") + note(skippedHyperedges, "hyperedge") + note(skippedPorts, "port")
      + (build.impliedNodes.isEmpty ? [] : ["\(build.impliedNodes.count) nodes named by edges only"])
  }

  private func readRoot() throws(InterchangeError) {
    while try xml.next() {
      guard xml.type == Int32(XML_READER_TYPE_ELEMENT.rawValue) else { continue }
      let namespace = xml.namespace
      let isKnown = namespace.map { $0.hasPrefix("http://graphml.graphdrawing.org/") } ?? true
      guard xml.localName == names.graphml, isKnown else {
        throw xml.fault("the root element is not GraphML's", "check that the file is GraphML")
      }
      return
    }
    throw InterchangeError(path: xml.path, line: 1, column: 1, reason: "the file is empty", advice: "export it anew")
  }

  /// Deals with the node at hand and goes on to the next; false at the end.
  private mutating func step() throws(InterchangeError) -> Bool {
    switch UInt32(bitPattern: xml.type) {
    case XML_READER_TYPE_ELEMENT.rawValue: return try startElement()
    case XML_READER_TYPE_END_ELEMENT.rawValue:
      let name = xml.localName
      if name == names.node || name == names.edge || name == names.graph { try endElement() }
    default: break
    }
    return try xml.next()
  }

  private mutating func startElement() throws(InterchangeError) -> Bool {
    let name = xml.localName
    if name == names.data { return try readData() }
    if name == names.edge {
      try startEdge()
    } else if name == names.node {
      try startNode()
    } else if name == names.key {
      return try readKey()
    } else if name == names.graph {
      guard try startGraph() else { return try xml.skip() }
    } else {
      if name == names.hyperedge { skippedHyperedges += 1 }
      if name == names.port { skippedPorts += 1 }
      return try xml.skip()
    }
    if xml.isEmptyElement { try endElement() }
    return try xml.next()
  }
}

// Elements
extension GraphMLReader {
  /// False for a graph that is left out.
  private mutating func startGraph() throws(InterchangeError) -> Bool {
    if frames.isEmpty {
      guard !hasGraph else {
        skippedGraphs += 1
        return false
      }
      hasGraph = true
    }
    try settleOpenNode()
    let isUndirected = XMLAttributes(xml.node)["edgedefault"] == "undirected"
    frames.append(GraphMLFrame(.graph(isUndirected: isUndirected)))
    return true
  }

  private mutating func startNode() throws(InterchangeError) {
    guard case .graph? = frames.last?.kind else {
      throw xml.fault("a <node> outside a <graph>", "check that the file is GraphML")
    }
    let attributes = XMLAttributes(xml.node)
    guard let id = attributes["id"] else { throw xml.fault("a <node> without id", "give every node an id") }
    var frame = GraphMLFrame(.node)
    frame.id = id
    frame.labels = attributes["labels"].flatMap(GraphMLNames.labels) ?? []
    if let parent = frames.last(where: { $0.node != nil })?.node {
      frame.properties.append(("parent", .string(build.graph.id(of: parent))))
    }
    frames.append(frame)
  }

  private mutating func startEdge() throws(InterchangeError) {
    guard case .graph(let isUndirected)? = frames.last?.kind else {
      throw xml.fault("an <edge> outside a <graph>", "check that the file is GraphML")
    }
    let attributes = XMLAttributes(xml.node)
    guard let source = attributes["source"], let target = attributes["target"] else {
      throw xml.fault("an <edge> without source or target", "name both ends of every edge")
    }
    var frame = GraphMLFrame(.edge)
    frame.id = attributes["id"]
    frame.source = source
    frame.target = target
    frame.attributeType = attributes["label"]
    frame.isUndirected = attributes["directed"].map { $0 == "false" || $0 == "0" } ?? isUndirected
    frames.append(frame)
  }

  private mutating func endElement() throws(InterchangeError) {
    guard var frame = frames.popLast() else { return }
    switch frame.kind {
    case .graph: applyGraphDefaults(frame)
    case .node:
      if frame.node == nil { try add(node: &frame) }
    case .edge: try add(edge: &frame)
    }
  }

  /// A node must be there before the graph inside it.
  private mutating func settleOpenNode() throws(InterchangeError) {
    guard let last = frames.last, case .node = last.kind, last.node == nil else { return }
    var frame = last
    try add(node: &frame)
    frames[frames.count - 1] = frame
  }

  private mutating func applyGraphDefaults(_ frame: GraphMLFrame) {
    guard frames.isEmpty else { return }
    for key in keys.defaults where key.applies(to: "graph") && build.graph.graphProperty(key.name) == nil {
      if let text = key.defaultText, let value = key.value(text) { build.graph.setGraphProperty(key.name, to: value) }
    }
  }

  private mutating func add(node frame: inout GraphMLFrame) throws(InterchangeError) {
    try addDefaults("node", to: &frame)
    do throws(GraphError) {
      try build.add(node: &frame)
    } catch {
      throw xml.fault(error.inFile.reason, error.inFile.advice)
    }
  }

  private mutating func add(edge frame: inout GraphMLFrame) throws(InterchangeError) {
    try addDefaults("edge", to: &frame)
    do throws(GraphError) {
      try build.add(edge: frame)
    } catch {
      throw xml.fault(error.inFile.reason, error.inFile.advice)
    }
  }

  private mutating func addDefaults(_ element: String, to frame: inout GraphMLFrame) throws(InterchangeError) {
    for key in keys.defaults where key.applies(to: element) && !frame.seenKeys.contains(key.id) {
      if let text = key.defaultText { try take(text, key, &frame) }
    }
  }
}

// Keys and data
extension GraphMLReader {
  /// Leaves the reader after the key's end.
  private mutating func readKey() throws(InterchangeError) -> Bool {
    let attributes = XMLAttributes(xml.node)
    guard let id = attributes["id"], !id.isEmpty else {
      throw xml.fault("a <key> without id", "give every key an id")
    }
    let scope = attributes["for"] ?? "all"
    guard ["node", "edge", "graph", "all", "port", "hyperedge", "endpoint", "graphml"].contains(scope) else {
      throw xml.fault("a <key> for '\(scope)'", "keys are for node, edge, graph, port, hyperedge, endpoint or all")
    }
    let key = GraphMLKey(id: id, scope: scope, name: attributes["attr.name"], type: attributes["attr.type"])
    if attributes["yfiles.type"] != nil { key.role = .ignored }
    guard keys.canDeclare(key) else {
      throw xml.fault("two keys with the id '\(id)'", "give every key an id of its own")
    }
    if xml.isEmptyElement {
      keys.declare(key)
      return try xml.next()
    }
    let depth = xml.depth
    var isThere = try xml.next()
    while isThere, xml.depth > depth {
      if xml.type == Int32(XML_READER_TYPE_ELEMENT.rawValue), xml.localName == names.defaultValue {
        key.defaultText = try readText().text
      }
      isThere = try xml.next()
    }
    keys.declare(key)
    return try xml.next()
  }

  /// The text inside the element at hand, and the text of a yFiles label in it. Leaves the reader at its end tag.
  private func readText() throws(InterchangeError) -> (text: String, label: String?) {
    guard !xml.isEmptyElement else { return ("", nil) }
    let depth = xml.depth
    var text = ""
    var label: String?
    var isInLabel = false
    while try xml.next(), xml.depth > depth {
      switch UInt32(bitPattern: xml.type) {
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
        guard let value = xml.value else { continue }
        if xml.depth == depth + 1 { text += String(cString: value) }
        if isInLabel { label = (label ?? "") + String(cString: value) }
      case XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
        guard let plain = xml.plainEntity else {
          throw xml.fault("an entity that is not plain text", "expand the entities first: xmllint --noent FILE")
        }
        text += plain
      case XML_READER_TYPE_ELEMENT.rawValue:
        isInLabel = label == nil && (xml.localName == names.nodeLabel || xml.localName == names.edgeLabel)
      default: isInLabel = false
      }
    }
    return (text, label.map { String($0.trimmingSpace) })
  }

  /// Leaves the reader after the element's end.
  private mutating func readData() throws(InterchangeError) -> Bool {
    let attributes = XMLAttributes(xml.node)
    guard let id = attributes["key"] else { throw xml.fault("a <data> without key", "name the key of all data") }
    let (text, label) = try readText()
    guard var frame = frames.popLast() else { return try xml.next() }
    let key = keys.key(id, frame.kind.element)
    if case .graph = frame.kind {
      try takeGraphData(text, key)
    } else {
      if !keys.defaults.isEmpty { frame.seenKeys.append(id) }
      if let label, !label.isEmpty { frame.take(label: label) }
      if frame.node == nil, key.role != .ignored { try take(text, key, &frame) }
    }
    frames.append(frame)
    return try xml.next()
  }

  private mutating func takeGraphData(_ text: String, _ key: GraphMLKey) throws(InterchangeError) {
    if key.role == .realNames {
      if case .map(let map)? = try? JSONParser.parse(Array(text.utf8)) { keys.rename(map) }
    } else if frames.isEmpty, key.role == .property {
      build.graph.setGraphProperty(key.name, to: try value(text, key))
    }
  }

  private func value(_ text: String, _ key: GraphMLKey) throws(InterchangeError) -> PropertyValue {
    if let value = key.value(text) { return value }
    let shown = text.unicodeScalars.prefix(40).map(String.init).joined()
    throw xml.fault(
      "'\(shown)' is not of the type of key '\(key.id)'", "change the value, or the key's attr.type to string")
  }

  private func take(_ text: String, _ key: GraphMLKey, _ frame: inout GraphMLFrame) throws(InterchangeError) {
    switch key.role {
    case .ignored, .realNames: break
    case .nodeLabels:
      if let labels = GraphMLNames.labels(text) { frame.labels = labels } else { frame.labels = [text] }
    case .nodeUID: frame.uid = text
    case .edgeUID: frame.uid = text
    case .nodeLabel: frame.shownLabel = text
    case .edgeType: frame.type = text
    case .property:
      let value = try value(text, key)
      if value != .null { frame.properties.append((key.name, value)) }
    }
  }
}

/// The names of GraphML's elements as pointers that libxml2 interned.
private struct ElementNames {
  let graphml, graph, node, edge, data, key, defaultValue, hyperedge, port, nodeLabel, edgeLabel: UnsafePointer<UInt8>?

  init(_ xml: borrowing XMLReader) {
    graphml = xml.interned("graphml")
    graph = xml.interned("graph")
    node = xml.interned("node")
    edge = xml.interned("edge")
    data = xml.interned("data")
    key = xml.interned("key")
    defaultValue = xml.interned("default")
    hyperedge = xml.interned("hyperedge")
    port = xml.interned("port")
    nodeLabel = xml.interned("NodeLabel")
    edgeLabel = xml.interned("EdgeLabel")
  }
}

extension GraphError {
  /// The fault and its cure, as it shows in a file.
  var inFile: (reason: String, advice: String) {
    switch self {
    case .duplicateNodeID(let id): ("a second node with the id '\(id)'", "give every node an id of its own")
    case .duplicateEdgeID(let id): ("a second edge with the id '\(id)'", "give every edge an id of its own, or none")
    case .capacity(let what, let limit): ("more than \(limit) \(what)", "split the file into several graphs")
    default: (description, "")
    }
  }
}
