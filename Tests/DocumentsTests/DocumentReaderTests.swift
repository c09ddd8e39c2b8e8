import QuipuCore
import QuipuDocuments
import QuipuTestSupport
import Testing

@Suite struct DocumentReaderTests {
  @Test func aLineOfAHundredMegabytes() throws {
    let workspace = try Workspace()
    let words = Array("knots on strings keep the records, ".utf8)
    var bytes: [UInt8] = []
    while bytes.count < 100 << 20 { bytes.append(contentsOf: words) }
    try workspace.write("long.txt", bytes)
    let run = workspace.read()
    #expect(run.documents.first?.bytes == bytes)
    #expect(run.notes.isEmpty)
  }

  @Test func aTextBeyondTheLimit() throws {
    let workspace = try Workspace()
    try workspace.write("a.txt", String(repeating: "x", count: 100))
    let long = String(repeating: "x", count: 1 << 20)
    try workspace.write("b.jsonl", "{\"text\":\"\(long)\"}\n{\"text\":\"y\"}\n{\"text\":\"\(long)\"}")
    let run = workspace.read([""], ReadingOptions(maximumTextSize: 50))
    #expect(
      run.messages == [
        "a.txt: holds more than 50 bytes of text in one document; split it into several documents",
        "b.jsonl:1: the line holds more than 50 bytes; split the document",
        "b.jsonl:3: the line holds more than 50 bytes; split the document",
      ])
    #expect(run.ids == ["b#2"])
  }

  @Test func bytesInMemory() {
    let run = Run(DocumentReader(bytes: GzipStreamTests.gzip("{\"text\":\"x\"}"), path: "in/a.json.gz"))
    #expect(run.ids == ["in/a"])
    #expect(run.documents.first?.source == "in/a.json.gz")
  }

  @Test func linesOfAllLengthsAcrossPieces() throws {
    var random = SplitMix64(seed: 3)
    let lines = (0..<400).map { i in
      "{\"id\":\"\(i)\",\"text\":\"" + String(repeating: "é", count: Int(random.next() % 5000)) + "x\"}"
    }
    let run = try Run.of("\u{FEFF}" + lines.joined(separator: "\r\n"), as: "a.jsonl")
    #expect(run.ids == (0..<400).map(String.init))
    #expect(run.documents.map { $0.bytes.count } == lines.enumerated().map { $1.utf8.count - 19 - "\($0)".count })
    #expect(run.errors.isEmpty)
  }

  /// Random bytes, and mutations of right files: every reader ends, with valid UTF-8 or an error.
  @Test func randomBytesNeverCrashAReader() throws {
    let seeds: [(String, String)] = [
      ("a.txt", "Title\n\nJuly 21, 2017\n\nText."),
      ("b.md", "---\ntitle: x\n---\n# H\n*a* [b](c) `d`\n- e\n```\nf\n```\n| g |"),
      (
        "c.html", "<html><head><title>t</title></head><body><article><p>a<li>b<table><tr><td>c</article>&amp;<!-- x -->"
      ),
      (
        "d.xml",
        "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'b'>]><r><date>2017-07-21</date><p>x &amp; <![CDATA[<p>y</p>]]></p></r>"
      ),
      ("e.jsonl", "{\"id\":\"a\",\"text\":\"b\\u00e9\"}\n{\"text\":\"c\"}\n"),
      ("f.json", "[{\"text\":\"a\"},{\"id\":1,\"text\":\"b\"}]"),
      ("g.conllu", "# newdoc id = a\n# text = b c\n1-2\tb\t_\t_\t_\t_\t_\t_\t_\t_\n1\tb\t_\t_\t_\t_\t_\t_\t_\t_\n"),
      ("h", "?"),
    ]
    var random = SplitMix64(seed: 42)
    let workspace = try Workspace()
    for round in 0..<60 {
      for (name, text) in seeds {
        var bytes = round % 4 == 0 ? random.textLikeBytes(Int(random.next() % 300)) : Array(text.utf8)
        for _ in 0..<Int(random.next() % 6) where !bytes.isEmpty {
          let at = Int(random.next() % UInt64(bytes.count))
          switch random.next() % 3 {
          case 0: bytes[at] = UInt8(random.next() & 0xFF)
          case 1: bytes.remove(at: at)
          default: bytes.insert(contentsOf: bytes[..<at].suffix(8), at: at)
          }
        }
        if round % 10 == 9 { bytes = GzipStreamTests.gzip(bytes).dropLast(round % 20 == 9 ? 0 : 3) }
        try workspace.write(name, bytes)
      }
      let run = workspace.read(seeds.map(\.0))
      #expect(run.documents.count + run.errors.count >= seeds.count)
      for document in run.documents { #expect(String(validating: document.bytes, as: UTF8.self) != nil) }
      for (document, gold) in zip(run.documents, run.gold) {
        #expect(gold?.tokens.allSatisfy { Int($0.end) <= document.bytes.count } != false)
      }
    }
  }
}
