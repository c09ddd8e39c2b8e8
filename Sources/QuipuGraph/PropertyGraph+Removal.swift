extension PropertyGraph {
  /// Removes the edge with its properties; its id is free again. Complexity: O(keys of the graph).
  public mutating func removeEdge(_ edge: EdgeID) throws(GraphError) {
    try check(edge)
    let record = edgeRecords[edge.index]
    unlinkOut(record)
    unlinkIn(record)
    edgeRecords[edge.index].isRemoved = true
    typeMembers[record.type.index].remove(edge)
    edgeProperties.removeAll(edge.rawValue)
    edgeNames.remove(edge.rawValue)
    edgeCount -= 1
  }

  /// Removes the node with its properties; its id is free again.
  ///
  /// - Parameter detaching: whether its edges go first; else a node that has any stays, with an error.
  public mutating func removeNode(_ node: NodeID, detaching: Bool = false) throws(GraphError) {
    try check(node)
    let edges = edgesAtEnds(of: node)
    guard detaching || edges.isEmpty else { throw .nodeHasEdges(id: id(of: node), edges: edges.count) }
    for edge in edges { try removeEdge(edge) }
    leaveIndexes(node)
    for label in labelIDs(of: node) { labelMembers[label.index].remove(node) }
    nodeRecords[node.index].labelSet = none
    nodeProperties.removeAll(node.rawValue)
    nodeNames.remove(node.rawValue)
    nodeCount -= 1
  }

  /// Outgoing edges, then the incoming ones that are no loops.
  private func edgesAtEnds(of node: NodeID) -> [EdgeID] {
    Array(outgoing(node)) + incoming(node).filter { source(of: $0) != node }
  }

  private mutating func unlinkOut(_ record: EdgeRecord) {
    let node = record.source.index
    if record.previousOut == none {
      nodeRecords[node].firstOut = record.nextOut
    } else {
      edgeRecords[Int(record.previousOut)].nextOut = record.nextOut
    }
    if record.nextOut == none {
      nodeRecords[node].lastOut = record.previousOut
    } else {
      edgeRecords[Int(record.nextOut)].previousOut = record.previousOut
    }
    nodeRecords[node].outDegree -= 1
  }

  private mutating func unlinkIn(_ record: EdgeRecord) {
    let node = record.target.index
    if record.previousIn == none {
      nodeRecords[node].firstIn = record.nextIn
    } else {
      edgeRecords[Int(record.previousIn)].nextIn = record.nextIn
    }
    if record.nextIn == none {
      nodeRecords[node].lastIn = record.previousIn
    } else {
      edgeRecords[Int(record.nextIn)].previousIn = record.previousIn
    }
    nodeRecords[node].inDegree -= 1
  }
}
