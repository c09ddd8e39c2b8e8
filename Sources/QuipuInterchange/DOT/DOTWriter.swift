import QuipuGraph
/// How DOT is written.
public enum DOTStyle: String, Hashable, Sendable, CaseIterable { case styled, plain }
struct DOTWriter: GraphWriter {
  let style: DOTStyle
  func write(_ graph: PropertyGraph, to sinks: [OutputSink]) throws(InterchangeError) -> [String] { [] }
}
