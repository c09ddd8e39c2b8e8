import QuipuCore

/// The number of a set of labels in one graph.
public struct LabelSetID: Hashable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// No label.
  public static let empty = LabelSetID(rawValue: 0)
}

// What readers of large files use: texts as UTF-8 bytes, which the caller has checked, and everything else by number.
extension PropertyGraph {
  /// Complexity: O(length) expected.
  public func node(withID id: UnsafeBufferPointer<UInt8>) -> NodeID? {
    nodeNames.row(id).map(NodeID.init(rawValue:))
  }

  /// The node of this id, looked for first where the caller expects it: that saves hashing. The guess need not be a node.
  /// Complexity: O(length) expected.
  public func node(withID id: UnsafeBufferPointer<UInt8>, near guess: UInt32) -> NodeID? {
    nodeNames.isNamed(guess, id) ? NodeID(rawValue: guess) : node(withID: id)
  }

  /// The set of the node's labels; empty for a removed node.
  @inlinable public func labelSetID(of node: NodeID) -> LabelSetID {
    let set = nodeRecords[node.index].labelSet
    return LabelSetID(rawValue: set == none ? 0 : set)
  }

  /// The labels of a set, ascending.
  public func labelIDs(in set: LabelSetID) -> ArraySlice<LabelID> { labelSets.labels(set.rawValue) }

  /// The number of the set of these labels, which are added where new.
  public mutating func labelSetID(adding labels: [String]) throws(GraphError) -> LabelSetID {
    LabelSetID(rawValue: try labelSet(labels))
  }

  /// The string's number, given now when it is new. Complexity: O(length), amortised and expected.
  public mutating func stringID(adding bytes: UnsafeBufferPointer<UInt8>) throws(GraphError) -> StringID {
    try checkRoom(bytes: bytes.count)
    return StringID(rawValue: strings.intern(bytes))
  }

  /// Adds a node without properties.
  public mutating func addNode(
    id: UnsafeBufferPointer<UInt8>, labels: LabelSetID
  ) throws(GraphError) -> NodeID {
    guard nodeRecords.count < PropertyGraph.capacity else {
      throw .capacity(what: "nodes", limit: PropertyGraph.capacity)
    }
    try checkRoom(bytes: id.count, in: nodeNames)
    let node = NodeID(rawValue: UInt32(nodeRecords.count))
    guard nodeNames.add(id, row: node.rawValue) else { throw .duplicateNodeID(String(decoding: id, as: UTF8.self)) }
    append(NodeRecord(labelSet: labels.rawValue))
    if !indexes.isEmpty { enterIndexes(node) }
    return node
  }

  /// Gives the node these labels in place of those it has.
  public mutating func setLabels(_ labels: LabelSetID, of node: NodeID) throws(GraphError) {
    try check(node)
    try checkRoomInIndexes(for: node)
    changeLabels(of: node, to: labels.rawValue)
  }

  /// Adds an edge without properties. An id that the edge answers to without one, as those made from its number are, is
  /// not stored; one that another edge answers to is refused.
  public mutating func addEdge(
    id: UnsafeBufferPointer<UInt8>?, from source: NodeID, to target: NodeID, type: TypeID
  ) throws(GraphError) -> EdgeID {
    try check(source)
    try check(target)
    guard edgeRecords.count < PropertyGraph.capacity else {
      throw .capacity(what: "edges", limit: PropertyGraph.capacity)
    }
    let edge = EdgeID(rawValue: UInt32(edgeRecords.count))
    if let id { try enter(id, edge) }
    append(edge, source, target, type)
    return edge
  }

  private mutating func enter(_ id: UnsafeBufferPointer<UInt8>, _ edge: EdgeID) throws(GraphError) {
    if PropertyGraph.isMade(id, edge) {
      if edgeNames.strings.count == 0 || edgeNames.row(id) == nil { return }
      throw .duplicateEdgeID(String(decoding: id, as: UTF8.self))
    }
    try checkRoom(bytes: id.count, in: edgeNames)
    // Only such an id can be one that an edge answers to by its number.
    if id.count > 1, id[0] == UInt8(ascii: "e"), id[1] >= 0x30, id[1] <= 0x39 {
      let text = String(decoding: id, as: UTF8.self)
      if self.edge(withID: text) != nil { throw .duplicateEdgeID(text) }
    }
    guard edgeNames.add(id, row: edge.rawValue) else {
      throw .duplicateEdgeID(String(decoding: id, as: UTF8.self))
    }
  }

  /// Whether the id is `e` and the edge's number.
  private static func isMade(_ id: UnsafeBufferPointer<UInt8>, _ edge: EdgeID) -> Bool {
    guard id.count > 1, id.count <= 11, id[0] == UInt8(ascii: "e") else { return false }
    guard id[1] != UInt8(ascii: "0") || id.count == 2 else { return false }
    var number: UInt64 = 0
    for i in 1..<id.count {
      guard id[i] >= 0x30, id[i] <= 0x39 else { return false }
      number = number * 10 + UInt64(id[i] - 0x30)
    }
    return number == UInt64(edge.rawValue)
  }
}

// Properties of nodes, which are there
extension PropertyGraph {
  /// Sets or replaces the property. Complexity: O(1) expected, and the indexes it is in.
  public mutating func setProperty(_ key: KeyID, int value: Int64, of node: NodeID) throws(GraphError) {
    try change(key, of: node) { graph in
      graph.nodeProperties.set(node.rawValue, key, word: value, .int, &graph.strings)
    }
  }

  public mutating func setProperty(_ key: KeyID, double value: Double, of node: NodeID) throws(GraphError) {
    let word = Int64(bitPattern: value.bitPattern)
    try change(key, of: node) { graph in
      graph.nodeProperties.set(node.rawValue, key, word: word, .double, &graph.strings)
    }
  }

  public mutating func setProperty(_ key: KeyID, string value: StringID, of node: NodeID) throws(GraphError) {
    try change(key, of: node) { graph in
      graph.nodeProperties.set(node.rawValue, key, stringID: value.rawValue, &graph.strings)
    }
  }

  /// `.null` removes the property.
  public mutating func setProperty(_ key: KeyID, to value: PropertyValue, of node: NodeID) throws(GraphError) {
    try checkRoom(bytes: PropertyGraph.byteCount(value))
    try change(key, of: node) { $0.put(value, key, of: node) }
  }

  @inline(__always)
  private mutating func change(
    _ key: KeyID, of node: NodeID, _ body: (inout PropertyGraph) -> Void
  ) throws(GraphError) {
    try check(node)
    if indexes.isEmpty { return body(&self) }
    leaveIndexes(node, key: key)
    body(&self)
    enterIndexes(node, key: key)
  }
}

// Properties of edges
extension PropertyGraph {
  /// Sets or replaces the property. Complexity: O(1) expected.
  public mutating func setProperty(_ key: KeyID, int value: Int64, of edge: EdgeID) throws(GraphError) {
    try check(edge)
    edgeProperties.set(edge.rawValue, key, word: value, .int, &strings)
  }

  public mutating func setProperty(_ key: KeyID, double value: Double, of edge: EdgeID) throws(GraphError) {
    try check(edge)
    edgeProperties.set(edge.rawValue, key, word: Int64(bitPattern: value.bitPattern), .double, &strings)
  }

  public mutating func setProperty(_ key: KeyID, string value: StringID, of edge: EdgeID) throws(GraphError) {
    try check(edge)
    edgeProperties.set(edge.rawValue, key, stringID: value.rawValue, &strings)
  }

  /// `.null` removes the property.
  public mutating func setProperty(_ key: KeyID, to value: PropertyValue, of edge: EdgeID) throws(GraphError) {
    try check(edge)
    try checkRoom(bytes: PropertyGraph.byteCount(value))
    put(value, key, of: edge)
  }
}
