import QuipuGraph
import Testing

@testable import QuipuInterchange

@Suite struct JSONGraphTests {
  @Test(arguments: JSONDialect.allCases) func everythingComesBack(_ dialect: JSONDialect) throws {
    let folder = try Folder()
    for seed in 0..<150 as Range<UInt64> {
      let graph = try RandomGraph.make(seed: seed, hasControls: true)
      let path = folder.path("g.json")
      try GraphExport.write(graph, to: path, options: ExportOptions(json: dialect))
      let back = try GraphImport.read(path).graph
      #expect(sortedGraphLines(back) == sortedGraphLines(graph), "seed \(seed)")
    }
  }

  /// JSON's members have no order, so the properties of the graph come back in another.
  private func sortedGraphLines(_ graph: PropertyGraph) -> [String] {
    let lines = graph.dump().split(separator: "\n").map(String.init)
    return lines.filter { !$0.hasPrefix("graph ") } + lines.filter { $0.hasPrefix("graph ") }.sorted()
  }

  @Test func dialects() throws {
    var graph = PropertyGraph()
    let a = try graph.addNode(id: "a", labels: ["X"], properties: [("id", 1), ("list", [1, "b", .null])])
    try graph.addEdge(id: "a", from: a, to: a, type: "T", properties: [("w", 0.5)])
    let folder = try Folder()
    func text(_ dialect: JSONDialect) throws -> String {
      try GraphExport.write(graph, to: folder.path("g.json"), options: ExportOptions(json: dialect))
      return try Place.text(folder.path("g.json"))
    }
    #expect(
      try text(.networkX) == """
        {"directed":true,"multigraph":true,"generator":"quipu",
        "graph":{},
        "nodes":[
        {"id":"a","labels":["X"],"id_":1,"list":[1,"b",null]}],
        "edges":[
        {"key":"a","source":"a","target":"a","type":"T","w":0.5}]}

        """)
    #expect(
      try text(.d3) == """
        {"directed":true,"multigraph":true,"generator":"quipu",
        "graph":{},
        "nodes":[
        {"id":"a","labels":["X"],"id_":1,"list":[1,"b",null]}],
        "links":[
        {"id":"a","source":"a","target":"a","type":"T","w":0.5}]}

        """)
    #expect(
      try text(.cytoscape) == """
        {"generator":"quipu",
        "data":{},
        "elements":{"nodes":[
        {"data":{"id":"a","labels":["X"],"id_":1,"list":[1,"b",null]}}],
        "edges":[
        {"data":{"id":"edge a","source":"a","target":"a","type":"T","w":0.5}}]}}

        """)
  }

  @Test func foreignFile() throws {
    let folder = try Folder()
    let path = try folder.write(
      """
      {"directed": false, "multigraph": true, "graph": {"name": "g"}, "nodes": [{"id": 0, "size": 2.5}, {"id": 1}],
       "links": [{"source": 0, "target": 1, "key": 0}, {"source": 0, "target": 2, "key": 0, "label": "knows"}]}
      """, to: "g.json")
    let read = try GraphImport.read(path)
    let graph = read.graph
    #expect(read.notes == ["1 nodes named by edges only"])
    #expect(graph.nodes.map { graph.id(of: $0) } == ["0", "1", "2"])
    #expect(graph.edges.map { graph.type(of: $0) } == ["RELATED_TO", "knows"])
    #expect(graph.edges.allSatisfy { graph.property("symmetric", of: $0) == true })
    #expect(graph.graphProperty("name") == "g")
  }
}
