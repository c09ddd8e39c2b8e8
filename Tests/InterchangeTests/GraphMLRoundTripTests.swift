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
      let same = back.graph.dump() == graph.dump()
      #expect(same, "seed \(seed)")
      if !same {
        print(graph.dump(), "\n---\n", back.graph.dump(), "\n---\n", try Place.text(path))
        return
      }
    }
  }

  @Test func controlCharactersAreReported() throws {
    let folder = try Folder()
    var graph = PropertyGraph()
    let a = try graph.addNode(id: "a\u{1}", properties: [("name", "A\u{B}B\u{FFFE}")])
    try graph.addEdge(from: a, to: a, type: "T\u{0}", properties: [("note", "fine")])
    let report = try GraphExport.write(graph, to: folder.path("g.graphml"))
    #expect(
      report.losses == [
        "3 control characters that XML does not allow left out", "1 id with characters that XML does not allow replaced",
      ])
    let back = try GraphImport.read(folder.path("g.graphml")).graph
    #expect(back.nodes.map { back.id(of: $0) } == ["n0"])
    #expect(back.property("name", of: NodeID(rawValue: 0)) == "AB")
    #expect(back.edges.map { back.type(of: $0) } == ["T"])
  }
}
