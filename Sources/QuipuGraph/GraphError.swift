/// Why a change to a graph was refused. The graph is as it was before.
public enum GraphError: Error, Hashable, Sendable {
  /// No node has this number: it was never given out by this graph, or the node was removed.
  case unknownNode(NodeID)
  /// No edge has this number: it was never given out by this graph, or the edge was removed.
  case unknownEdge(EdgeID)
  /// Another node bears this id already.
  case duplicateNodeID(String)
  /// Another edge bears this id already.
  case duplicateEdgeID(String)
  /// The node still has so many edges at its ends; a loop counts once.
  case nodeHasEdges(id: String, edges: Int)
  /// The graph holds no more of `what` than `limit`.
  case capacity(what: String, limit: Int)
}

extension GraphError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownNode(let node):
      "no node number \(node.rawValue) in this graph: it was removed, or the number comes from another graph"
    case .unknownEdge(let edge):
      "no edge number \(edge.rawValue) in this graph: it was removed, or the number comes from another graph"
    case .duplicateNodeID(let id):
      "a node with the id \"\(id)\" is there already: give every node its own id, or change the one that is there"
    case .duplicateEdgeID(let id):
      "an edge with the id \"\(id)\" is there already: give every edge its own id, or none"
    case .nodeHasEdges(let id, let edges):
      "node \"\(id)\" still has \(edges) \(edges == 1 ? "edge" : "edges"): remove "
        + "\(edges == 1 ? "it" : "them") first, or remove the node detaching"
    case .capacity(let what, let limit):
      "the graph is full: it holds at most \(limit) \(what); split the input into several graphs"
    }
  }
}
