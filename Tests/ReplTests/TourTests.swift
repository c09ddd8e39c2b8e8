import Foundation
import Testing

@testable import QuipuRepl

/// README.md shows what the session answers: every line after `quipu> ` and `  ...> ` is typed.
/// QUIPU_RECORD=1 writes the answers anew, and fails.
@Suite struct TourTests {
  private static let path = Checkout.root + "/README.md"

  @Test func tourAnswersAsPrinted() throws {
    let golden = try Checkout.text(TourTests.path)
    let (found, questions) = TourTests.walked(golden)
    #expect(questions >= 10)
    if Checkout.isRecording, found != golden {
      try found.write(toFile: TourTests.path, atomically: true, encoding: .utf8)
      Issue.record("README.md is recorded anew: look at git diff, then run without QUIPU_RECORD")
      return
    }
    let difference = zip(golden.split(separator: "\n"), found.split(separator: "\n")).first { $0 != $1 }
    #expect(found == golden, "first difference: \(difference.map { "\($0)" } ?? "the length")")
  }

  /// The text with the answers of a session in place of those printed, and how many lines were answered.
  private static func walked(_ text: String) -> (text: String, questions: Int) {
    let session = ReplSession()
    session.windowWidth = 100
    _ = session.start(with: Checkout.sample)
    var (result, questions, isInside) = ("", 0, false)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("```") { isInside = line == "```console" }
      guard isInside, !line.hasPrefix("```") else {
        result += line + "\n"
        continue
      }
      guard line.hasPrefix("quipu> ") || line.hasPrefix("  ...> ") else { continue }
      let pieces = session.handle(String(line.dropFirst(7))).filter { if case .note = $0 { false } else { true } }
      questions += session.isInStatement ? 0 : 1
      result += line + "\n" + pieces.transcript
    }
    return (result, questions)
  }
}
