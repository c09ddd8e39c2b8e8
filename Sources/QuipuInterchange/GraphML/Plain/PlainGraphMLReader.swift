import QuipuCore
import QuipuGraph

/// Reads GraphML as most programs write it, several times faster than through libxml2: one graph of nodes, edges and their
/// data, in UTF-8, without document type, CDATA, processing instructions, nested graphs, hyperedges, ports or elements of
/// other namespaces.
///
/// Whatever else a file holds, and whatever is wrong with it, makes this reader give it up; `GraphMLReader` then begins
/// anew, so that both give the same graph and all errors are that reader's. Its decisions are repeated here.
struct PlainGraphMLReader: ~Copyable {
  /// Where in the document the next construct stands.
  private enum Level { case start, root, graph, afterGraph, end }

  var xml: PlainXMLScanner
  var keys = GraphMLKeys()
  var graph = PropertyGraph()
  var element = PlainElement()
  var nodeKeys = PlainKeyTable("node")
  var edgeKeys = PlainKeyTable("edge")
  var labels = PlainNames<LabelSetID>()
  var attributeLabels = PlainNames<LabelSetID>()
  var types = PlainNames<TypeID>()
  var nodeDefaults = PlainDefaults()
  var edgeDefaults = PlainDefaults()
  /// Ids in the file of nodes that bear another in the graph, and those nodes.
  var aliases = StringInterner()
  var aliasNodes: [NodeID] = []
  var guess = PlainNodeGuess()
  /// Nodes that an edge named and no element declared yet.
  var impliedNodes: Set<NodeID> = []
  private var level = Level.start
  /// Where in the file some edges were read, and how many those were: what the others' number is reckoned from.
  private var edgesStart = 0
  private var firstEdges = 0
  private var expectedEdges = 0
  private var isUndirected = false
  /// Ids that several keys have, for other kinds of elements each.
  private var declaredIDs: Set<String> = []
  private var hasTwins = false
  /// Attributes of the tag at hand that mean nothing to us, kept to find one that stands twice.
  private var otherNames: [PlainXMLScanner.Text] = []

  /// Nil when the file is for `GraphMLReader`.
  static func read(_ path: String) -> ImportedGraph? {
    guard path != "-", var reader = PlainGraphMLReader(path) else { return nil }
    return reader.run()
  }

  private init?(_ path: String) {
    guard let xml = PlainXMLScanner(path) else { return nil }
    self.xml = xml
  }

  private mutating func run() -> ImportedGraph? {
    do throws(PlainStop) {
      _ = xml.take("\u{FEFF}")
      if xml.take("<?xml") { try declaration() }
      while try step() {}
    } catch {
      return nil
    }
    let implied = impliedNodes.count
    return ImportedGraph(graph: graph, notes: implied == 0 ? [] : ["\(implied) nodes named by edges only"])
  }

  /// Reads one construct, or makes room for it; false at the end of the file.
  private mutating func step() throws(PlainStop) -> Bool {
    let mark = xml.place
    do throws(PlainStop) {
      xml.begin()
      return try construct()
    } catch .end {
      try xml.moveOn(from: mark)
      makeRoom()
      return true
    }
  }

  /// Makes room for the edges that are yet to come, if those go on as they began; once, when there are enough to tell.
  private mutating func makeRoom() {
    guard expectedEdges == 0, graph.edgeCount > 0 else { return }
    if edgesStart == 0 {
      edgesStart = xml.window.offset
      firstEdges = graph.edgeCount
    } else if graph.edgeCount - firstEdges >= 4096 {
      let size = Double(xml.window.offset - edgesStart) / Double(graph.edgeCount - firstEdges)
      expectedEdges = graph.edgeCount + Int(Double(xml.window.fileSize - xml.window.offset) / size * 1.01) + 16
      graph.reserveCapacity(nodes: 0, edges: min(expectedEdges, PropertyGraph.capacity))
    }
  }

  private mutating func construct() throws(PlainStop) -> Bool {
    xml.skipSpace()
    if level == .end, xml.isAtEnd { return false }
    guard xml.place[0] == UInt8(ascii: "<") else { throw xml.stop(at: xml.place) }
    if xml.place[1] == UInt8(ascii: "!") {
      try xml.comment()
      return true
    }
    switch level {
    case .graph: try graphContent()
    case .start: try start()
    case .root: try rootContent()
    case .afterGraph:
      if xml.place[1] == UInt8(ascii: "d") { return try description() }
      try xml.expectEnd("</graphml")
      level = .end
    case .end: throw xml.stop(at: xml.place)
    }
    return true
  }

  private mutating func graphContent() throws(PlainStop) {
    switch xml.place[1] {
    case UInt8(ascii: "e"):
      try xml.expect("<edge")
      try edge()
    case UInt8(ascii: "n"):
      try xml.expect("<node")
      try node()
    case UInt8(ascii: "d"):
      if xml.take("<data") { try graphData() } else { _ = try description() }
    default:
      try xml.expectEnd("</graph")
      try endGraph()
    }
  }

  private mutating func rootContent() throws(PlainStop) {
    switch xml.place[1] {
    case UInt8(ascii: "k"):
      try xml.expect("<key")
      try key()
    case UInt8(ascii: "d"): _ = try description()
    default:
      try xml.expect("<graph")
      try startGraph()
    }
  }

  /// A `<desc>`, which is passed over.
  mutating func description() throws(PlainStop) -> Bool {
    try xml.expect("<desc")
    try onlyOtherAttributes()
    if try !xml.tagEnd() {
      _ = try xml.text()
      try xml.expectEnd("</desc")
    }
    return true
  }
}

// Attributes
extension PlainGraphMLReader {
  @inline(__always)
  static func isNamed(_ attribute: PlainXMLScanner.Attribute, _ name: StaticString) -> Bool {
    guard attribute.name.count == name.utf8CodeUnitCount else { return false }
    for i in 0..<name.utf8CodeUnitCount where attribute.name[i] != name.utf8Start[i] { return false }
    return true
  }

  /// An attribute that means nothing here. Namespaces, and attributes in them, are for libxml2.
  mutating func pass(_ attribute: PlainXMLScanner.Attribute) throws(PlainStop) {
    let name = attribute.name
    guard !PlainGraphMLReader.isNamed(attribute, "xmlns"), !name.contains(UInt8(ascii: ":")), name.count < 1024,
      otherNames.count < 64,
      !otherNames.contains(where: { $0.elementsEqual(name) })
    else { throw .doubt }
    otherNames.append(name)
  }

  /// Begins a tag whose other attributes are looked at.
  @inline(__always)
  mutating func startAttributes() {
    if !otherNames.isEmpty { otherNames.removeAll(keepingCapacity: true) }
  }

  private mutating func onlyOtherAttributes() throws(PlainStop) {
    startAttributes()
    while let attribute = try xml.attribute() { try pass(attribute) }
  }

  /// Keeps the value of an attribute, which must not stand twice.
  @inline(__always)
  static func keep(_ value: PlainXMLScanner.Text, in slot: inout PlainXMLScanner.Text?) throws(PlainStop) {
    guard slot == nil else { throw .doubt }
    slot = value
  }
}

// What stands around nodes and edges
extension PlainGraphMLReader {
  /// The root's tag.
  private mutating func start() throws(PlainStop) {
    try xml.expect("<graphml")
    var attributes: [(name: String, value: String)] = []
    while let attribute = try xml.attribute() {
      let name = String(decoding: attribute.name, as: UTF8.self)
      guard attributes.count < 64, !attributes.contains(where: { $0.name == name }) else { throw .doubt }
      attributes.append((name, String(decoding: attribute.value, as: UTF8.self)))
    }
    guard PlainGraphMLReader.areSound(attributes) else { throw .doubt }
    guard try !xml.tagEnd() else { throw .doubt }
    level = .root
  }

  /// Whether the root's attributes are GraphML's, and their prefixes declared, each once.
  private static func areSound(_ attributes: [(name: String, value: String)]) -> Bool {
    var prefixes: Set<String> = ["xml"]
    for (name, value) in attributes where name.hasPrefix("xmlns") {
      if name == "xmlns" {
        guard value.hasPrefix("http://graphml.graphdrawing.org/") else { return false }
      } else {
        let prefix = String(name.dropFirst(6))
        guard name.hasPrefix("xmlns:"), value.hasPrefix("http://"), !value.hasSuffix("namespace"), prefix != "xml",
          prefix != "xmlns", value != "http://www.w3.org/2000/xmlns/", !prefix.contains(":"),
          prefixes.insert(prefix).inserted
        else { return false }
      }
    }
    // Two prefixes of one namespace could make two names one.
    var localNames: Set<Substring> = []
    return attributes.allSatisfy { name, _ in
      guard !name.hasPrefix("xmlns"), name.contains(":") else { return true }
      let parts = name.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 2 && prefixes.contains(String(parts[0])) && !parts[1].isEmpty
        && localNames.insert(parts[1]).inserted
    }
  }

  private mutating func declaration() throws(PlainStop) {
    try xml.expect(" version=")
    guard xml.take("\"1.0\"") || xml.take("'1.0'") else { throw xml.stop(at: xml.place) }
    for text: StaticString in [
      " encoding=\"UTF-8\"", " encoding='UTF-8'", " encoding=\"utf-8\"", " encoding='utf-8'",
    ] where xml.take(text) {
      break
    }
    for text: StaticString in [
      " standalone=\"no\"", " standalone='no'", " standalone=\"yes\"", " standalone='yes'",
    ] where xml.take(text) {
      break
    }
    xml.skipSpace()
    try xml.expect("?>")
  }

  private mutating func key() throws(PlainStop) {
    startAttributes()
    var values: [String: String] = [:]
    while let attribute = try xml.attribute() {
      try pass(attribute)
      values[String(decoding: attribute.name, as: UTF8.self)] = String(decoding: attribute.value, as: UTF8.self)
    }
    let scope = values["for"] ?? "all"
    guard let id = values["id"], !id.isEmpty,
      ["node", "edge", "graph", "all", "port", "hyperedge", "endpoint", "graphml"].contains(scope)
    else { throw .doubt }
    let key = GraphMLKey(id: id, scope: scope, name: values["attr.name"], type: values["attr.type"])
    if values["yfiles.type"] != nil { key.role = .ignored }
    guard keys.canDeclare(key) else { throw .doubt }
    if try !xml.tagEnd() { try keyContent(key) }
    keys.declare(key)
    if !declaredIDs.insert(id).inserted { hasTwins = true }
  }

  private mutating func keyContent(_ key: GraphMLKey) throws(PlainStop) {
    xml.skipSpace()
    while !xml.take("</key") {
      if xml.take("<default") {
        try onlyOtherAttributes()
        if try xml.tagEnd() {
          key.defaultText = ""
        } else {
          key.defaultText = String(decoding: try xml.text(), as: UTF8.self)
          try xml.expectEnd("</default")
        }
      } else {
        _ = try description()
      }
      xml.skipSpace()
    }
    try xml.expectEnd("")
  }

  private mutating func startGraph() throws(PlainStop) {
    startAttributes()
    var direction: PlainXMLScanner.Text?
    while let attribute = try xml.attribute() {
      if PlainGraphMLReader.isNamed(attribute, "edgedefault") {
        try PlainGraphMLReader.keep(attribute.value, in: &direction)
      } else {
        try pass(attribute)
      }
    }
    let isEmpty = try xml.tagEnd()
    isUndirected = direction.map { String(decoding: $0, as: UTF8.self) == "undirected" } ?? false
    level = .graph
    guard keys.defaults.isEmpty || !hasTwins else { throw .doubt }
    for key in keys.defaults {
      if key.applies(to: "node") { nodeDefaults.add(key, nodeKeys.number(of: key.id, &keys)) }
      if key.applies(to: "edge") { edgeDefaults.add(key, edgeKeys.number(of: key.id, &keys)) }
    }
    if isEmpty { try endGraph() }
  }

  private mutating func endGraph() throws(PlainStop) {
    level = .afterGraph
    for key in keys.defaults where key.applies(to: "graph") && graph.graphProperty(key.name) == nil {
      if let text = key.defaultText, let value = key.value(text) { graph.setGraphProperty(key.name, to: value) }
    }
  }

  /// A data element of the graph as a whole.
  private mutating func graphData() throws(PlainStop) {
    let (id, text) = try data()
    let key = keys.key(String(decoding: id, as: UTF8.self), "graph")
    let content = String(decoding: text, as: UTF8.self)
    if key.role == .realNames {
      if case .map(let map)? = try? JSONParser.parse(Array(text)) {
        keys.rename(map)
        nodeKeys.forgetNumbers()
        edgeKeys.forgetNumbers()
      }
    } else if key.role == .property {
      guard let value = key.value(content) else { throw .doubt }
      graph.setGraphProperty(key.name, to: value)
    }
  }

  /// A data element's key and text, behind `<data`.
  @inline(__always)
  mutating func data() throws(PlainStop) -> (key: PlainXMLScanner.Text, text: PlainXMLScanner.Text) {
    startAttributes()
    var key: PlainXMLScanner.Text?
    while let attribute = try xml.attribute() {
      if PlainGraphMLReader.isNamed(attribute, "key") {
        try PlainGraphMLReader.keep(attribute.value, in: &key)
      } else {
        try pass(attribute)
      }
    }
    guard let key else { throw xml.stop(at: xml.place) }
    if try xml.tagEnd() { return (key, PlainXMLScanner.Text(start: xml.place, count: 0)) }
    let text = try xml.text()
    try xml.expectEnd("</data")
    return (key, text)
  }

  var isGraphUndirected: Bool { isUndirected }
}
