/// Where nodes and edges went in a compaction.
public struct Compaction: Sendable {
  /// By old number, the new one; nil for those that had been removed.
  public var nodes: [NodeID?] = []
  public var edges: [EdgeID?] = []
}

extension PropertyGraph {
  /// Closes the gaps that removals left and frees what only removed nodes and edges needed.
  ///
  /// Order and content stay; the numbers change, and with them the ids made for edges without one. Labels, types and keys
  /// keep their numbers. Complexity: that of building the graph.
  @discardableResult
  public mutating func compact() -> Compaction {
    var result = Compaction()
    var new = emptyCopy()
    new.reserveCapacity(nodes: nodeCount, edges: edgeCount)
    for row in nodeRecords.indices {
      let node = NodeID(rawValue: UInt32(row))
      result.nodes.append(contains(node) ? new.copyNode(node, from: self) : nil)
    }
    for row in edgeRecords.indices {
      let edge = EdgeID(rawValue: UInt32(row))
      let (source, target) = endpoints(of: edge)
      guard contains(edge), let from = result.nodes[source.index], let to = result.nodes[target.index] else {
        result.edges.append(nil)
        continue
      }
      result.edges.append(new.copyEdge(edge, from: self, source: from, target: to))
    }
    for node in new.nodes { new.enterIndexes(node) }
    self = new
    return result
  }

  /// The same labels, types, keys, indexes and properties of the whole, without nodes and edges.
  private func emptyCopy() -> PropertyGraph {
    var new = PropertyGraph()
    new.labelNames = labelNames
    new.typeNames = typeNames
    new.keyNames = keyNames
    new.labelSets = labelSets
    new.labelMembers = labelMembers.map { _ in SortedIDSet() }
    new.typeMembers = typeMembers.map { _ in SortedIDSet() }
    new.indexes = indexes.map { PropertyIndex(label: $0.label, key: $0.key) }
    new.graphProperties = graphProperties
    return new
  }

  private mutating func copyNode(_ old: NodeID, from graph: borrowing PropertyGraph) -> NodeID {
    let node = NodeID(rawValue: UInt32(nodeRecords.count))
    let set = graph.nodeRecords[old.index].labelSet
    _ = nodeNames.add(graph.id(of: old), row: node.rawValue)
    append(NodeRecord(labelSet: set))
    for key in graph.keyIDs(of: old) {
      if let value = graph.property(key, of: old) { put(value, key, of: node) }
    }
    return node
  }

  private mutating func copyEdge(
    _ old: EdgeID, from graph: borrowing PropertyGraph, source: NodeID, target: NodeID
  ) -> EdgeID {
    let edge = EdgeID(rawValue: UInt32(edgeRecords.count))
    if graph.hasStoredID(old) { _ = edgeNames.add(graph.id(of: old), row: edge.rawValue) }
    append(edge, source, target, graph.typeID(of: old))
    for key in graph.keyIDs(of: old) {
      if let value = graph.property(key, of: old) { put(value, key, of: edge) }
    }
    return edge
  }
}
