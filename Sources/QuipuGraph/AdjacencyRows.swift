/// Which end of its edges a node stands at.
public enum EdgeDirection: Hashable, Sendable, CaseIterable {
  /// The node is the edges' source.
  case outgoing
  /// The node is the edges' target.
  case incoming
}

/// The edges of one type, or of all, that leave (or reach) each node, as compressed sparse rows: a copy of the graph's
/// linked lists that is walked without following links. It does not change with the graph.
public struct AdjacencyRows: Sendable {
  /// By node, where its row begins in `neighbours` and `edges`; one more entry at the end holds their count.
  public let offsets: [UInt32]
  /// The node at each edge's other end.
  public let neighbours: [UInt32]
  /// The edges, in order of insertion within each row.
  public let edges: [UInt32]

  /// Nodes with a row: those that the graph had when the rows were made, removed ones included (theirs are empty).
  @inlinable public var rowCount: Int { offsets.count - 1 }

  /// Where the node's row stands in `neighbours` and `edges`; empty for a node that came later.
  @inlinable public func row(of node: NodeID) -> Range<Int> {
    guard node.index + 1 < offsets.count else { return 0..<0 }
    return Int(offsets[node.index])..<Int(offsets[node.index + 1])
  }

  /// Edges in the node's row; a loop counts once.
  @inlinable public func degree(of node: NodeID) -> Int { row(of: node).count }

  /// Bytes of memory held.
  public var memoryFootprint: Int { 4 * (offsets.capacity + neighbours.capacity + edges.capacity) }
}

extension PropertyGraph {
  /// The edges of the type, or of all types when it is nil, sorted by the node that they leave (or reach).
  ///
  /// Complexity: O(nodes + edges), a counting sort.
  public func adjacencyRows(type: TypeID?, direction: EdgeDirection) -> AdjacencyRows {
    let offsets = rowOffsets(type, direction)
    let count = Int(offsets[offsets.count - 1])
    var next = offsets
    var edges: [UInt32] = []
    let neighbours = [UInt32](unsafeUninitializedCapacity: count) { neighbours, initialised in
      edges = [UInt32](unsafeUninitializedCapacity: count) { edges, initialised in
        next.withUnsafeMutableBufferPointer { next in
          forEachEdge(type, direction) { edge, node, neighbour in
            let place = Int(next[Int(node)])
            neighbours.initializeElement(at: place, to: neighbour)
            edges.initializeElement(at: place, to: edge)
            next[Int(node)] += 1
          }
        }
        initialised = count
      }
      initialised = count
    }
    return AdjacencyRows(offsets: offsets, neighbours: neighbours, edges: edges)
  }

  /// The sums of the degrees before each node, and of all.
  private func rowOffsets(_ type: TypeID?, _ direction: EdgeDirection) -> [UInt32] {
    var offsets = [UInt32](repeating: 0, count: nodeRecords.count + 1)
    offsets.withUnsafeMutableBufferPointer { offsets in
      if type == nil {
        for (i, node) in nodeRecords.enumerated() {
          offsets[i + 1] = direction == .outgoing ? node.outDegree : node.inDegree
        }
      } else {
        forEachEdge(type, direction) { _, node, _ in offsets[Int(node) + 1] += 1 }
      }
      for i in 0..<nodeRecords.count { offsets[i + 1] += offsets[i] }
    }
    return offsets
  }

  /// Edges of the type, ascending, each with the node that has it in its row and the one at the other end.
  @inline(__always)
  private func forEachEdge(
    _ type: TypeID?, _ direction: EdgeDirection, _ body: (_ edge: UInt32, _ node: UInt32, _ neighbour: UInt32) -> Void
  ) {
    @inline(__always) func visit(_ edge: Int, _ record: EdgeRecord) {
      let (source, target) = (record.source.rawValue, record.target.rawValue)
      if direction == .outgoing { body(UInt32(edge), source, target) } else { body(UInt32(edge), target, source) }
    }
    edgeRecords.withUnsafeBufferPointer { records in
      guard let type else {
        for (edge, record) in records.enumerated() where !record.isRemoved { visit(edge, record) }
        return
      }
      // A rare type's edges are fewer than the records that lie between them.
      guard typeMembers[type.index].count * 8 >= records.count else {
        for edge in typeMembers[type.index] { visit(edge.index, records[edge.index]) }
        return
      }
      for (edge, record) in records.enumerated() where record.type == type && !record.isRemoved { visit(edge, record) }
    }
  }
}
