import QuipuGraph

/// Reads node-link JSON: `nodes` with `edges` or `links`, or Cytoscape.js' `elements`. The whole file is held in memory.
///
/// Ids may be strings or numbers. An edge's type is its `type`, else its `label`, else `RELATED_TO`; a node's labels
/// are its list `labels`. A file that says `"directed": false` gives edges with `symmetric` = true.
enum JSONGraphReader {
  static func read(_ path: String) throws(InterchangeError) -> ImportedGraph {
    let bytes = try InputFile.bytes(path)
    let root: PropertyValue
    do throws(JSONError) {
      root = try JSONParser.parse(bytes)
    } catch {
      let place = lineAndColumn(bytes, error.offset)
      throw InterchangeError(
        path: path, line: place.line, column: place.column, reason: "no JSON: \(error.reason)",
        advice: "mend the file there, or export it anew")
    }
    guard case .map(let map) = root else { throw fault(path, "the file holds no JSON object") }
    var build = JSONBuild(path: path, root: map)
    try build.run()
    return ImportedGraph(graph: build.graph, notes: build.notes)
  }

  fileprivate static func fault(_ path: String, _ reason: String) -> InterchangeError {
    InterchangeError(
      path: path, line: 1, column: 1, reason: reason,
      advice: "a graph is an object with \"nodes\" and \"edges\" (or \"links\")")
  }

  /// Both from 1; the column in bytes.
  static func lineAndColumn(_ bytes: [UInt8], _ offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line, before.count - start + 1)
  }
}

/// The graph that a JSON file builds up.
private struct JSONBuild {
  let path: String
  let root: PropertyMap
  var graph = PropertyGraph()
  private let isOurs: Bool
  private var impliedNodes = 0
  private var droppedIDs = 0

  init(path: String, root: PropertyMap) {
    self.path = path
    self.root = root
    isOurs = root["generator"] == .string(JSONDialect.generator)
  }

  var notes: [String] {
    (impliedNodes > 0 ? ["\(impliedNodes) nodes named by edges only"] : [])
      + (droppedIDs > 0 ? ["\(droppedIDs) edge ids that occur twice left out"] : [])
  }

  mutating func run() throws(InterchangeError) {
    var holder = root
    if case .map(let elements)? = root["elements"] { holder = elements }
    guard case .list(let nodes)? = holder["nodes"] else {
      throw JSONGraphReader.fault(path, "no list \"nodes\" in this file")
    }
    guard case .list(let edges)? = holder["edges"] ?? holder["links"] else {
      throw JSONGraphReader.fault(path, "no list \"edges\" or \"links\" in this file")
    }
    for key in ["graph", "data"] {
      guard case .map(let properties)? = root[key] else { continue }
      for entry in properties.entries { graph.setGraphProperty(entry.key, to: entry.value) }
    }
    for (i, node) in nodes.enumerated() { try add(node: try map(node, "node", i), i) }
    for (i, edge) in edges.enumerated() { try add(edge: try map(edge, "edge", i), i) }
  }

  /// The element's members, out of Cytoscape's wrapping.
  private func map(_ value: PropertyValue, _ what: String, _ index: Int) throws(InterchangeError) -> PropertyMap {
    guard case .map(let map) = value else { throw fault("\(what) \(index + 1) is no object") }
    if case .map(let data)? = map["data"], map["id"] == nil, map["source"] == nil { return data }
    return map
  }

  private func fault(_ reason: String, _ advice: String = "mend the file, or export it anew") -> InterchangeError {
    InterchangeError(path: path, reason: reason, advice: advice)
  }

  private func id(_ value: PropertyValue?) -> String? {
    switch value {
    case .string(let text)?: text
    case .int, .double, .bool: value.map(PlainText.text)
    default: nil
    }
  }

  private func properties(
    _ map: PropertyMap, without taken: Set<String>, _ names: [String]
  ) -> [(String, PropertyValue)] {
    map.entries.filter { !taken.contains($0.key) }.map { entry in
      (isOurs ? JSONDialect.unescaped(entry.key, names) : entry.key, entry.value)
    }
  }

  private mutating func add(node map: PropertyMap, _ index: Int) throws(InterchangeError) {
    guard let id = id(map["id"]) else { throw fault("node \(index + 1) has no id", "give every node an id") }
    var labels: [String] = []
    var taken: Set<String> = ["id"]
    if case .list(let list)? = map["labels"], list.allSatisfy({ $0.kind == .string }) {
      labels = list.compactMap { if case .string(let label) = $0 { label } else { nil } }
      taken.insert("labels")
    }
    let properties = properties(map, without: taken, JSONDialect.nodeNames)
    try add { (graph) throws(GraphError) in _ = try graph.addNode(id: id, labels: labels, properties: properties) }
  }

  private mutating func add(_ change: (inout PropertyGraph) throws(GraphError) -> Void) throws(InterchangeError) {
    do throws(GraphError) { try change(&graph) } catch { throw fault(error.inFile.reason, error.inFile.advice) }
  }

  private mutating func end(_ value: PropertyValue?, _ index: Int) throws(InterchangeError) -> NodeID {
    guard let id = id(value) else {
      throw fault("edge \(index + 1) has no source or target", "name both ends of every edge")
    }
    if let node = graph.node(withID: id) { return node }
    impliedNodes += 1
    try add { (graph) throws(GraphError) in _ = try graph.addNode(id: id) }
    return NodeID(rawValue: UInt32(graph.nodeCount - 1))
  }

  private mutating func add(edge map: PropertyMap, _ index: Int) throws(InterchangeError) {
    let source = try end(map["source"], index)
    let target = try end(map["target"], index)
    var taken: Set<String> = ["source", "target", "id"]
    let typeName = ["type", "label"].first { map[$0]?.kind == .string }
    if let typeName { taken.insert(typeName) }
    var type = GraphMLReader.defaultType
    if let typeName, case .string(let text)? = map[typeName] { type = text }
    // NetworkX counts its keys for each pair of nodes: they are no ids of edges.
    if isOurs || map["key"]?.kind == .int { taken.insert("key") }
    var edgeID = id(map["id"]) ?? (isOurs ? id(map["key"]) : nil)
    if let known = edgeID, graph.edge(withID: known) != nil {
      if isOurs { throw fault("a second edge with the id '\(known)'", "give every edge an id of its own, or none") }
      droppedIDs += 1
      edgeID = nil
    }
    if edgeID == "e\(graph.edgeCount)" { edgeID = nil }
    var properties = properties(map, without: taken, JSONDialect.edgeNames)
    if root["directed"] == .bool(false), map["symmetric"] == nil { properties.append(("symmetric", true)) }
    try add { (graph) throws(GraphError) in
      _ = try graph.addEdge(id: edgeID, from: source, to: target, type: type, properties: properties)
    }
  }
}
