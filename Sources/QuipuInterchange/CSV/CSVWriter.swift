import QuipuGraph
public enum CSVHeader: String, Hashable, Sendable, CaseIterable { case gephi, neo4j }
struct CSVWriter: GraphWriter {
  let header: CSVHeader
  func write(_ graph: PropertyGraph, to sinks: [OutputSink]) throws(InterchangeError) -> [String] { [] }
}
