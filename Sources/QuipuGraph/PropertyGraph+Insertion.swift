import QuipuCore

extension PropertyGraph {
  /// The most nodes, and the most edges, that a graph numbers, removed ones included until `compact()`.
  public static let capacity = Int(UInt32.max) - 1
  /// The most labels, and the most types.
  public static let nameCapacity = Int(UInt16.max)
  /// The most bytes that ids, and string values, have in all.
  static let byteCapacity = Int(UInt32.max)

  /// The numbers that the next node and edge will have.
  public var nextNodeNumber: UInt32 { UInt32(nodeRecords.count) }
  public var nextEdgeNumber: UInt32 { UInt32(edgeRecords.count) }

  /// Adds a node. Labels are a set: order and repetition don't count. Of two properties with one key the later stands;
  /// a null is no property.
  ///
  /// Complexity: O(labels + properties + length of the strings), amortised and expected.
  @discardableResult
  public mutating func addNode(
    id: String, labels: [String] = [], properties: [(String, PropertyValue)] = []
  ) throws(GraphError) -> NodeID {
    guard nodeRecords.count < PropertyGraph.capacity else {
      throw .capacity(what: "nodes", limit: PropertyGraph.capacity)
    }
    try checkRoom(for: id, in: nodeNames)
    try checkRoom(for: properties)
    let node = NodeID(rawValue: UInt32(nodeRecords.count))
    guard nodeNames.add(id, row: node.rawValue) else { throw .duplicateNodeID(id) }
    do throws(GraphError) {
      append(NodeRecord(labelSet: try labelSet(labels)))
    } catch {
      nodeNames.remove(node.rawValue)
      throw error
    }
    for (key, value) in properties { put(value, keyID(adding: key), of: node) }
    if !indexes.isEmpty { enterIndexes(node) }
    return node
  }

  /// Adds an edge, parallel ones and loops included. Without an id it answers to one made from its number.
  ///
  /// Complexity: O(properties + length of the strings), amortised and expected.
  @discardableResult
  public mutating func addEdge(
    id: String? = nil, from source: NodeID, to target: NodeID, type: String,
    properties: [(String, PropertyValue)] = []
  ) throws(GraphError) -> EdgeID {
    let edge = try newEdge(id, source, target, properties)
    do throws(GraphError) {
      append(edge, source, target, try typeID(adding: type))
    } catch {
      edgeNames.remove(edge.rawValue)
      throw error
    }
    for (key, value) in properties { put(value, keyID(adding: key), of: edge) }
    return edge
  }

  /// The same with the type's number, which saves looking it up.
  @discardableResult
  public mutating func addEdge(
    id: String? = nil, from source: NodeID, to target: NodeID, type: TypeID,
    properties: [(String, PropertyValue)] = []
  ) throws(GraphError) -> EdgeID {
    let edge = try newEdge(id, source, target, properties)
    append(edge, source, target, type)
    for (key, value) in properties { put(value, keyID(adding: key), of: edge) }
    return edge
  }

  /// The next edge's number, its id entered, when nothing stands against the edge.
  private mutating func newEdge(
    _ id: String?, _ source: NodeID, _ target: NodeID, _ properties: [(String, PropertyValue)]
  ) throws(GraphError) -> EdgeID {
    try check(source)
    try check(target)
    guard edgeRecords.count < PropertyGraph.capacity else {
      throw .capacity(what: "edges", limit: PropertyGraph.capacity)
    }
    try checkRoom(for: properties)
    let edge = EdgeID(rawValue: UInt32(edgeRecords.count))
    if let id {
      try checkRoom(for: id, in: edgeNames)
      guard edgeNames.add(id, row: edge.rawValue) else { throw .duplicateEdgeID(id) }
    }
    return edge
  }

  /// Appends the record, and enters it under its labels.
  mutating func append(_ record: NodeRecord) {
    let node = NodeID(rawValue: UInt32(nodeRecords.count))
    nodeRecords.appendSparingly(record)
    nodeCount += 1
    for label in labelSets.labels(record.labelSet) { labelMembers[label.index].insert(node) }
  }

  mutating func append(_ edge: EdgeID, _ source: NodeID, _ target: NodeID, _ type: TypeID) {
    link(edge, source, target, type)
    typeMembers[type.index].insert(edge)
    edgeCount += 1
  }

  /// Appends the record, and puts it at the end of both lists.
  private mutating func link(_ edge: EdgeID, _ source: NodeID, _ target: NodeID, _ type: TypeID) {
    let previousOut = nodeRecords[source.index].lastOut
    nodeRecords[source.index].lastOut = edge.rawValue
    nodeRecords[source.index].outDegree += 1
    let previousIn = nodeRecords[target.index].lastIn
    nodeRecords[target.index].lastIn = edge.rawValue
    nodeRecords[target.index].inDegree += 1
    edgeRecords.appendSparingly(
      EdgeRecord(source: source, target: target, type: type, previousOut: previousOut, previousIn: previousIn))
    if previousOut == none {
      nodeRecords[source.index].firstOut = edge.rawValue
    } else {
      edgeRecords[Int(previousOut)].nextOut = edge.rawValue
    }
    if previousIn == none {
      nodeRecords[target.index].firstIn = edge.rawValue
    } else {
      edgeRecords[Int(previousIn)].nextIn = edge.rawValue
    }
  }

  private func checkRoom(for id: String, in names: borrowing NameTable) throws(GraphError) {
    try checkRoom(bytes: id.utf8.count, in: names)
  }

  func checkRoom(bytes: Int, in names: borrowing NameTable) throws(GraphError) {
    guard names.strings.byteCount + bytes <= PropertyGraph.byteCapacity else {
      throw .capacity(what: "bytes of ids", limit: PropertyGraph.byteCapacity)
    }
  }

  func checkRoom(for properties: [(String, PropertyValue)]) throws(GraphError) {
    try checkRoom(bytes: properties.reduce(0) { $0 + PropertyGraph.byteCount($1.1) })
  }

  /// The bytes that a value takes in the table of strings at most.
  static func byteCount(_ value: PropertyValue) -> Int {
    if case .string(let text) = value { text.utf8.count } else { 0 }
  }

  func checkRoom(bytes: Int) throws(GraphError) {
    guard strings.byteCount + bytes <= PropertyGraph.byteCapacity else {
      throw .capacity(what: "bytes of text in properties", limit: PropertyGraph.byteCapacity)
    }
  }
}
