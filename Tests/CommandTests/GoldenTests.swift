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

  /// What GraphML holds is what JSON holds, evidence and all.
  @Test(.disabled(if: isRecording, "Exports/ is being written")) func goldenGraphMLAndJSONHoldTheSame() throws {
    let scratch = try Scratch()
    for format in ["graphml", "json"] {
      let golden = Checkout.root + "/Exports/samples.\(format)"
      #expect(try scratch.quipu("convert", golden, "from-\(format).json").status == 0)
    }
    let (a, b) = (try scratch.bytes("from-graphml.json"), try scratch.bytes("from-json.json"))
    #expect(a.count > 10_000)
    #expect(GoldenTests.firstDifference(a, b) == nil)
  }
}
