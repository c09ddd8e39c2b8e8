import Foundation
import QuipuTestSupport
import Testing

/// The same documents give the same bytes: ten runs, one and two threads, inputs in any order.
@Suite struct DeterminismTests {
  private static let inputs =
    Checkout.files(Checkout.root + "/Samples", ending: "") + Checkout.files(Checkout.gold, ending: ".txt")

  private static let outputs = ["g.graphml", "g.dot", "g.json", "g.csv", "g.jsonl"]

  @Test func tenBuilds() throws {
    var generator = SplitMix64(seed: 42)
    var first: [String: [UInt8]] = [:]
    for round in 0..<10 {
      let scratch = try Scratch()
      let inputs = DeterminismTests.inputs.shuffled(using: &generator)
      let outputs = DeterminismTests.outputs.flatMap { ["-o", $0] }
      let run = try CommandRun(
        ["build", "--quiet", "--threads", "\(1 + round % 2)"] + inputs + outputs, in: scratch.folder)
      try #require(run.status == 0, "\(run.messages)")
      #expect(scratch.names == ["g.dot", "g.edges.csv", "g.graphml", "g.json", "g.jsonl", "g.nodes.csv"])
      for name in scratch.names {
        let bytes = try scratch.bytes(name)
        try #require(bytes.count > 1000)
        // Whole files are too long to be shown.
        let isSame = first[name, default: bytes] == bytes
        #expect(isSame, "\(name) of run \(round + 1) differs from the first")
        first[name] = first[name] ?? bytes
      }
    }
  }

  @Test(arguments: ["1", "2", "7"]) func extractionOnAnyNumberOfThreads(_ threads: String) throws {
    let scratch = try Scratch()
    let lines = (0..<200).map { i in
      BadInputTests.line("d\(i)", String(repeating: "Ann Lee runs Acme. ", count: 1 + i % 9))
    }
    try scratch.write("many.jsonl", lines.joined())
    let one = try scratch.quipu("extract", "many.jsonl", "--threads", "1")
    let other = try scratch.quipu("extract", "many.jsonl", "--threads", threads)
    #expect(one.status == 0 && other.status == 0)
    #expect(one.text.split(separator: "\n").count == 200)
    let isSame = one.output == other.output
    #expect(isSame)
  }
}
