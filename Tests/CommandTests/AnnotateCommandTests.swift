import Foundation
import Testing

/// `quipu annotate`, as a user runs it.
@Suite struct AnnotateCommandTests {
  static let text = "Maria Keller, the president of Chile, didn't fly to Oslo on 3 May 2024.  It cost $5 million.\n"

  private func columns(_ text: String, _ column: Int) -> [String] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      String($0.split(separator: "\t", omittingEmptySubsequences: false)[column])
    }
  }

  @Test func treebankRows() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", AnnotateCommandTests.text)
    let run = try scratch.quipu("annotate", "a.txt")
    #expect(run.status == 0 && run.messages.isEmpty)
    let expected =
      "# newdoc id = a\n# newpar\n# sent_id = a-1\n# text = Maria Keller, the president of Chile, didn't fly to Oslo on "
      + "3 May 2024.\n1\tMaria\tMaria\tPROPN\t_\t"
    #expect(run.text.hasPrefix(expected), "\(run.text)")
    #expect(columns(run.text, 0).contains("9-10") && columns(run.text, 1).contains("didn't"))
    let misc = columns(run.text, 9)
    #expect(misc.contains { $0.contains("Value=B-Date:2024-05-03") } && misc.contains { $0.contains("Value=I-Date") })
    #expect(misc.contains { $0.contains("Value=B-Money:5000000\\sUSD") })
    #expect(columns(run.text, 6).filter { $0 == "0" }.count == 2)
  }

  @Test func jsonLinesFromStandardInput() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", AnnotateCommandTests.text)
    let run = try scratch.quipu("annotate", "-", "--format", "jsonl", "--tokens", input: scratch.path("a.txt"))
    #expect(run.status == 0 && run.messages.isEmpty)
    let line = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    #expect(line["id"] as? String == "stdin" && line["text"] as? String == AnnotateCommandTests.text)
    #expect((line["sentences"] as? [[Int]])?.count == 2)
    #expect((line["tokens"] as? [Any])?.count ?? 0 > 20)
  }

  /// The page, its format told by the name of the file.
  @Test func pageToAFile() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", AnnotateCommandTests.text)
    try scratch.write("b.html", "<html><title>A title</title><p>Ann &lt;b&gt; Lee ran.</p></html>")
    let run = try scratch.quipu("annotate", "a.txt", "b.html", "-o", "page.html")
    #expect(run.status == 0 && run.output.isEmpty && run.messages.isEmpty)
    let page = try scratch.text("page.html")
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
    #expect(page.contains("<h1>a</h1>") && page.contains("<h1>A title</h1>") && page.contains("&lt;b&gt;"))
    #expect(scratch.names == ["a.txt", "b.html", "page.html"])
  }

  @Test func goldTokensAreKept() throws {
    let scratch = try Scratch()
    let rows = ["1\tDon't\t_\tX\t_\t_\t0\troot\t_\t_", "2\tpanic\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No"]
    try scratch.write(
      "a.conllu",
      "# newdoc id = x\n# sent_id = s\n# text = Don't panic\n# mine\n" + rows.joined(separator: "\n") + "\n\n")
    let run = try scratch.quipu("annotate", "a.conllu")
    #expect(run.text.hasPrefix("# newdoc id = x\n# sent_id = s\n# text = Don't panic\n# mine\n1\tDon't\t"))
    #expect(columns(run.text, 1) == ["Don't", "panic"])
  }

  @Test func aBadDocumentCostsItself() throws {
    let scratch = try Scratch()
    try scratch.write("bad.jsonl", "{\"id\":\"x\",\"text\":\n" + BadInputTests.line("y", "Ann Lee ran."))
    try scratch.write("good.txt", BadInputTests.good)
    let run = try scratch.quipu("annotate", "bad.jsonl", "good.txt", "none.txt", "-o", "out.conllu")
    #expect(run.status == 1)
    #expect(
      run.messages == "Error: none.txt: cannot be found (no such file or directory); check the path\n"
        + "Error: bad.jsonl:1:18: is no JSON: it ends too early; correct the JSON\n")
    let text = try scratch.text("out.conllu")
    #expect(text.contains("# newdoc id = y\n") && text.contains("# newdoc id = good\n"))
  }

  @Test(arguments: ["out.conllu", "out.jsonl", "out.html"]) func nothingToReadWritesNothing(_ name: String) throws {
    let scratch = try Scratch()
    try scratch.write("blank.txt", " \n")
    let run = try scratch.quipu("annotate", "blank.txt", "-o", name)
    #expect(run.status == 2)
    #expect(
      run.messages == "Error: blank.txt: holds no text; leave it out, or check its source\n"
        + "Error: nothing was annotated, so nothing was written\n")
    #expect(scratch.names == ["blank.txt"])
  }

  @Test func aModelThatIsNoneIsRefused() throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", BadInputTests.good)
    try scratch.write("old.model", "no model")
    for model in ["old.model", "none.model"] {
      let run = try scratch.quipu("annotate", "good.txt", "--model", model, "-o", "out.conllu")
      #expect(run.status == 1 && run.messages.hasPrefix("Error: \(model): "), "\(run.messages)")
    }
    #expect(scratch.names == ["good.txt", "old.model"])
  }

  @Test(arguments: ["conllu", "jsonl", "html"]) func theSameBytesOnAnyNumberOfThreads(_ format: String) throws {
    let scratch = try Scratch()
    let lines = (0..<60).map { i in
      BadInputTests.line("d\(i)", String(repeating: "Ann Lee runs Acme. ", count: 1 + i * 7 % 11))
    }
    try scratch.write("many.jsonl", lines.joined())
    let one = try scratch.quipu("annotate", "many.jsonl", "--format", format, "--threads", "1")
    #expect(one.status == 0 && one.output.count > 5000)
    for threads in ["2", "4"] {
      let isSame =
        try scratch.quipu("annotate", "many.jsonl", "--format", format, "--threads", threads).output == one.output
      #expect(isSame, "\(threads) threads")
    }
  }

  // MARK: Scorers

  private static let shared = Checkout.root + "/../shared"
  private static var hasTreebank: Bool {
    FileManager.default.fileExists(atPath: shared + "/data/ewt/en_ewt-ud-dev.conllu")
  }

  /// What the scorers of the treebank read: first the gold words, then the raw text.
  @Test(.enabled(if: hasTreebank, "needs ../shared")) func scorersReadIt() throws {
    let scratch = try Scratch()
    let gold = AnnotateCommandTests.shared + "/data/ewt/en_ewt-ud-dev.conllu"
    for input in [gold, AnnotateCommandTests.shared + "/data/ewt/dev.docs.jsonl"] {
      #expect(try scratch.quipu("annotate", input, "-o", "out.conllu").status == 0)
      let scorer = AnnotateCommandTests.shared + "/tools/score_ud.py"
      let run = try #require(
        try CommandRun.tool(["python3", scorer, gold, scratch.path("out.conllu")], in: scratch.folder))
      let scores = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any], "\(run.text)")
      let score = { (name: String) in (scores[name] as? NSNumber)?.doubleValue ?? 0 }
      #expect(score("tokens") >= (input == gold ? 1 : 0.985) && score("sentences") >= (input == gold ? 1 : 0.8))
      #expect(score("upos") >= 0.94 && score("lemma") >= 0.96, "\(run.text)")
    }
  }
}
