import QuipuGraph

/// What is true of all relationships of a type, found out when first asked for and kept while the graph stays the same.
final class SchemaFacts {
  private let graph: PropertyGraph
  /// By type and end, the labels that every node there has.
  private var known: [End: Set<LabelID>] = [:]

  private struct End: Hashable {
    var type: TypeID
    var isTarget: Bool
  }

  init(_ graph: PropertyGraph) { self.graph = graph }

  /// Whether every target (or source) of the type's edges has the label. True of a type without edges.
  ///
  /// Complexity: O(edges of the type) when the type and end are first asked for.
  func ends(ofType type: String, haveLabel label: String, atTarget isTarget: Bool) -> Bool {
    guard let type = graph.typeID(type) else { return true }
    guard let label = graph.labelID(label) else { return graph.edges(type: type).isEmpty }
    return graph.edges(type: type).isEmpty || labels(End(type: type, isTarget: isTarget)).contains(label)
  }

  /// Finds out about both ends of every type.
  func prepare() {
    for number in 0..<graph.typeCount {
      let type = TypeID(rawValue: UInt16(number))
      for isTarget in [false, true] { _ = labels(End(type: type, isTarget: isTarget)) }
    }
  }

  private func labels(_ end: End) -> Set<LabelID> {
    if let answer = known[end] { return answer }
    // Few sets of labels occur: their numbers are compared, and only the sets met are looked into.
    var met: [LabelSetID] = []
    for edge in graph.edges(type: end.type) {
      let set = graph.labelSetID(of: end.isTarget ? graph.target(of: edge) : graph.source(of: edge))
      if set != met.last && !met.contains(set) { met.append(set) }
    }
    var common = Set(met.first.map { Array(graph.labelIDs(in: $0)) } ?? [])
    for set in met.dropFirst() { common.formIntersection(graph.labelIDs(in: set)) }
    known[end] = common
    return common
  }
}
