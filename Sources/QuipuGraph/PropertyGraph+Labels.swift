extension PropertyGraph {
  /// In order of the labels' first use in the graph.
  public func labels(of node: NodeID) -> [String] { labelIDs(of: node).map { name(of: $0) } }

  /// Ascending.
  public func labelIDs(of node: NodeID) -> ArraySlice<LabelID> {
    let set = nodeRecords[node.index].labelSet
    return labelSets.labels(set == none ? 0 : set)
  }

  public func hasLabel(_ label: String, _ node: NodeID) -> Bool {
    labelID(label).map { hasLabel($0, node) } ?? false
  }

  public func hasLabel(_ label: LabelID, _ node: NodeID) -> Bool {
    let set = nodeRecords[node.index].labelSet
    return set != none && labelSets.contains(label, in: set)
  }

  /// Gives the node these labels in place of those it has.
  public mutating func setLabels(_ labels: [String], of node: NodeID) throws(GraphError) {
    try check(node)
    try checkRoomInIndexes(for: node)
    changeLabels(of: node, to: try labelSet(labels))
  }

  /// Does nothing when the node has the label.
  public mutating func addLabel(_ label: String, to node: NodeID) throws(GraphError) {
    try check(node)
    try checkRoomInIndexes(for: node)
    let added = try labelID(adding: label)
    guard !hasLabel(added, node) else { return }
    changeLabels(of: node, to: labelSets.number(ofSorted: (labelIDs(of: node) + [added]).sorted()))
  }

  /// Does nothing when the node lacks the label.
  public mutating func removeLabel(_ label: String, from node: NodeID) throws(GraphError) {
    try check(node)
    guard let removed = labelID(label), hasLabel(removed, node) else { return }
    changeLabels(of: node, to: labelSets.number(ofSorted: labelIDs(of: node).filter { $0 != removed }))
  }

  /// The number of the set of these labels, which are added where new.
  mutating func labelSet(_ labels: [String]) throws(GraphError) -> UInt32 {
    guard let first = labels.first else { return 0 }
    let id = try labelID(adding: first)
    if labels.count == 1 { return labelSets.number(of: id) }
    var ids = [id]
    for label in labels.dropFirst() {
      let id = try labelID(adding: label)
      if !ids.contains(id) { ids.append(id) }
    }
    return labelSets.number(ofSorted: ids.sorted())
  }

  mutating func changeLabels(of node: NodeID, to set: UInt32) {
    let old = nodeRecords[node.index].labelSet
    guard set != old else { return }
    leaveIndexes(node)
    for label in labelSets.labels(old) { labelMembers[label.index].remove(node) }
    for label in labelSets.labels(set) { labelMembers[label.index].insert(node) }
    nodeRecords[node.index].labelSet = set
    enterIndexes(node)
  }
}
