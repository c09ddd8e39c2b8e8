extension PropertyGraph {
  /// Makes lookups by this key O(1) from now on, for nodes with the label, or for all when it is nil. Does nothing when
  /// there is such an index. Complexity: O(nodes).
  public mutating func createIndex(on label: String?, key: String) throws(GraphError) {
    var labelID: LabelID?
    if let label { labelID = try self.labelID(adding: label) }
    let keyID = keyID(adding: key)
    guard !indexes.contains(where: { $0.label == labelID && $0.key == keyID }) else { return }
    try checkRoom(bytes: nodeProperties.bytesOutsideTable(keyID))
    // Filled outside the graph, so that an array of the graph's is not changed for each node.
    var index = PropertyIndex(label: labelID, key: keyID)
    if let labelID {
      fill(&index, labelMembers[labelID.index])
    } else {
      fill(&index, nodes)
    }
    indexes.append(index)
  }

  private mutating func fill(_ index: inout PropertyIndex, _ nodes: some Sequence<NodeID>) {
    let column = column(ofNodes: index.key)
    if column.form == .strings {
      index.strings.reserveCapacity(index.label.map { labelMembers[$0.index].count } ?? nodeCount)
      for node in nodes {
        if let string = column.string(node) { index.strings.insert(node, string.rawValue) }
      }
    } else {
      for node in nodes {
        if let entry = indexEntry(index.label, index.key, node) { index.insert(node, entry) }
      }
    }
  }

  /// Does nothing when there is no such index.
  public mutating func dropIndex(on label: String?, key: String) {
    let labelID = label.flatMap { self.labelID($0) }
    guard let keyID = keyID(key), label == nil || labelID != nil else { return }
    indexes.removeAll { $0.key == keyID && $0.label == labelID }
  }

  /// The indexes in order of creation.
  public var indexedProperties: [(label: String?, key: String)] {
    indexes.map { (label: $0.label.map { name(of: $0) }, key: name(of: $0.key)) }
  }

  /// Whether lookups by this key, among nodes with the label or (nil) among all, are answered from an index.
  public func hasIndex(label: LabelID?, key: KeyID) -> Bool {
    indexes.contains { $0.key == key && ($0.label == label || $0.label == nil) }
  }

  /// The nodes whose property equals the value (`PropertyValue.==`), ascending.
  ///
  /// Complexity: O(found) with an index on the key for this label or for all nodes; else O(nodes with the label).
  public func nodes(where key: String, equals value: PropertyValue, label: String? = nil) -> [NodeID] {
    guard let keyID = keyID(key) else { return [] }
    var labelID: LabelID?
    if let label {
      guard let known = self.labelID(label) else { return [] }
      labelID = known
    }
    return nodes(where: keyID, equals: value, label: labelID)
  }

  public func nodes(where key: KeyID, equals value: PropertyValue, label: LabelID? = nil) -> [NodeID] {
    var found: [NodeID] = []
    forEachNode(where: key, equals: value, label: label) { node in
      found.append(node)
      return true
    }
    return found
  }

  /// The same nodes one by one, ascending, until `body` returns false; nothing is allocated.
  public func forEachNode(
    where key: KeyID, equals value: PropertyValue, label: LabelID? = nil, _ body: (NodeID) -> Bool
  ) {
    if let i = indexes.firstIndex(where: { $0.key == key && $0.label == label }) {
      indexes[i].forEach(value, strings, body)
    } else if let label, let i = indexes.firstIndex(where: { $0.key == key && $0.label == nil }) {
      indexes[i].forEach(value, strings) { !hasLabel(label, $0) || body($0) }
    } else if let label {
      nodeProperties.forEachMatch(among: nodes(label: label), key, value, strings, body)
    } else {
      nodeProperties.forEachMatch(among: nodes, key, value, strings, body)
    }
  }

  /// Puts the node into the indexes that it belongs to, or those of one key.
  mutating func enterIndexes(_ node: NodeID, key: KeyID? = nil) {
    for i in indexes.indices where key == nil || indexes[i].key == key {
      guard let entry = indexEntry(indexes[i].label, indexes[i].key, node) else { continue }
      indexes[i].insert(node, entry)
    }
  }

  /// Takes the node out of the indexes; to be called while it still has the value and labels that put it there.
  mutating func leaveIndexes(_ node: NodeID, key: KeyID? = nil) {
    for i in indexes.indices where key == nil || indexes[i].key == key {
      guard let entry = indexEntry(indexes[i].label, indexes[i].key, node) else { continue }
      indexes[i].remove(node, entry)
    }
  }

  /// Strings of general columns are in no table before an index takes them in.
  func checkRoomInIndexes(for node: NodeID) throws(GraphError) {
    guard !indexes.isEmpty else { return }
    var bytes = 0
    for index in indexes where form(ofNodes: index.key) == .general {
      bytes += property(index.key, of: node).map(PropertyGraph.byteCount) ?? 0
    }
    try checkRoom(bytes: bytes)
  }

  /// Under what an index with this label and key has the node, if it does. What does not equal itself (NaN) is never
  /// found.
  mutating func indexEntry(_ label: LabelID?, _ key: KeyID, _ node: NodeID) -> PropertyIndex.Entry? {
    if let label, !hasLabel(label, node) { return nil }
    if let string = stringID(key, of: node) { return .string(string.rawValue) }
    guard let value = property(key, of: node), value == value else { return nil }
    if case .string(let text) = value { return .string(strings.intern(text)) }
    return .other(value)
  }
}
