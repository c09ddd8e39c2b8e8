import Foundation
import Testing

/// The graphs of Samples/ as kept in Exports/, byte for byte. `make record` writes them anew, and fails.
@Suite struct GoldenTests {
  private static let names = [
    "samples.dot", "samples.edges.csv", "samples.graphml", "samples.json", "samples.jsonl", "samples.nodes.csv",
  ]

  private static var isRecording: Bool { ProcessInfo.processInfo.environment["QUIPU_RECORD"] == "1" }

  @Test func samplesGiveTheGoldenExports() throws {
    let scratch = try Scratch()
    let outputs = ["graphml", "dot", "json", "csv", "jsonl"].flatMap { ["-o", scratch.path("samples.\($0)")] }
    let run = try CommandRun(["build", "Samples", "--quiet"] + outputs, in: Checkout.root)
    try #require(run.status == 0, "\(run.messages)")
    #expect(scratch.names == GoldenTests.names)
    let exports = Checkout.root + "/Exports"
    if GoldenTests.isRecording {
      try FileManager.default.createDirectory(atPath: exports, withIntermediateDirectories: true)
      for name in scratch.names {
        try Data(scratch.bytes(name)).write(to: URL(filePath: exports + "/" + name))
      }
      Issue.record("Exports/ is recorded anew: look at git diff, then run without QUIPU_RECORD")
      return
    }
    for name in GoldenTests.names {
      let golden = try? Data(contentsOf: URL(filePath: exports + "/" + name))
      let difference = GoldenTests.firstDifference(golden.map(Array.init) ?? [], try scratch.bytes(name))
      #expect(difference == nil, "Exports/\(name); 'make record' writes it anew")
    }
  }

  /// The first line that differs, expected and found; nil when there is none.
  private static func firstDifference(_ golden: [UInt8], _ found: [UInt8]) -> String? {
    if golden == found { return nil }
    let (a, b) = (golden.split(separator: 0x0A), found.split(separator: 0x0A))
    let i = zip(a, b).prefix { $0 == $1 }.count
    let text = { (lines: [ArraySlice<UInt8>]) in
      i < lines.count ? String(String(decoding: lines[i], as: UTF8.self).prefix(300)) : "the end"
    }
    return "line \(i + 1): expected \(text(a)), found \(text(b))"
  }

  /// What GraphML holds is what JSON holds, evidence and all; the order of labels and properties is of no meaning.
  @Test(.disabled(if: isRecording, "Exports/ is being written")) func goldenGraphMLHoldsWhatTheGoldenJSONDoes() throws {
    let scratch = try Scratch()
    let (graphML, json) = (Checkout.root + "/Exports/samples.graphml", Checkout.root + "/Exports/samples.json")
    #expect(try scratch.quipu("convert", graphML, "back.json").status == 0)
    for key in ["nodes", "edges"] {
      let golden = try GoldenTests.elements(key, of: json)
      let found = try GoldenTests.elements(key, of: scratch.path("back.json"))
      try #require(golden.count == found.count && !golden.isEmpty)
      for (a, b) in zip(golden, found) { #expect(a == b) }
    }
  }

  private static func elements(_ key: String, of path: String) throws -> [NSDictionary] {
    let data = try Data(contentsOf: URL(filePath: path))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let elements = try #require(root[key] as? [[String: Any]])
    return elements.map { element in
      var element = element
      if let labels = element["labels"] as? [String] { element["labels"] = labels.sorted() }
      return element as NSDictionary
    }
  }
}
