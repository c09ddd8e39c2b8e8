/// For which reader GraphML is written. All profiles hold the same nodes, edges and data; `GraphImport` reads each.
public enum GraphMLProfile: String, Hashable, Sendable, CaseIterable {
  /// What NetworkX, igraph, Gephi, Cytoscape and Neo4j's APOC all read.
  case portable
  /// With colour and size by class, which Gephi takes as the looks.
  case gephi
  /// With yFiles' shapes and labels, without which yEd shows bare boxes.
  case yed
  /// Without attributes beyond the standard; whole numbers of any size stay numbers.
  case networkx
  /// For APOC's `import.graphml` with `readLabels: true`; lists of strings are declared as such.
  case neo4j
  /// Valid by the schema of GraphML 1.0 and 1.1: every id and name a token of XML (NMTOKEN).
  case strict

  /// `labels=` on nodes and `label=` on edges: APOC's labels and types, Gephi's kind of parallel edges.
  var hasLabelAttributes: Bool { self == .portable || self == .gephi || self == .neo4j }
}
