/// Bytes of memory that a graph holds, computed from the capacities of its arrays (headers of single arrays left out).
public struct MemoryFootprint: Hashable, Sendable {
  /// Node records, the sets of labels, and the nodes by label.
  public var nodes = 0
  /// The nodes' string ids and the tables to find them.
  public var nodeIDs = 0
  /// Edge records, and the edges by type.
  public var edges = 0
  /// The edges' string ids and the tables to find them.
  public var edgeIDs = 0
  /// Columns of properties, with the tables of strings and keys.
  public var properties = 0
  /// Slots, and an estimate of dictionary entries and the sets in them.
  public var indexes = 0

  public var total: Int { nodes + nodeIDs + edges + edgeIDs + properties + indexes }
}

extension PropertyGraph {
  /// Complexity: O(columns + (nodes + edges) / 1024), and the entries of the indexes.
  public var memoryFootprint: MemoryFootprint {
    var bytes = MemoryFootprint()
    bytes.nodes =
      nodeRecords.capacity * MemoryLayout<NodeRecord>.stride + labelSets.memoryFootprint
      + labelMembers.reduce(labelNames.memoryFootprint) { $0 + $1.memoryFootprint }
    bytes.nodeIDs = nodeNames.memoryFootprint
    bytes.edges =
      edgeRecords.capacity * MemoryLayout<EdgeRecord>.stride
      + typeMembers.reduce(typeNames.memoryFootprint) { $0 + $1.memoryFootprint }
    bytes.edgeIDs = edgeNames.memoryFootprint
    bytes.properties =
      nodeProperties.memoryFootprint + edgeProperties.memoryFootprint
      + strings.memoryFootprint + keyNames.memoryFootprint
    bytes.indexes = indexes.reduce(0) { $0 + $1.memoryFootprint }
    return bytes
  }
}
