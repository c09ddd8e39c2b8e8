import QuipuGraph
import Testing

@testable import QuipuInterchange

@Suite struct GraphMLRoundTripTests {
  @Test(arguments: GraphMLProfile.allCases) func everythingComesBack(_ profile: GraphMLProfile) throws {
    let folder = try Folder()
    for seed in 0..<150 as Range<UInt64> {
      let graph = try RandomGraph.make(seed: seed)
      let path = folder.path("\(seed).graphml")
      let report = try GraphExport.write(graph, to: path, options: ExportOptions(graphML: profile))
      #expect(report.nodes == graph.nodeCount && report.edges == graph.edgeCount)
      let back = try GraphImport.read(path)
      #expect(back.notes == [])
      #expect(back.graph.dump() == graph.dump(), "seed \(seed)")
    }
  }

  /// The kinds that reading cannot mistake once they are text, at every place of a chunk of the parser.
  @Test func blanksAreData() throws {
    let folder = try Folder()
    var graph = PropertyGraph()
    for i in 0..<2000 {
      let text = String(repeating: " ", count: i % 3) + (i % 5 == 0 ? "\n" : "")
      try graph.addNode(id: "n\(i * 7919)", properties: [("t", .string(text))])
    }
    try GraphExport.write(graph, to: folder.path("g.graphml"))
    #expect(try GraphImport.read(folder.path("g.graphml")).graph.dump() == graph.dump())
  }

  @Test func controlCharactersAreReported() throws {
    let folder = try Folder()
    var graph = PropertyGraph()
    let a = try graph.addNode(id: "a\u{1}", properties: [("name", "A\u{B}B\u{FFFE}")])
    try graph.addEdge(from: a, to: a, type: "T\u{0}", properties: [("note", "fine")])
    let report = try GraphExport.write(graph, to: folder.path("g.graphml"))
    #expect(
      report.losses == [
        "3 control characters that XML does not allow left out",
        "1 id with characters that XML does not allow replaced",
      ])
    let back = try GraphImport.read(folder.path("g.graphml")).graph
    #expect(back.nodes.map { back.id(of: $0) } == ["n0"])
    #expect(back.property("name", of: NodeID(rawValue: 0)) == "AB")
    #expect(back.edges.map { back.type(of: $0) } == ["T"])
  }
}
