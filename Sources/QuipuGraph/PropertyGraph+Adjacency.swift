extension PropertyGraph {
  /// The name of the edge's type.
  public func type(of edge: EdgeID) -> String { name(of: typeID(of: edge)) }

  @inlinable public func typeID(of edge: EdgeID) -> TypeID { edgeRecords[edge.index].type }
  @inlinable public func source(of edge: EdgeID) -> NodeID { edgeRecords[edge.index].source }
  @inlinable public func target(of edge: EdgeID) -> NodeID { edgeRecords[edge.index].target }

  @inlinable public func endpoints(of edge: EdgeID) -> (source: NodeID, target: NodeID) {
    (edgeRecords[edge.index].source, edgeRecords[edge.index].target)
  }

  @inlinable public func outDegree(of node: NodeID) -> Int { Int(nodeRecords[node.index].outDegree) }
  @inlinable public func inDegree(of node: NodeID) -> Int { Int(nodeRecords[node.index].inDegree) }

  /// Outgoing and incoming edges together; a loop counts twice.
  @inlinable public func degree(of node: NodeID) -> Int { outDegree(of: node) + inDegree(of: node) }

  /// The edges that leave the node, in order of insertion.
  @inlinable public func outgoing(_ node: NodeID) -> OutgoingEdges {
    OutgoingEdges(records: edgeRecords, first: nodeRecords[node.index].firstOut, type: nil)
  }

  /// The edges of one type that leave the node, in order of insertion.
  @inlinable public func outgoing(_ node: NodeID, type: TypeID) -> OutgoingEdges {
    OutgoingEdges(records: edgeRecords, first: nodeRecords[node.index].firstOut, type: type)
  }

  /// None when the graph has no such type.
  public func outgoing(_ node: NodeID, type: String) -> OutgoingEdges {
    guard let type = typeID(type) else { return OutgoingEdges(records: [], first: none, type: nil) }
    return outgoing(node, type: type)
  }

  /// The edges that reach the node, in order of insertion.
  @inlinable public func incoming(_ node: NodeID) -> IncomingEdges {
    IncomingEdges(records: edgeRecords, first: nodeRecords[node.index].firstIn, type: nil)
  }

  /// The edges of one type that reach the node, in order of insertion.
  @inlinable public func incoming(_ node: NodeID, type: TypeID) -> IncomingEdges {
    IncomingEdges(records: edgeRecords, first: nodeRecords[node.index].firstIn, type: type)
  }

  /// None when the graph has no such type.
  public func incoming(_ node: NodeID, type: String) -> IncomingEdges {
    guard let type = typeID(type) else { return IncomingEdges(records: [], first: none, type: nil) }
    return incoming(node, type: type)
  }

  /// All nodes, ascending.
  @inlinable public var nodes: NodeSequence { NodeSequence(records: nodeRecords, count: nodeCount) }

  /// All edges, ascending.
  @inlinable public var edges: EdgeSequence { EdgeSequence(records: edgeRecords, count: edgeCount) }

  /// The nodes with the label, ascending; the count is at hand.
  public func nodes(label: String) -> SortedIDSet<NodeID> { labelID(label).map { nodes(label: $0) } ?? SortedIDSet() }
  public func nodes(label: LabelID) -> SortedIDSet<NodeID> { labelMembers[label.index] }

  /// The edges of the type, ascending; the count is at hand.
  public func edges(type: String) -> SortedIDSet<EdgeID> { typeID(type).map { edges(type: $0) } ?? SortedIDSet() }
  public func edges(type: TypeID) -> SortedIDSet<EdgeID> { typeMembers[type.index] }
}

/// Edges that leave one node, oldest first: a walk down a linked list.
public struct OutgoingEdges: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let records: [EdgeRecord]
  @usableFromInline var nextEdge: UInt32
  @usableFromInline let type: TypeID?

  @inlinable init(records: [EdgeRecord], first: UInt32, type: TypeID?) {
    self.records = records
    self.nextEdge = first
    self.type = type
  }

  @inlinable public mutating func next() -> EdgeID? {
    while nextEdge != none {
      let edge = nextEdge
      nextEdge = records[Int(edge)].nextOut
      if let type, records[Int(edge)].type != type { continue }
      return EdgeID(rawValue: edge)
    }
    return nil
  }
}

/// Edges that reach one node, oldest first: a walk down a linked list.
public struct IncomingEdges: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let records: [EdgeRecord]
  @usableFromInline var nextEdge: UInt32
  @usableFromInline let type: TypeID?

  @inlinable init(records: [EdgeRecord], first: UInt32, type: TypeID?) {
    self.records = records
    self.nextEdge = first
    self.type = type
  }

  @inlinable public mutating func next() -> EdgeID? {
    while nextEdge != none {
      let edge = nextEdge
      nextEdge = records[Int(edge)].nextIn
      if let type, records[Int(edge)].type != type { continue }
      return EdgeID(rawValue: edge)
    }
    return nil
  }
}

/// The nodes of a graph, ascending, without the removed ones.
public struct NodeSequence: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let records: [NodeRecord]
  @usableFromInline var position = 0
  public let count: Int

  @inlinable init(records: [NodeRecord], count: Int) {
    self.records = records
    self.count = count
  }

  public var underestimatedCount: Int { 0 }

  @inlinable public mutating func next() -> NodeID? {
    while position < records.count {
      defer { position += 1 }
      if records[position].labelSet != none { return NodeID(rawValue: UInt32(position)) }
    }
    return nil
  }
}

/// The edges of a graph, ascending, without the removed ones.
public struct EdgeSequence: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let records: [EdgeRecord]
  @usableFromInline var position = 0
  public let count: Int

  @inlinable init(records: [EdgeRecord], count: Int) {
    self.records = records
    self.count = count
  }

  public var underestimatedCount: Int { 0 }

  @inlinable public mutating func next() -> EdgeID? {
    while position < records.count {
      defer { position += 1 }
      if !records[position].isRemoved { return EdgeID(rawValue: UInt32(position)) }
    }
    return nil
  }
}
