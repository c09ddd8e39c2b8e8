import QuipuAnnotation
import QuipuCore
import QuipuTestSupport
import Testing

/// Texts at the edge of what is one: annotated without harm, and in time that grows with their length only.
@Suite struct BadTextTests {
  @Test(arguments: [
    "", " ", "\n\n\n", ".", "...", "\"", "'s", "n't", "_", "-", "’", "\u{FEFF}", "\u{301}", "\u{200D}", "🇳🇴", "\u{0}",
    "to to to to", "and, and, and", "|", "\\", "Ann", "ANN LEE", "#", "1", "$", "http://", "Привет, мир!", "你好世界。",
    "مرحبا بالعالم", "สวัสดีชาวโลก", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "e\u{301}\u{301}\u{301}e", "\u{202E}abc", "a\u{2028}b", "a\r\nb\rc",
  ])
  func smallTextsHold(_ text: String) throws {
    let annotator = try Standard.annotator.get()
    for text in [text, " " + text + "\n", text + text, "Ann " + text + " Lee."] {
      try Invariants(annotated: annotator.annotate(Document(id: "t", text: text)), name: text.debugDescription).check()
    }
  }

  static let units: [String] = [
    "a", "A", "1", "'", "\"", "(", ".", ",", "-", "a.", "a'", "a-", "1,", "$", "🦙", "e\u{301}", "\u{301}", "字", "я", "_",
    "n't", "@", "/", "http://a.", "Ann ", "Ann Lee, ", "in ", "the ", "of the ", "and ", "1 ", "5 May ", "1 to ", "\n", "a\n",
    "said ", "“a ", "( ", "who said that ", "$ 5 and ", "’s ", "A. ", "U.S. ", "\u{A0}", "\u{200B}", "between 5 and ",
    "a year earlier ", "Mr. ", "? ", "… ", ": ", "• ", "* a\n",
  ]

  /// What is one sentence, one token or one run of something may be as long as it likes.
  @Test(arguments: units) func timeGrowsWithTheText(_ unit: String) throws {
    let annotator = try Standard.annotator.get()
    let ratio = growth(from: 6_000, to: 48_000) { bytes in
      let text = String(repeating: unit, count: bytes / unit.utf8.count)
      _ = annotator.annotate(Document(id: "t", text: text))
    }
    #expect(ratio < 24, "\(ratio) times as long for 8 times \(unit.debugDescription)")
  }

  @Test(arguments: units) func writingGrowsWithTheText(_ unit: String) throws {
    let annotator = try Standard.annotator.get()
    let texts = [6_000, 48_000].map { bytes in
      annotator.annotate(Document(id: "t", text: String(repeating: unit, count: bytes / unit.utf8.count)))
    }
    for (name, writer) in [
      ("conllu", CoNLLUAnnotationWriter(hasTokenRanges: true)), ("jsonl", AnnotationJSONWriter(hasTokens: true)),
      ("html", ParsePage()),
    ] as [(String, any AnnotationWriting)] {
      let ratio = growth(from: 0, to: 1) { _ = written(writer, texts[$0]) }
      #expect(ratio < 24, "\(name): \(ratio) times as long for 8 times \(unit.debugDescription)")
    }
  }

  /// A megabyte without a blank, in several scripts.
  @Test(arguments: ["a", "aA1.", "字", "я", "🦙", "e\u{301}", "'", "(", "a-", "1,", "http://a.b/"])
  func aMegabyteWithoutASpace(_ unit: String) throws {
    let text = String(repeating: unit, count: (1 << 20) / unit.utf8.count)
    let annotated = try Standard.annotator.get().annotate(Document(id: "t", text: text))
    var end: UInt32 = 0
    for token in annotated.analysis.tokens {
      try #require(token.range.start == end)
      end = token.range.end
    }
    #expect(Int(end) == text.utf8.count)
    #expect(written(CoNLLUAnnotationWriter(), annotated).utf8.count > text.utf8.count)
  }
}
