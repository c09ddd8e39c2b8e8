import Foundation
import Testing

/// `convert`, `stats` and `ontology` on small graphs and files.
@Suite struct GraphCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("good.txt", BadInputTests.good)
  }

  private struct Statistics: Decodable {
    struct Degree: Decodable {
      var mean: Double
      var max: Int
    }
    var nodes, edges, components: Int
    var labels, types: [String: Int]
    var degree: Degree
  }

  @Test func statsCountWhatBuildTold() throws {
    let build = try scratch.quipu("build", "good.txt", "-o", "g.graphml")
    #expect(build.status == 0)
    let run = try scratch.quipu("stats", "g.graphml", "--format", "json")
    #expect(run.status == 0)
    let statistics = try JSONDecoder().decode(Statistics.self, from: Data(run.output))
    let rows = build.messages.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.contains(["entities", "\(statistics.nodes)"]))
    #expect(rows.contains(["relations", "\(statistics.edges)"]))
    #expect(rows.contains(["documents", "1"]))
    #expect(rows.last?.first == "seconds")
    #expect(statistics.labels["Country"] == 1)
    #expect(statistics.labels["Person"] == 1)
    #expect(statistics.types.values.reduce(0, +) == statistics.edges)
    let table = try scratch.quipu("stats", "g.graphml")
    let cells = table.text.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(cells.first == ["nodes", "\(statistics.nodes)"])
    #expect(cells.contains(["components", "\(statistics.components)"]))
  }

  @Test func convertTellsWhatIsLost() throws {
    #expect(try scratch.quipu("build", "good.txt", "-o", "g.graphml", "--quiet").status == 0)
    let run = try scratch.quipu("convert", "g.graphml", "g.dot")
    #expect(run.status == 0)
    #expect(run.messages.hasPrefix("Note: g.dot: "))
    #expect(try scratch.text("g.dot").hasPrefix("digraph"))
    let json = try scratch.quipu("convert", "g.graphml", "-", "--format", "json")
    #expect(json.status == 0)
    #expect(json.text.hasPrefix("{"))
  }

  @Test func graphsFromStandardInput() throws {
    #expect(try scratch.quipu("build", "good.txt", "-o", "g.graphml", "-o", "g.json", "--quiet").status == 0)
    let expected = try scratch.quipu("stats", "g.graphml").text
    for name in ["g.graphml", "g.json"] {
      let stats = try scratch.quipu("stats", "-", input: scratch.path(name))
      #expect(stats.status == 0)
      #expect(stats.text == expected)
      let convert = try scratch.quipu("convert", "-", "-", "--format", "json", input: scratch.path(name))
      #expect(convert.status == 0)
      #expect(try scratch.quipu("convert", name, "-", "--format", "json").output == convert.output)
    }
    let empty = try scratch.quipu("stats", "-")
    #expect(empty.status == 1)
    #expect(empty.messages == "Error: standard input: holds no graph; give a graph as GraphML or JSON\n")
  }

  @Test func graphsThatCannotBeRead() throws {
    try scratch.write("broken.graphml", "<graphml><graph>")
    let broken = try scratch.quipu("stats", "broken.graphml")
    #expect(broken.status == 1)
    #expect(broken.messages.hasPrefix("Error: broken.graphml:1:"))
    let missing = try scratch.quipu("convert", "none.graphml", "g.json")
    #expect(missing.status == 1)
    #expect(missing.messages == "Error: none.graphml: cannot read: No such file or directory; check the path\n")
    #expect(scratch.names == ["broken.graphml", "good.txt"])
  }

  @Test func isolatedAndUnsureAreLeftOut() throws {
    try scratch.write("alone.txt", "Maria Keller, the president of Chile, read a book about Norway.\n")
    let all = try scratch.quipu("build", "alone.txt", "-o", "-", "--format", "json", "--quiet").text
    let connected = try scratch.quipu("build", "alone.txt", "-o", "-", "--format", "json", "--no-isolated", "--quiet")
    #expect(all.contains("Norway") && all.contains("Chile"))
    #expect(!connected.text.contains("\"Norway\"") && connected.text.contains("Chile"))
    _ = try scratch.quipu("build", "alone.txt", "-o", "sure.graphml", "--min-confidence", "1", "--quiet")
    let sure = try scratch.quipu("stats", "sure.graphml", "--format", "json")
    #expect(sure.text.contains("\"edges\":0,"))
  }

  private static let shipping = """
    @prefix q: <https://quipu-graph.org/ontology#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    q:Vessel a owl:Class ; rdfs:subClassOf q:PARENT ; rdfs:label "vessel" .

    """

  @Test func ontologyCheck() throws {
    let standard = try scratch.quipu("ontology", "check")
    #expect(standard.status == 0)
    #expect(standard.text.hasSuffix(" rules: all fit\n"))
    try scratch.write("good.ttl", GraphCommandTests.shipping.replacing("PARENT", with: "Product"))
    let good = try scratch.quipu("ontology", "check", "good.ttl")
    #expect(good.status == 0)
    try scratch.write("bad.ttl", GraphCommandTests.shipping.replacing("PARENT", with: "Produkt"))
    let bad = try scratch.quipu("ontology", "check", "bad.ttl")
    #expect(bad.status == 1)
    #expect(bad.messages.hasPrefix("Error: bad.ttl:4: class Vessel has the unknown parent"))
    try scratch.write("bad.rules", "pattern x\n")
    let rules = try scratch.quipu("ontology", "check", "bad.rules")
    #expect(rules.status == 1)
    #expect(rules.messages.hasPrefix("Error: bad.rules:1: 'pattern' stands outside a rule"))
  }

  @Test func ontologyShow() throws {
    try scratch.write("good.ttl", GraphCommandTests.shipping.replacing("PARENT", with: "Product"))
    let run = try scratch.quipu("ontology", "show", "good.ttl")
    #expect(run.status == 0)
    #expect(run.text.contains("\n  Product\n    "))
    #expect(run.text.contains("    Vessel\n"))
    let alone = try scratch.quipu("ontology", "show", "--replace-ontology", "good.ttl")
    #expect(alone.status == 1)
    #expect(alone.messages.contains("unknown parent"))
  }

  @Test func dataFolderThatIsNone() throws {
    let run = try CommandRun(["extract", "good.txt"], in: scratch.folder, environment: ["QUIPU_DATA": "/none"])
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("Error: /none: QUIPU_DATA names this folder, but it holds no Ontology/quipu.ttl"))
  }
}
