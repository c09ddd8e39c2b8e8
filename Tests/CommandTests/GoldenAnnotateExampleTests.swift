import Foundation
import Testing

/// The example of Documentation/Annotate.md is what comes out. `make record` writes it anew, and fails.
@Suite struct GoldenAnnotateExampleTests {
  private static let page = Checkout.root + "/Documentation/Annotate.md"

  @Test func theExampleIsWhatComesOut() throws {
    let text = try String(contentsOfFile: GoldenAnnotateExampleTests.page, encoding: .utf8)
    let begin = try #require(text.range(of: "```console\n$ echo '"))
    let quote = try #require(text.range(of: "' | quipu annotate -\n", range: begin.upperBound..<text.endIndex))
    let end = try #require(text.range(of: "```\n", range: quote.upperBound..<text.endIndex))
    let scratch = try Scratch()
    try scratch.write("example.txt", String(text[begin.upperBound..<quote.lowerBound]) + "\n")
    let run = try scratch.quipu("annotate", "-", input: scratch.path("example.txt"))
    #expect(run.status == 0 && run.messages.isEmpty)
    let shown = text[quote.upperBound..<end.lowerBound]
    if ProcessInfo.processInfo.environment["QUIPU_RECORD"] == "1" {
      let recorded = text.replacingCharacters(in: quote.upperBound..<end.lowerBound, with: run.text)
      try Data(recorded.utf8).write(to: URL(filePath: GoldenAnnotateExampleTests.page))
      Issue.record("the example is recorded anew: look at git diff, then run without QUIPU_RECORD")
      return
    }
    #expect(run.text == shown, "'make record' writes the example of Documentation/Annotate.md anew")
  }
}
