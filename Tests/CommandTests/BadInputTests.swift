import Foundation
import Testing

/// Inputs that cannot be read, each beside one that can: what is said, and that the other one is done.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    /// All of standard error.
    var message: String

    init(_ name: String, _ bytes: [UInt8], _ message: String) {
      (self.name, self.bytes, self.message) = (name, bytes, "Error: \(message)\n")
    }

    init(_ name: String, _ text: String, _ message: String) { self.init(name, Array(text.utf8), message) }

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case("empty.txt", "", "empty.txt: holds no text; leave it out, or check its source"),
    Case("blank.txt", " \n\t\n", "blank.txt: holds no text; leave it out, or check its source"),
    Case(
      "binary.txt", elfHeader, "binary.txt: is no text: a NUL byte at byte 7; convert it to text first, or leave it out"
    ),
    Case(
      "deep.xml", String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000),
      "deep.xml:1:772: elements are nested more than 256 deep; flatten the markup"),
    Case("bomb.xml", entityBomb, bombMessage),
    Case(
      "cut.txt.gz", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0x2B],
      "cut.txt.gz: the gzip data breaks off before its end at byte 11; fetch or compress the file again"),
    Case(
      "broken.jsonl", "{\"id\":\"x\",\"text\":\n",
      "broken.jsonl:1:18: is no JSON: it ends too early; correct the JSON"),
    Case(
      "twice.jsonl", line("a", "Rome lies in Italy.") + line("a", "Paris lies in France."),
      "twice.jsonl:2: the document id 'a' was given before, at twice.jsonl:1; give one of them another id"),
  ]

  /// How an executable begins.
  static let elfHeader: [UInt8] =
    Array("\u{7F}ELF\u{2}\u{1}\u{1}".utf8) + [UInt8](repeating: 0, count: 9) + [3, 0, 0x3E, 0, 1, 0, 0, 0, 0xA0, 0xC3]

  /// Each entity is ten of the one before: 10⁹ letters when expanded.
  static let entityBomb: String = {
    var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\">\n"
    for (entity, part) in zip("bcdefghi", "abcdefgh") {
      text += "<!ENTITY \(entity) \"" + String(repeating: "&\(part);", count: 10) + "\">\n"
    }
    return text + "]>\n<l>&i;</l>"
  }()

  static let bombMessage =
    "bomb.xml:12:7: uses the entity 'i' that it declares itself; such entities are not expanded; "
    + "write the text in its place"

  static func line(_ id: String, _ text: String) -> String { "{\"id\":\"\(id)\",\"text\":\"\(text)\"}\n" }

  static let good = "Maria Keller, the president of Chile, lives in Santiago.\n"

  @Test(arguments: cases) func othersAreDone(_ bad: Case) throws {
    let scratch = try Scratch()
    try scratch.write(bad.name, bad.bytes)
    try scratch.write("good.txt", BadInputTests.good)
    let run = try scratch.quipu("build", bad.name, "good.txt", "-o", "graph.json", "-o", "claims.jsonl", "--quiet")
    #expect(run.status == 1)
    #expect(run.messages == bad.message)
    #expect(run.output.isEmpty)
    #expect(scratch.names == [bad.name, "claims.jsonl", "good.txt", "graph.json"].sorted())
    #expect(try scratch.text("graph.json").contains("Santiago"))
    #expect(try scratch.text("claims.jsonl").contains("\"id\":\"good\""))
  }

  @Test(arguments: cases.filter { $0.name != "twice.jsonl" }) func aloneNothingIsWritten(_ bad: Case) throws {
    let scratch = try Scratch()
    try scratch.write(bad.name, bad.bytes)
    let run = try scratch.quipu("extract", bad.name, "-o", "claims.jsonl")
    #expect(run.status == 2)
    #expect(run.messages == bad.message + "Error: nothing was extracted, so nothing was written\n")
    #expect(scratch.names == [bad.name])
  }

  @Test func missingFile() throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", BadInputTests.good)
    let run = try scratch.quipu("extract", "none.txt", "good.txt")
    #expect(run.status == 1)
    #expect(run.messages == "Error: none.txt: cannot be found (no such file or directory); check the path\n")
    #expect(run.text.contains("\"id\":\"good\""))
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything")) func unreadableFile() throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", BadInputTests.good)
    try scratch.write("secret.txt", "Maria Keller lives in Santiago.")
    chmod(scratch.path("secret.txt"), 0)
    let run = try scratch.quipu("extract", "secret.txt", "good.txt")
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("Error: secret.txt: cannot be opened (permission denied)"))
    #expect(run.text.contains("\"id\":\"good\""))
  }

  @Test func folderWithoutDocuments() throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", BadInputTests.good)
    try FileManager.default.createDirectory(atPath: scratch.path("empty.txt"), withIntermediateDirectories: false)
    let run = try scratch.quipu("extract", "empty.txt", "good.txt")
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("Error: empty.txt: the folder holds no documents; put in files that end in .txt"))
    #expect(run.text.contains("\"id\":\"good\""))
  }

  /// Not UTF-8, but text: read as Windows-1252, which is told on request.
  @Test func brokenUTF8IsReadAsWindows1252() throws {
    let scratch = try Scratch()
    try scratch.write("old.txt", Array("Mar".utf8) + [0xED] + Array("a Keller lives in Santiago, Chile.\n".utf8))
    let run = try scratch.quipu("extract", "old.txt", "--verbose")
    #expect(run.status == 0)
    #expect(run.messages.lowercased().contains("windows-1252"))
    #expect(run.text.contains("Mar\u{ED}a Keller"))
  }

  /// One line that is one word, since a debug build goes through a megabyte of words in half a minute.
  @Test func longLine() throws { try checkLongLine(5 << 20, of: "loremipsum") }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["QUIPU_LONG_TESTS"] != nil, "slow: QUIPU_LONG_TESTS=1"))
  func veryLongLine() throws { try checkLongLine(100 << 20, of: "lorem ipsum dolor sit amet ") }

  private func checkLongLine(_ size: Int, of text: String) throws {
    let scratch = try Scratch()
    let word = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + word.count)
    while bytes.count < size { bytes += word }
    try scratch.write("line.txt", bytes + Array(" in Santiago, Chile".utf8))
    try scratch.write("good.txt", BadInputTests.good)
    let run = try scratch.quipu("extract", "line.txt", "good.txt", "-o", "claims.jsonl")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    let lines = try scratch.text("claims.jsonl").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.contains("\"Santiago\"") == true)
  }
}
