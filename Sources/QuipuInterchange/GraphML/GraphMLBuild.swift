import QuipuGraph

/// An open element of a GraphML file.
struct GraphMLFrame {
  enum Kind {
    case graph(isUndirected: Bool)
    case node
    case edge

    var element: String {
      switch self {
      case .graph: "graph"
      case .node: "node"
      case .edge: "edge"
      }
    }
  }

  let kind: Kind
  var id: String?
  /// The id of the graph's own, where the file had to use another.
  var uid: String?
  var labels: [String] = []
  /// The label that our writer makes from name or id, which is no property.
  var shownLabel: String?
  var properties: [(String, PropertyValue)] = []
  var seenKeys: [String] = []
  /// A node that is in the graph already, because a graph stands inside it.
  var node: NodeID?

  var source = ""
  var target = ""
  var type: String?
  /// The type by APOC's attribute, which data goes before.
  var attributeType: String?
  var isUndirected = false

  init(_ kind: Kind) { self.kind = kind }

  /// A label drawn by yEd.
  mutating func take(label: String) {
    switch kind {
    case .graph: break
    case .node: if shownLabel == nil { shownLabel = label }
    case .edge: if type == nil { type = label }
    }
  }
}

/// The graph that a GraphML file builds up.
struct GraphMLBuild {
  var graph = PropertyGraph()
  /// Nodes that an edge named and no element declared yet.
  private(set) var impliedNodes: Set<NodeID> = []
  /// Nodes whose id in the file is not their own.
  private var aliases: [String: NodeID] = [:]

  private func find(_ id: String) -> NodeID? {
    aliases.isEmpty ? graph.node(withID: id) : aliases[id] ?? graph.node(withID: id)
  }

  mutating func add(node frame: inout GraphMLFrame) throws(GraphError) {
    let fileID = frame.id ?? ""
    let id = frame.uid ?? fileID
    addShownLabel(&frame, id)
    let node: NodeID
    if let implied = graph.node(withID: id), impliedNodes.remove(implied) != nil {
      node = implied
      try graph.setLabels(frame.labels, of: node)
      for (key, value) in frame.properties { try graph.setProperty(key, to: value, of: node) }
    } else {
      guard aliases[fileID] == nil else { throw .duplicateNodeID(fileID) }
      node = try graph.addNode(id: id, labels: frame.labels, properties: frame.properties)
    }
    if id != fileID { aliases[fileID] = node }
    frame.node = node
  }

  /// Our label is the name or the id again; any other is a property.
  private func addShownLabel(_ frame: inout GraphMLFrame, _ id: String) {
    guard let label = frame.shownLabel else { return }
    for (key, value) in frame.properties where key == "name" {
      if case .string(let name) = value, !name.isEmpty, label == name { return }
    }
    if label != id, !frame.properties.contains(where: { $0.0 == "label" }) {
      frame.properties.append(("label", .string(label)))
    }
  }

  mutating func add(edge frame: GraphMLFrame) throws(GraphError) {
    let source = try end(frame.source)
    let target = try end(frame.target)
    var properties = frame.properties
    if frame.isUndirected, !properties.contains(where: { $0.0 == "symmetric" }) {
      properties.append(("symmetric", true))
    }
    let type = try graph.typeID(adding: frame.type ?? frame.attributeType ?? GraphMLReader.defaultType)
    try graph.addEdge(
      id: try storedID(frame.uid ?? frame.id), from: source, to: target, type: type, properties: properties)
  }

  /// Nil for none, and for the one that the edge answers to without storing it.
  private func storedID(_ id: String?) throws(GraphError) -> String? {
    guard let id else { return nil }
    if graph.edge(withID: id) != nil { throw .duplicateEdgeID(id) }
    return id == "e\(graph.edgeCount)" ? nil : id
  }

  private mutating func end(_ id: String) throws(GraphError) -> NodeID {
    if let node = find(id) { return node }
    let node = try graph.addNode(id: id)
    impliedNodes.insert(node)
    return node
  }
}

/// The keys of a GraphML file.
struct GraphMLKeys {
  /// By id; several when an id is declared for nodes and for edges.
  private var byID: [String: [GraphMLKey]] = [:]
  private(set) var defaults: [GraphMLKey] = []

  func canDeclare(_ key: GraphMLKey) -> Bool {
    !(byID[key.id] ?? []).contains { $0.scope == key.scope }
  }

  mutating func declare(_ key: GraphMLKey) {
    byID[key.id, default: []].append(key)
    if key.defaultText != nil { defaults.append(key) }
  }

  /// A key that is not declared for such an element is taken as one of strings.
  mutating func key(_ id: String, _ element: String) -> GraphMLKey {
    if let declared = byID[id] {
      if let key = declared.first(where: { $0.scope == element }) ?? declared.first(where: { $0.scope == "all" }) {
        return key
      }
    }
    let key = GraphMLKey(undeclared: id)
    byID[id, default: []].append(key)
    return key
  }

  /// Properties get their real names back, by key id.
  mutating func rename(_ map: PropertyMap) {
    for entry in map.entries {
      guard case .string(let name) = entry.value else { continue }
      for key in byID[entry.key] ?? [] { key.name = name }
    }
  }
}
