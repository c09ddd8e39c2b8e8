import QuipuGraph
public enum JSONDialect: String, Hashable, Sendable, CaseIterable { case networkX = "networkx", d3, cytoscape }
struct JSONGraphWriter: GraphWriter {
  let dialect: JSONDialect
  func write(_ graph: PropertyGraph, to sinks: [OutputSink]) throws(InterchangeError) -> [String] { [] }
}
