import Foundation
import QuipuCore
import QuipuGraph
import Testing

@testable import QuipuInterchange

/// Our GraphML before readers of others.
@Suite struct GraphMLReadersTests {
  /// A graph as assembly makes it, with parallel edges, flags on some edges and text of all kinds.
  private func newsGraph() throws -> PropertyGraph {
    var graph = PropertyGraph()
    let a = try graph.addNode(
      id: "Q1", labels: ["Company", "Organization", "Agent"],
      properties: [
        ("name", "Ärger & Söhne <AG>"), ("class", "Company"), ("aliases", ["Ärger", "Söhne \"x\""]), ("mentions", 4),
        ("kb", "Q1"),
      ])
    let b = try graph.addNode(id: "new york", labels: ["City"], properties: [("name", "New York"), ("mentions", 1)])
    let c = try graph.addNode(
      id: "Київ", labels: ["City"], properties: [("founded", .int(482)), ("big", 9_007_199_254_740_993)])
    for i in 0..<4 {
      var properties: [(String, PropertyValue)] = [
        ("confidence", .double(0.5 + Double(i) / 10)), ("polarity", i == 2 ? "negative" : "positive"),
        ("attribution", ["e7"]), ("documents", ["d1", "d2"]), ("weight", .int(Int64(i) + 1)), ("date", "2024-07-23"),
        (
          "claims",
          [.map(["document": "d1", "start": 12, "end": 40, "quote": "line one\nline two", "qualifiers": .map([:])])]
        ),
      ]
      if i == 1 { properties.append(("symmetric", true)) }
      if i == 2 { properties.append(("negated", true)) }
      try graph.addEdge(
        from: a, to: i == 3 ? c : b, type: i == 1 ? "TRADES_WITH" : "LOCATED_IN", properties: properties)
    }
    return graph
  }

  /// What the readers are to find: each attribute under its name, in the type that GraphML gives it.
  private func expectation(_ graph: PropertyGraph) -> [String: Any] {
    func attribute(_ key: String, _ value: PropertyValue) -> Any {
      switch value {
      case .bool(let flag) where key == "symmetric" || key == "negated": flag
      case .int(let number) where number.magnitude <= 1 << 53: number
      case .double(let number): number
      default: PlainText.text(value)
      }
    }
    let nameKey = graph.keyID("name")
    let nodes = graph.nodes.map { node -> [String: Any] in
      var attributes: [String: Any] = [
        "label": graph.displayName(node, nameKey), "labels": GraphMLNames.text(labels: graph.labels(of: node)),
      ]
      for (key, value) in graph.properties(of: node) { attributes[key] = attribute(key, value) }
      return ["id": graph.id(of: node), "attributes": attributes]
    }
    let edges = graph.edges.map { edge -> [String: Any] in
      let ends = graph.endpoints(of: edge)
      var attributes: [String: Any] = [
        "label": graph.type(of: edge), "uid": graph.id(of: edge), "symmetric": false, "negated": false,
      ]
      for (key, value) in graph.properties(of: edge) { attributes[key] = attribute(key, value) }
      return [
        "uid": graph.id(of: edge), "source": graph.id(of: ends.source), "target": graph.id(of: ends.target),
        "attributes": attributes,
      ]
    }
    return ["nodes": nodes, "edges": edges]
  }

  @Test(.enabled(if: Place.python != nil, "needs a Python with networkx and igraph: Tools/setup --tests"))
  func networkXAndIgraphFindEverything() throws {
    let python = try #require(Place.python)
    let folder = try Folder()
    let graph = try newsGraph()
    try GraphExport.write(graph, to: folder.path("g.graphml"))
    let json = try JSONSerialization.data(withJSONObject: expectation(graph))
    try json.write(to: URL(fileURLWithPath: folder.path("g.json")))
    let script = Place.root.appendingPathComponent("Tests/InterchangeTests/compare_readers.py").path
    let run = try Place.run(python, [script, folder.path("g.graphml"), folder.path("g.json")])
    #expect(run.status == 0 && run.output == "same\n", "\(run.output)\(run.errors)")
  }

  @Test(
    .enabled(if: Place.python != nil, "needs a Python with networkx and igraph: Tools/setup --tests"),
    arguments: [GraphMLProfile.portable, .gephi, .networkx, .neo4j, .yed, .strict])
  func anyGraphIsRead(_ profile: GraphMLProfile) throws {
    let python = try #require(Place.python)
    let folder = try Folder()
    var arguments: [String] = []
    for seed in 0..<30 as Range<UInt64> {
      let graph = try RandomGraph.make(seed: seed, hasControls: seed % 2 == 0)
      let path = folder.path("\(seed).graphml")
      try GraphExport.write(graph, to: path, options: ExportOptions(graphML: profile))
      arguments += [path, String(graph.nodeCount), String(graph.edgeCount)]
    }
    let script = """
      import sys, networkx, igraph
      a = sys.argv[1:]
      for path, nodes, edges in zip(a[::3], a[1::3], a[2::3]):
        n = networkx.read_graphml(path, force_multigraph=True)
        g = igraph.Graph.Read_GraphML(path)
        want = (int(nodes), int(edges))
        found = [(n.number_of_nodes(), n.number_of_edges()), (g.vcount(), g.ecount())]
        if found != [want, want]: sys.exit(f"{path}: {want} became {found}")
      """
    let run = try Place.run(python, ["-c", script] + arguments)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(
    .enabled(if: Place.program("xmllint") != nil && Place.hasFormats, "needs xmllint and ../shared"),
    arguments: ["graphml-1.0", "graphml-1.1"])
  func strictIsValid(_ version: String) throws {
    let xmllint = try #require(Place.program("xmllint"))
    let schema = Place.formats.appendingPathComponent("schema/\(version)/graphml.xsd").path
    let folder = try Folder()
    var paths: [String] = []
    for seed in 0..<40 as Range<UInt64> {
      let graph = seed == 0 ? try newsGraph() : try RandomGraph.make(seed: seed, hasControls: seed % 2 == 0)
      paths.append(folder.path("\(seed).graphml"))
      try GraphExport.write(graph, to: paths[Int(seed)], options: ExportOptions(graphML: .strict))
    }
    let run = try Place.run(xmllint, ["--nonet", "--noout", "--schema", schema] + paths)
    #expect(run.status == 0, "\(run.errors)")
  }
}
