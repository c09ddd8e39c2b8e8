import Foundation
import Testing

/// Results that cannot be written, or have nowhere to go.
@Suite struct OutputTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("good.txt", BadInputTests.good)
  }

  private static let full =
    "cannot write: No space left on device; free some space or write elsewhere; "
    + "nothing was left behind"

  @Test func fullDiskUnderOneOutput() throws {
    try FileManager.default.createSymbolicLink(atPath: scratch.path("full.graphml"), withDestinationPath: "/dev/full")
    try FileManager.default.createSymbolicLink(atPath: scratch.path("full.jsonl"), withDestinationPath: "/dev/full")
    let before = scratch.names
    let run = try scratch.quipu(
      "build", "good.txt", "-o", "full.jsonl", "-o", "full.graphml", "-o", "ok.json", "--quiet")
    #expect(run.status == 1)
    #expect(run.messages == "Error: full.jsonl: \(OutputTests.full)\nError: full.graphml: \(OutputTests.full)\n")
    #expect(scratch.names == (before + ["ok.json"]).sorted())
    #expect(try scratch.text("ok.json").contains("Santiago"))
  }

  @Test func fullDiskUnderStandardOutput() throws {
    let run = try scratch.quipu("extract", "good.txt", output: "/dev/full")
    #expect(run.status == 1)
    #expect(run.messages == "Error: standard output: \(OutputTests.full)\n")
    let show = try scratch.quipu("ontology", "show", output: "/dev/full")
    #expect(show.status == 1)
    #expect(show.messages == "Error: standard output: \(OutputTests.full)\n")
  }

  @Test func closedPipeIsQuiet() throws {
    // `true` reads nothing; the sleep lets it end first.
    let command = try CommandRun.binary()
    for arguments in ["extract good.txt", "build good.txt -o - --format dot --quiet", "ontology show"] {
      let line = "( sleep 0.3; '\(command)' \(arguments); echo $? > status ) | true"
      let run = try #require(try CommandRun.tool(["sh", "-c", line], in: scratch.folder))
      // The shell waits for the last of the pipe only.
      for _ in 0..<200 where !scratch.names.contains("status") { usleep(100_000) }
      #expect(run.messages.isEmpty)
      #expect(try scratch.text("status") == "0\n")
      try FileManager.default.removeItem(atPath: scratch.path("status"))
    }
  }

  @Test func folderThatIsNotThere() throws {
    let run = try scratch.quipu("build", "good.txt", "-o", "none/graph.dot")
    #expect(run.status == 1)
    #expect(run.messages == "Error: none/graph.dot: cannot write: there is no folder 'none'; make the folder first\n")
    let extract = try scratch.quipu("extract", "good.txt", "-o", "none/claims.jsonl")
    #expect(extract.status == 1)
    #expect(extract.messages == run.messages.replacing("graph.dot", with: "claims.jsonl"))
    #expect(scratch.names == ["good.txt"])
  }

  @Test func failureLeavesTheOldFile() throws {
    try scratch.write("graph.json", "old")
    try scratch.write("none.txt", "Nothing at all, really nothing.\n")
    let run = try scratch.quipu("build", "none.txt", "-o", "graph.json")
    #expect(run.status == 2)
    #expect(run.messages == "Error: nothing was extracted, so nothing was written\n")
    #expect(try scratch.text("graph.json") == "old")
    #expect(scratch.names == ["good.txt", "graph.json", "none.txt"])
  }

  @Test func severalOutputsAfterOneOption() throws {
    let run = try scratch.quipu("build", "-o", "a.graphml", "good.txt", "-o", "b.json", "c.dot", "d.csv", "--quiet")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    #expect(scratch.names == ["a.graphml", "b.json", "c.dot", "d.edges.csv", "d.nodes.csv", "good.txt"])
  }

  @Test func claimsAreInputToo() throws {
    let direct = try scratch.quipu("build", "good.txt", "-o", "-", "--format", "graphml", "--quiet")
    #expect(try scratch.quipu("extract", "good.txt", "-o", "claims.jsonl").status == 0)
    let indirect = try scratch.quipu("build", "claims.jsonl", "-o", "-", "--format", "graphml", "--quiet")
    #expect(indirect.status == 0)
    #expect(direct.text.contains("</graphml>"))
    #expect(indirect.output == direct.output)
  }

  @Test func claimsFromStandardInput() throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", BadInputTests.good)
    let binary = try CommandRun.binary()
    let line = "'\(binary)' extract good.txt | '\(binary)' build - -o piped.json --quiet"
    #expect(try #require(try CommandRun.tool(["sh", "-c", line], in: scratch.folder)).status == 0)
    #expect(try scratch.quipu("build", "good.txt", "-o", "direct.json", "--quiet").status == 0)
    #expect(try scratch.bytes("piped.json") == scratch.bytes("direct.json"))
    // A file as standard input is looked at in place.
    #expect(try scratch.quipu("extract", "good.txt", "-o", "claims.jsonl").status == 0)
    let run = try scratch.quipu("build", "-", "-o", "again.json", "--quiet", input: scratch.path("claims.jsonl"))
    #expect(run.status == 0)
    #expect(try scratch.bytes("again.json") == scratch.bytes("direct.json"))
  }

  @Test func brokenClaimsFromStandardInput() throws {
    let scratch = try Scratch()
    try scratch.write("claims", "{\"id\": \"a\", \"entities\": []}\n{\"id\": \n")
    let run = try scratch.quipu("build", "-", "-o", "g.json", input: scratch.path("claims"))
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("Error: standard input:2: byte "), "\(run.messages)")
  }

  /// Ctrl-C and SIGTERM while files are being written: the hidden ones are gone, and shells see what ended it.
  @Test(arguments: [("INT", Int32(130)), ("TERM", 143)]) func signalsLeaveNoHalfFile(_ name: String, _ status: Int32)
    throws
  {
    let scratch = try Scratch()
    let script = """
      mkfifo in; exec 3<>in
      env --default-signal=INT,TERM '\(try CommandRun.binary())' extract in -o claims.jsonl & child=$!
      for i in $(seq 500); do ls -A | grep -q tmp && break; sleep 0.02; done
      ls -A | grep -c tmp; kill -\(name) $child; wait $child
      """
    // What runs in the background does not hear of Ctrl-C, which its signals' state tells; here it shall.
    let run = try #require(try CommandRun.tool(["timeout", "60", "bash", "-c", script], in: scratch.folder))
    #expect(run.text == "1\n", "\(run.messages)")
    #expect(run.status == status)
    #expect(scratch.names == ["in"])
  }

  @Test func textFromStandardInput() throws {
    let run = try scratch.quipu("extract", "-", input: scratch.path("good.txt"))
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("{\"id\":\"stdin\""))
    #expect(run.text.contains("Santiago"))
  }
}
