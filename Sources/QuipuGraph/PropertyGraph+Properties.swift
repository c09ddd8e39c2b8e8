import QuipuCore

// Properties of nodes
extension PropertyGraph {
  /// Nil when the node has no such property.
  public func property(_ key: String, of node: NodeID) -> PropertyValue? {
    keyID(key).flatMap { property($0, of: node) }
  }

  public func property(_ key: KeyID, of node: NodeID) -> PropertyValue? {
    nodeProperties.value(node.rawValue, key, strings)
  }

  /// In order of the keys' first use in the graph. Complexity: O(keys of the graph).
  public func properties(of node: NodeID) -> [(key: String, value: PropertyValue)] {
    nodeProperties.keys(node.rawValue).compactMap { key in
      property(key, of: node).map { (key: name(of: key), value: $0) }
    }
  }

  /// Ascending.
  public func keyIDs(of node: NodeID) -> [KeyID] { nodeProperties.keys(node.rawValue) }

  /// Sets or replaces the property; `.null` removes it. Complexity: O(1) expected, and the indexes it is in.
  public mutating func setProperty(_ key: String, to value: PropertyValue, of node: NodeID) throws(GraphError) {
    try check(node)
    try checkRoom(bytes: PropertyGraph.byteCount(value))
    let key = keyID(adding: key)
    leaveIndexes(node, key: key)
    put(value, key, of: node)
    enterIndexes(node, key: key)
  }

  /// Does nothing when the node has no such property.
  public mutating func removeProperty(_ key: String, of node: NodeID) throws(GraphError) {
    try check(node)
    guard let key = keyID(key) else { return }
    leaveIndexes(node, key: key)
    nodeProperties.remove(node.rawValue, key)
  }

  mutating func put(_ value: PropertyValue, _ key: KeyID, of node: NodeID) {
    if case .null = value {
      nodeProperties.remove(node.rawValue, key)
    } else {
      nodeProperties.set(node.rawValue, key, value, &strings)
    }
  }
}

// Properties of edges
extension PropertyGraph {
  /// Nil when the edge has no such property.
  public func property(_ key: String, of edge: EdgeID) -> PropertyValue? {
    keyID(key).flatMap { property($0, of: edge) }
  }

  public func property(_ key: KeyID, of edge: EdgeID) -> PropertyValue? {
    edgeProperties.value(edge.rawValue, key, strings)
  }

  /// In order of the keys' first use in the graph. Complexity: O(keys of the graph).
  public func properties(of edge: EdgeID) -> [(key: String, value: PropertyValue)] {
    edgeProperties.keys(edge.rawValue).compactMap { key in
      property(key, of: edge).map { (key: name(of: key), value: $0) }
    }
  }

  /// Ascending.
  public func keyIDs(of edge: EdgeID) -> [KeyID] { edgeProperties.keys(edge.rawValue) }

  /// Sets or replaces the property; `.null` removes it. Complexity: O(1) expected.
  public mutating func setProperty(_ key: String, to value: PropertyValue, of edge: EdgeID) throws(GraphError) {
    try check(edge)
    try checkRoom(bytes: PropertyGraph.byteCount(value))
    put(value, keyID(adding: key), of: edge)
  }

  /// Does nothing when the edge has no such property.
  public mutating func removeProperty(_ key: String, of edge: EdgeID) throws(GraphError) {
    try check(edge)
    if let key = keyID(key) { edgeProperties.remove(edge.rawValue, key) }
  }

  mutating func put(_ value: PropertyValue, _ key: KeyID, of edge: EdgeID) {
    if case .null = value {
      edgeProperties.remove(edge.rawValue, key)
    } else {
      edgeProperties.set(edge.rawValue, key, value, &strings)
    }
  }
}

// Properties of the graph
extension PropertyGraph {
  public func graphProperty(_ key: String) -> PropertyValue? {
    graphProperties.first { sameBytes($0.key, key) }?.value
  }

  /// Sets or replaces the property, which keeps its place; `.null` removes it.
  public mutating func setGraphProperty(_ key: String, to value: PropertyValue) {
    let place = graphProperties.firstIndex { sameBytes($0.key, key) }
    switch (place, value) {
    case (let i?, .null): graphProperties.remove(at: i)
    case (let i?, _): graphProperties[i].value = value
    case (nil, .null): break
    case (nil, _): graphProperties.append((key, value))
    }
  }
}
