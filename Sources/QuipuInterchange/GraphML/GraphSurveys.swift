import QuipuGraph

/// Surveys of all keys of a graph; a pass over every value. Nodes and edges by `KeyID`, the graph by property.
struct GraphSurveys {
  private(set) var nodes: [ColumnSurvey]
  private(set) var edges: [ColumnSurvey]
  private(set) var graph: [ColumnSurvey]

  init(_ source: PropertyGraph) {
    nodes = Array(repeating: ColumnSurvey(), count: source.keyCount)
    edges = nodes
    graph = source.graphProperties.map { property in
      var survey = ColumnSurvey()
      survey.add(property.value)
      return survey
    }
    for node in source.nodes {
      for key in source.keyIDs(of: node) {
        if let value = source.property(key, of: node) { nodes[Int(key.rawValue)].add(value) }
      }
    }
    for edge in source.edges {
      for key in source.keyIDs(of: edge) {
        if let value = source.property(key, of: edge) { edges[Int(key.rawValue)].add(value) }
      }
    }
  }
}
