import QuipuGraph

/// The relationships of some types around a node, seen in one direction.
///
/// A statement that only reads walks compressed rows; one that also writes follows the graph's own lists, which are
/// always up to date.
final class Neighbourhood {
  private let types: LabelExpression?
  private let direction: EdgePattern.Direction
  private let usesRows: Bool
  /// Nil for every type.
  private var typeIDs: [TypeID]?
  private var knownCount = -1
  private var knownVersion = -1
  private var outgoing: [AdjacencyRows] = []
  private var incoming: [AdjacencyRows] = []

  init(types: LabelExpression?, direction: EdgePattern.Direction, usesRows: Bool) {
    self.types = types
    self.direction = direction
    self.usesRows = usesRows
  }

  /// Finds the types' numbers and, for reading, the rows. Cheap when nothing has changed.
  @inline(__always)
  func prepare(_ store: GraphStore) {
    if knownVersion != store.version || !usesRows && knownCount != store.graph.typeCount { resolve(store) }
  }

  private func resolve(_ store: GraphStore) {
    knownVersion = store.version
    knownCount = store.graph.typeCount
    typeIDs = types.map { Neighbourhood.typeIDs($0, store.graph) }
    outgoing = []
    incoming = []
    guard usesRows else { return }
    let keys: [TypeID?] = typeIDs ?? [nil]
    if direction != .incoming { outgoing = keys.map { store.adjacencyRows($0, .outgoing) } }
    if direction != .outgoing { incoming = keys.map { store.adjacencyRows($0, .incoming) } }
  }

  static func typeIDs(_ types: LabelExpression, _ graph: PropertyGraph) -> [TypeID] {
    if let names = types.alternatives {
      var found: [TypeID] = []
      for name in names { if let id = graph.typeID(name.text), !found.contains(id) { found.append(id) } }
      return found
    }
    return (0..<UInt16(graph.typeCount)).map { TypeID(rawValue: $0) }.filter { id in
      LabelTest.holds(types) {
        $0.utf8.elementsEqual(graph.name(of: id).utf8)
      } any: {
        true
      }
    }
  }

  /// Whether an edge is of these types.
  func includes(_ edge: EdgeID, _ store: GraphStore) -> Bool {
    guard let typeIDs else { return true }
    return typeIDs.contains(store.graph.typeID(of: edge))
  }

  /// Calls `body` with each relationship and its far end until it returns false; false then. Outgoing ones come first,
  /// each group in order of insertion within a type; a loop comes once.
  @inline(__always)
  func forEach(
    _ node: NodeID, _ store: GraphStore, _ body: (EdgeID, NodeID) throws(QueryError) -> Bool
  ) throws(QueryError) -> Bool {
    prepare(store)
    if usesRows { return try forEachInRows(node, body) }
    return try forEachInLists(node, store, body)
  }

  @inline(__always)
  private func forEachInRows(
    _ node: NodeID, _ body: (EdgeID, NodeID) throws(QueryError) -> Bool
  ) throws(QueryError) -> Bool {
    for rows in outgoing {
      for i in rows.row(of: node) {
        guard try body(EdgeID(rawValue: rows.edges[i]), NodeID(rawValue: rows.neighbours[i])) else { return false }
      }
    }
    let skipsLoops = direction == .either
    for rows in incoming {
      for i in rows.row(of: node) {
        let neighbour = NodeID(rawValue: rows.neighbours[i])
        if skipsLoops && neighbour == node { continue }
        guard try body(EdgeID(rawValue: rows.edges[i]), neighbour) else { return false }
      }
    }
    return true
  }

  private func forEachInLists(
    _ node: NodeID, _ store: GraphStore, _ body: (EdgeID, NodeID) throws(QueryError) -> Bool
  ) throws(QueryError) -> Bool {
    guard store.graph.contains(node) else { return true }
    if direction != .incoming {
      for edge in store.graph.outgoing(node) where includes(edge, store) {
        guard try body(edge, store.graph.target(of: edge)) else { return false }
      }
    }
    if direction != .outgoing {
      for edge in store.graph.incoming(node) where includes(edge, store) {
        let source = store.graph.source(of: edge)
        if direction == .either && source == node { continue }
        guard try body(edge, source) else { return false }
      }
    }
    return true
  }

  /// The number of relationships.
  func degree(_ node: NodeID, _ store: GraphStore) -> Int {
    prepare(store)
    guard usesRows, direction != .either else {
      var count = 0
      _ = try? forEach(node, store) { (_, _) throws(QueryError) -> Bool in
        count += 1
        return true
      }
      return count
    }
    var count = 0
    for rows in outgoing { count += rows.degree(of: node) }
    for rows in incoming { count += rows.degree(of: node) }
    return count
  }
}
