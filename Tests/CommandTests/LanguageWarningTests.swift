import Foundation
import Testing

/// Documents in another language are read all the same, and named once each.
@Suite struct LanguageWarningTests {
  private static let german = "Der Minister sagte in Oslo, dass die Brücke nicht gebaut wird und auch kein Tunnel.\n"
  private static let russian = "Министр сказал в Осло, что мост не будет построен.\n"
  private static let english = "The minister said in Oslo that the bridge would not be built.\n"

  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("a.txt", LanguageWarningTests.german)
    try scratch.write("b.txt", LanguageWarningTests.english)
    try scratch.write("c.txt", LanguageWarningTests.russian)
    return scratch
  }

  private func note(_ path: String, _ id: String) -> String {
    "Note: \(path): document '\(id)' does not look like English, which alone is read: what is found in it is a guess; "
      + "leave it out, or give a translation\n"
  }

  @Test(arguments: ["annotate", "extract"]) func eachDocumentIsNamedOnce(_ command: String) throws {
    let scratch = try folder()
    let run = try scratch.quipu(command, "a.txt", "b.txt", "c.txt")
    #expect(run.status == 0 && !run.output.isEmpty)
    #expect(run.messages == note("a.txt", "a") + note("c.txt", "c"))
    let quiet = try scratch.quipu(command, "a.txt", "b.txt", "c.txt", "--quiet")
    #expect(quiet.messages.isEmpty && quiet.output == run.output)
  }

  @Test func buildTellsBeforeTheSummary() throws {
    let scratch = try folder()
    let run = try scratch.quipu("build", "a.txt", "b.txt", "-o", "graph.json")
    #expect(run.status == 0 && run.messages.hasPrefix(note("a.txt", "a") + "documents"), "\(run.messages)")
  }

  /// Of many documents in one file the id tells which is meant, and JSON has a member.
  @Test func linesOfOneFile() throws {
    let scratch = try Scratch()
    let texts = [("x", LanguageWarningTests.english), ("y", LanguageWarningTests.german)]
    let lines = try texts.map { id, text in
      String(decoding: try JSONEncoder().encode(["id": id, "text": text]), as: UTF8.self) + "\n"
    }
    try scratch.write("wires.jsonl", lines.joined())
    let run = try scratch.quipu("annotate", "wires.jsonl", "--format", "jsonl")
    #expect(run.messages == note("wires.jsonl", "y"))
    let flags = try run.text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])["english"] as? Bool
    }
    #expect(flags == [nil, false])
  }
}
