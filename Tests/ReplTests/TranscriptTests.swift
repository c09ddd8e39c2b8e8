import Foundation
import Testing

@testable import QuipuRepl

/// Conversations with the sample graph as kept in Transcripts/, line by line; QUIPU_RECORD=1 writes them anew, and
/// fails. Lines that begin with `> ` are typed, all others are the answers.
@Suite struct TranscriptTests {
  static let files = Checkout.files(Checkout.here + "/Transcripts", ending: ".txt")

  @Test func transcriptsAreThere() { #expect(TranscriptTests.files.count >= 3) }

  @Test(arguments: files) func answersAreThoseOfTheTranscript(_ path: String) throws {
    let golden = try Checkout.text(path)
    let session = ReplSession()
    _ = session.start(with: Checkout.sample)
    var found = ""
    for line in golden.split(separator: "\n") where line.hasPrefix("> ") {
      found += line + "\n" + session.handle(String(line.dropFirst(2))).transcript
    }
    if Checkout.isRecording, found != golden {
      try found.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("\(path) is recorded anew: look at git diff, then run without QUIPU_RECORD")
      return
    }
    #expect(found == golden)
  }
}
