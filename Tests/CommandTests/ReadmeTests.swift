import Foundation
import Quipu
import Testing

/// What the README shows is what works.
@Suite struct ReadmeTests {
  private static let readme = (try? String(contentsOfFile: Checkout.root + "/README.md", encoding: .utf8)) ?? ""

  /// The README's code, with its two names of files as arguments.
  private func example(samples: String, graphML: String) throws -> PropertyGraph {
    // begin
    let data = try DataLocation.find()
    let resources = try ExtractionResources.load(.standard(dataFolder: data))
    let model = try LanguageModel(path: data + "/" + DataLocation.englishModel)
    let extractor = Extractor(resources: resources, model: model)
    var assembler = Assembler(ontology: resources.ontology, gazetteer: resources.gazetteer)
    for case .document(let document, _, _) in DocumentReader(DocumentSource([samples])) {
      try assembler.add(extractor.extract(document))
    }
    let graph = try assembler.graph()
    print(graph.nodeCount, "nodes,", graph.edgeCount, "edges")
    try GraphExport.write(graph, to: graphML)
    // end
    return graph
  }

  @Test func exampleWorks() throws {
    let scratch = try Scratch()
    let graph = try example(samples: Checkout.root + "/Samples", graphML: scratch.path("graph.graphml"))
    #expect(graph.nodeCount > 50)
    #expect(graph.edgeCount > 10)
    #expect(scratch.names == ["graph.graphml"])
  }

  @Test func exampleIsTheReadmes() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8).split(separator: "\n")
    let begin = try #require(source.firstIndex { $0.hasSuffix("// begin") })
    let end = try #require(source.firstIndex { $0.hasSuffix("// end") })
    let code = source[(begin + 1)..<end].map { $0.dropFirst(4) }.joined(separator: "\n")
      .replacing("[samples]", with: "[\"Samples\"]").replacing("to: graphML", with: "to: \"graph.graphml\"")
    #expect(ReadmeTests.readme.contains("```swift\nimport Quipu\n\n\(code)\n```"))
  }

  /// Every line of the README's first use of the command, as it stands there.
  @Test func commandsWork() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("Samples"), withDestinationPath: Checkout.root + "/Samples")
    let lines = ReadmeTests.readme.split(separator: "\n").filter { $0.hasPrefix("quipu ") && $0.contains("  # ") }
    #expect(lines.count >= 4)
    for line in lines {
      let words = line.split(separator: "#")[0].split(separator: " ").dropFirst().map(String.init)
      let run = try CommandRun(words, in: scratch.folder)
      #expect(run.status == 0, "\(line): \(run.messages)")
    }
  }

  /// Every question of the README, to the graph of the samples.
  @Test func questionsWork() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("graph.graphml"), withDestinationPath: Checkout.root + "/Exports/samples.graphml")
    let lines = ReadmeTests.readme.split(separator: "\n").filter { $0.contains("quipu query graph") }
    #expect(lines.count >= 5)
    for line in lines where !line.hasPrefix("`") {
      let script = "quipu() { '\(try CommandRun.binary())' \"$@\"; }; \(line)"
      let run = try #require(try CommandRun.tool(["sh", "-c", script], in: scratch.folder))
      #expect(run.status == 0, "\(line): \(run.messages)")
      #expect(!run.output.isEmpty || line.contains("--output") || line.contains("--write"), "\(line)")
      #expect(!run.text.contains("0 rows"), "\(line)")
    }
  }
}
