import QuipuGraph

/// Remembers what an updating statement changed, to count it as the difference between before and after.
final class ChangeLog {
  /// The graph as it was, to go back to when the statement fails.
  let before: PropertyGraph
  /// First numbers that this statement may give out: what is below was there before.
  private let nodeLimit: UInt32
  private let edgeLimit: UInt32
  private var createdNodes: [NodeID] = []
  private var createdEdges: [EdgeID] = []
  private var touchedNodes: Set<NodeID> = []
  private var touchedEdges: Set<EdgeID> = []
  private var deletedNodes = 0
  private var deletedEdges = 0

  init(_ graph: PropertyGraph) {
    before = graph
    nodeLimit = graph.nextNodeNumber
    edgeLimit = graph.nextEdgeNumber
  }

  func create(_ node: NodeID) { createdNodes.append(node) }
  func create(_ edge: EdgeID) { createdEdges.append(edge) }
  /// To be called before the properties change.
  func touch(_ node: NodeID) { if node.rawValue < nodeLimit { touchedNodes.insert(node) } }
  func touch(_ edge: EdgeID) { if edge.rawValue < edgeLimit { touchedEdges.insert(edge) } }

  func delete(_ node: NodeID) {
    touch(node)
    if node.rawValue < nodeLimit { deletedNodes += 1 }
  }

  func delete(_ edge: EdgeID) {
    touch(edge)
    if edge.rawValue < edgeLimit { deletedEdges += 1 }
  }

  /// Counts the differences. Complexity: O(what was touched + labels).
  func sideEffects(_ after: PropertyGraph) -> SideEffects {
    var effects = SideEffects()
    effects.nodesDeleted = deletedNodes
    effects.edgesDeleted = deletedEdges
    for node in createdNodes where after.contains(node) {
      effects.nodesCreated += 1
      effects.propertiesSet += after.keyIDs(of: node).count
    }
    for edge in createdEdges where after.contains(edge) {
      effects.edgesCreated += 1
      effects.propertiesSet += after.keyIDs(of: edge).count
    }
    for node in touchedNodes {
      effects.count(before.keyIDs(of: node), after.keyIDs(of: node)) {
        (before.property($0, of: node), after.property($0, of: node))
      }
    }
    for edge in touchedEdges {
      effects.count(before.keyIDs(of: edge), after.keyIDs(of: edge)) {
        (before.property($0, of: edge), after.property($0, of: edge))
      }
    }
    countLabels(after, &effects)
    return effects
  }

  private func countLabels(_ after: PropertyGraph, _ effects: inout SideEffects) {
    for number in 0..<after.labelCount {
      let label = LabelID(rawValue: UInt16(number))
      let was = number < before.labelCount && !before.nodes(label: label).isEmpty
      let isNow = !after.nodes(label: label).isEmpty
      if isNow && !was { effects.labelsAdded += 1 }
      if was && !isNow { effects.labelsRemoved += 1 }
    }
  }
}

extension SideEffects {
  /// Compares one entity's properties before and after.
  fileprivate mutating func count(
    _ before: [KeyID], _ after: [KeyID], _ values: (KeyID) -> (PropertyValue?, PropertyValue?)
  ) {
    for key in Set(before).union(after) {
      switch values(key) {
      case (nil, nil): break
      case (nil, _): propertiesSet += 1
      case (_, nil): propertiesRemoved += 1
      case (let old?, let new?):
        guard old != new else { continue }
        propertiesSet += 1
        propertiesRemoved += 1
      }
    }
  }
}
