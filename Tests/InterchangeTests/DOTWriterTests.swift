import Foundation
import QuipuGraph
import Testing

@testable import QuipuInterchange

@Suite struct DOTWriterTests {
  private func graph() throws -> PropertyGraph {
    var graph = PropertyGraph()
    let a = try graph.addNode(
      id: "node", labels: ["Person", "Agent"], properties: [("name", "A \"q\" \\N &lt; AT&T\nB")])
    let b = try graph.addNode(id: "2\\", properties: [("kb", "Q1")])
    try graph.addEdge(
      from: a, to: b, type: "OPPOSES", properties: [("polarity", "negative"), ("modality", "possible")])
    try graph.addEdge(from: a, to: b, type: "MEETS_WITH", properties: [("symmetric", true)])
    return graph
  }

  private func text(_ graph: PropertyGraph, _ style: DOTStyle) throws -> (String, [String]) {
    let folder = try Folder()
    let report = try GraphExport.write(graph, to: folder.path("g.gv"), options: ExportOptions(dot: style))
    return (try Place.text(folder.path("g.gv")), report.losses)
  }

  @Test func plain() throws {
    let (text, losses) = try text(graph(), .plain)
    #expect(
      text == #"""
        digraph "G" {
          "node" [label="A \"q\" \\N &lt; AT&T\nB"];
          "2\\" [label="2\\"];
          "node" -> "2\\" [label="OPPOSES"];
          "node" -> "2\\" [label="MEETS_WITH"];
        }

        """#)
    #expect(losses == ["properties of nodes that are not in DOT: 'kb'"])
  }

  @Test func styled() throws {
    let (text, _) = try text(graph(), .styled)
    #expect(
      text.contains(
        ##""node" [label="A \"q\" \\N &amp;lt; AT&T\nB", fillcolor="#BEBADA", tooltip="Person, Agent"];"##))
    #expect(
      text.contains(
        ##"[label="OPPOSES", style="dashed", color="#C0392B", fontcolor="#C0392B", arrowhead="tee"];"##))
    #expect(text.contains(#"[label="MEETS_WITH", dir="both"];"#))
  }

  @Test(.enabled(if: Place.program("dot") != nil, "needs Graphviz"), arguments: DOTStyle.allCases)
  func graphvizDrawsIt(_ style: DOTStyle) throws {
    let dot = try #require(Place.program("dot"))
    let folder = try Folder()
    for seed in 0..<12 as Range<UInt64> {
      let graph = seed == 0 ? try graph() : try RandomGraph.make(seed: seed, hasControls: true)
      try GraphExport.write(graph, to: folder.path("g.dot"), options: ExportOptions(dot: style))
      let run = try Place.run(dot, ["-Tsvg", folder.path("g.dot")])
      #expect(run.status == 0 && run.errors.isEmpty, "\(seed): \(run.errors)")
      #expect(run.output.components(separatedBy: "class=\"node\"").count - 1 == graph.nodeCount)
      #expect(run.output.components(separatedBy: "class=\"edge\"").count - 1 == graph.edgeCount)
      if seed == 0, style == .styled { #expect(run.output.contains("A &quot;q&quot; \\N &amp;lt; AT&amp;T")) }
    }
  }
}
