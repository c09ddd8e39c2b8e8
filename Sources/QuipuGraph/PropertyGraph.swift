import QuipuCore

/// A directed multigraph in memory: nodes with any number of labels, edges with one type, properties on both.
///
/// Value semantics: a copy is independent, and costs nothing until one of the two changes. Nodes and edges have string
/// ids towards the outside and 32-bit numbers inside, which ascend in order of insertion and are not given out again
/// after a removal (`compact()` closes the gaps). Every order is fixed by the order of the calls, never by hashing.
///
/// Reading takes ids of this graph: a number that the graph never gave out is a programming error and traps. A removed
/// node reads as one without labels, edges and properties; a removed edge keeps its type and ends, without properties.
public struct PropertyGraph: Sendable {
  @usableFromInline var nodeRecords: [NodeRecord] = []
  @usableFromInline var edgeRecords: [EdgeRecord] = []
  public internal(set) var nodeCount = 0
  public internal(set) var edgeCount = 0

  var nodeNames = NameTable()
  var edgeNames = NameTable()
  var labelNames = StringInterner()
  var typeNames = StringInterner()
  var keyNames = StringInterner()
  /// The strings among the property values.
  var strings = StringInterner()

  var labelSets = LabelSetTable()
  /// By label, the nodes that have it.
  var labelMembers: [SortedIDSet<NodeID>] = []
  /// By type, the edges that are of it.
  var typeMembers: [SortedIDSet<EdgeID>] = []

  @usableFromInline var nodeProperties = PropertyTable()
  @usableFromInline var edgeProperties = PropertyTable()
  var indexes: [PropertyIndex] = []
  /// Properties of the graph as a whole, in order of first setting.
  public internal(set) var graphProperties: [(key: String, value: PropertyValue)] = []

  public init() {}
}

/// What a node takes besides its string id, labels' members and properties: 32 bytes.
@usableFromInline struct NodeRecord: Sendable {
  /// Ends of the doubly linked lists of edges, oldest first; `none` when empty.
  @usableFromInline var firstOut: UInt32
  @usableFromInline var lastOut: UInt32
  @usableFromInline var firstIn: UInt32
  @usableFromInline var lastIn: UInt32
  @usableFromInline var outDegree: UInt32
  @usableFromInline var inDegree: UInt32
  /// A set of `labelSets`; `none` when the node was removed.
  @usableFromInline var labelSet: UInt32

  @inlinable init(labelSet: UInt32) {
    self.labelSet = labelSet
    firstOut = none
    lastOut = none
    firstIn = none
    lastIn = none
    outDegree = 0
    inDegree = 0
  }
}

/// What an edge takes besides its string id, where it has one, and properties: 28 bytes.
@usableFromInline struct EdgeRecord: Sendable {
  @usableFromInline var source: NodeID
  @usableFromInline var target: NodeID
  /// Neighbours in the source's list of outgoing and the target's list of incoming edges.
  @usableFromInline var nextOut: UInt32
  @usableFromInline var previousOut: UInt32
  @usableFromInline var nextIn: UInt32
  @usableFromInline var previousIn: UInt32
  @usableFromInline var type: TypeID
  @usableFromInline var isRemoved: Bool

  @inlinable init(source: NodeID, target: NodeID, type: TypeID, previousOut: UInt32, previousIn: UInt32) {
    self.source = source
    self.target = target
    self.type = type
    self.previousOut = previousOut
    self.previousIn = previousIn
    nextOut = none
    nextIn = none
    isRemoved = false
  }
}

extension PropertyGraph {
  /// Makes room, so that adding so many moves nothing: records, and the values of keys that most of them have.
  public mutating func reserveCapacity(nodes: Int, edges: Int) {
    if nodes > nodeRecords.count {
      nodeProperties.reserveCapacity(nodes, filled: nodeRecords.count)
      nodeRecords.reserveCapacity(nodes)
    }
    if edges > edgeRecords.count {
      edgeProperties.reserveCapacity(edges, filled: edgeRecords.count)
      edgeRecords.reserveCapacity(edges)
    }
  }

  /// Whether this is a node of the graph, not removed.
  @inlinable public func contains(_ node: NodeID) -> Bool {
    node.index < nodeRecords.count && nodeRecords[node.index].labelSet != none
  }

  /// Whether this is an edge of the graph, not removed.
  @inlinable public func contains(_ edge: EdgeID) -> Bool {
    edge.index < edgeRecords.count && !edgeRecords[edge.index].isRemoved
  }

  func check(_ node: NodeID) throws(GraphError) {
    guard contains(node) else { throw .unknownNode(node) }
  }

  func check(_ edge: EdgeID) throws(GraphError) {
    guard contains(edge) else { throw .unknownEdge(edge) }
  }
}
