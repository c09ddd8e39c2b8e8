/// Finds nodes by the value of one key, among those with a label, or all.
struct PropertyIndex: Sendable {
  let label: LabelID?
  let key: KeyID
  /// Only ever looked up in, never walked: its order is random.
  var nodes: [PropertyValue: SortedIDSet<NodeID>] = [:]

  mutating func insert(_ node: NodeID, _ value: PropertyValue) { nodes[value, default: SortedIDSet()].insert(node) }

  mutating func remove(_ node: NodeID, _ value: PropertyValue) {
    guard let position = nodes.index(forKey: value) else { return }
    nodes.values[position].remove(node)
    if nodes.values[position].isEmpty { nodes.remove(at: position) }
  }
}

extension PropertyGraph {
  /// Makes lookups by this key O(1) from now on, for nodes with the label, or for all when it is nil. Does nothing when
  /// there is such an index. Complexity: O(nodes).
  public mutating func createIndex(on label: String?, key: String) throws(GraphError) {
    var labelID: LabelID?
    if let label { labelID = try self.labelID(adding: label) }
    let keyID = keyID(adding: key)
    guard !indexes.contains(where: { $0.label == labelID && $0.key == keyID }) else { return }
    indexes.append(PropertyIndex(label: labelID, key: keyID))
    let last = indexes.count - 1
    for node in nodes {
      if let value = indexedValue(last, node) { indexes[last].insert(node, value) }
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
    if let index = indexes.first(where: { $0.key == key && $0.label == label }) {
      return index.nodes[value].map(Array.init) ?? []
    }
    if let label, let index = indexes.first(where: { $0.key == key && $0.label == nil }) {
      return index.nodes[value]?.filter { hasLabel(label, $0) } ?? []
    }
    guard let label else { return nodeProperties.matches(among: nodes, key, value, strings) }
    return nodeProperties.matches(among: nodes(label: label), key, value, strings)
  }

  /// Puts the node into the indexes that it belongs to, or those of one key.
  mutating func enterIndexes(_ node: NodeID, key: KeyID? = nil) {
    for i in indexes.indices where key == nil || indexes[i].key == key {
      guard let value = indexedValue(i, node) else { continue }
      indexes[i].insert(node, value)
    }
  }

  /// Takes the node out of the indexes; to be called while it still has the value and labels that put it there.
  mutating func leaveIndexes(_ node: NodeID, key: KeyID? = nil) {
    for i in indexes.indices where key == nil || indexes[i].key == key {
      guard let value = indexedValue(i, node) else { continue }
      indexes[i].remove(node, value)
    }
  }

  /// The value under which the index has the node, if it does. What does not equal itself (NaN) is never found.
  func indexedValue(_ i: Int, _ node: NodeID) -> PropertyValue? {
    if let label = indexes[i].label, !hasLabel(label, node) { return nil }
    return property(indexes[i].key, of: node).flatMap { $0 == $0 ? $0 : nil }
  }
}
