/// What a graph holds, in numbers.
public struct GraphStatistics: Hashable, Sendable {
  /// A label's or type's name with how many nodes or edges have it.
  public struct Count: Hashable, Sendable {
    public var name: String
    public var count: Int
  }

  public var nodeCount = 0
  public var edgeCount = 0
  /// By label, in order of first use, without those that no node has any more. A node counts under each of its labels.
  public var labels: [Count] = []
  /// By type, in order of first use, without those that no edge is of any more.
  public var types: [Count] = []
  public var maximumOutDegree = 0
  public var maximumInDegree = 0
  /// Of outgoing and incoming edges together; a loop counts twice.
  public var maximumDegree = 0
  /// Nodes without any edge.
  public var isolatedNodeCount = 0
  /// Edges from a node to itself.
  public var loopCount = 0
  /// Weakly connected components, and the nodes in the largest.
  public var componentCount = 0
  public var largestComponent = 0

  public init() {}

  /// Edges a node counted at both ends, 0 without nodes.
  public var meanDegree: Double { nodeCount == 0 ? 0 : 2 * Double(edgeCount) / Double(nodeCount) }
}

extension PropertyGraph {
  /// Counts everything. Complexity: O(nodes + edges · α).
  public var statistics: GraphStatistics {
    var result = GraphStatistics()
    result.nodeCount = nodeCount
    result.edgeCount = edgeCount
    result.labels = labelMembers.indices.filter { !labelMembers[$0].isEmpty }
      .map { .init(name: labelNames[UInt32($0)], count: labelMembers[$0].count) }
    result.types = typeMembers.indices.filter { !typeMembers[$0].isEmpty }
      .map { .init(name: typeNames[UInt32($0)], count: typeMembers[$0].count) }
    for node in nodes {
      result.maximumOutDegree = max(result.maximumOutDegree, outDegree(of: node))
      result.maximumInDegree = max(result.maximumInDegree, inDegree(of: node))
      result.maximumDegree = max(result.maximumDegree, degree(of: node))
      if degree(of: node) == 0 { result.isolatedNodeCount += 1 }
    }
    result.loopCount = edges.reduce(0) { $0 + (source(of: $1) == target(of: $1) ? 1 : 0) }
    let sizes = componentSizes
    result.componentCount = sizes.count
    result.largestComponent = sizes.max() ?? 0
    return result
  }

  /// Nodes in each weakly connected component, in order of their first nodes: union–find with path halving and union by
  /// size (Tarjan and van Leeuwen 1984).
  var componentSizes: [Int] {
    var parents = (0..<UInt32(nodeRecords.count)).map { $0 }
    var sizes = [UInt32](repeating: 1, count: nodeRecords.count)
    func root(_ node: UInt32) -> UInt32 {
      var node = node
      while parents[Int(node)] != node {
        parents[Int(node)] = parents[Int(parents[Int(node)])]
        node = parents[Int(node)]
      }
      return node
    }
    for edge in edges {
      let a = root(source(of: edge).rawValue)
      let b = root(target(of: edge).rawValue)
      guard a != b else { continue }
      let (large, small) = sizes[Int(a)] >= sizes[Int(b)] ? (a, b) : (b, a)
      parents[Int(small)] = large
      sizes[Int(large)] += sizes[Int(small)]
    }
    return nodes.filter { parents[$0.index] == $0.rawValue }.map { Int(sizes[$0.index]) }
  }
}
