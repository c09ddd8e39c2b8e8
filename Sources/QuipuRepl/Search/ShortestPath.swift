import QuipuGraph

/// The fewest edges between two nodes, whatever their direction (breadth-first search, Moore 1959).
struct ShortestPath {
  let graph: PropertyGraph

  /// In order from `start`; empty when both are one, nil when nothing joins them. Complexity: O(nodes + edges).
  func edges(from start: NodeID, to end: NodeID) -> [EdgeID]? {
    var reachedBy: [NodeID: EdgeID] = [:]
    var level = [start]
    var seen: Set<NodeID> = [start]
    while !level.isEmpty, !seen.contains(end) {
      var next: [NodeID] = []
      for node in level {
        for edge in Array(graph.outgoing(node)) + Array(graph.incoming(node)) {
          let other = otherEnd(of: edge, from: node)
          guard seen.insert(other).inserted else { continue }
          reachedBy[other] = edge
          next.append(other)
        }
      }
      level = next
    }
    guard seen.contains(end) else { return nil }
    var edges: [EdgeID] = []
    var node = end
    while node != start, let edge = reachedBy[node] {
      edges.append(edge)
      node = otherEnd(of: edge, from: node)
    }
    return edges.reversed()
  }

  private func otherEnd(of edge: EdgeID, from node: NodeID) -> NodeID {
    let (source, target) = graph.endpoints(of: edge)
    return source == node ? target : source
  }
}
