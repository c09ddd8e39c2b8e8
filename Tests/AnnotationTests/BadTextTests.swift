import Foundation
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
    "a", "1", "'", "(", ".", "a.", "a'", "a-", "1,", "$", "🦙", "e\u{301}", "字", "_", "n't", "http://a.", "Ann Lee, ",
    "of the ", "and ", "1 ", "5 May ", "\n", "a\n", "“a ", "who said that ", "A. ", "\u{200B}", "between 5 and ",
    "a year earlier ", "? ",
  ]

  /// What is one sentence, one token or one run of something may be as long as it likes.
  @Test(arguments: isLong ? units : ["a", "'", "🦙", "Ann Lee, ", "5 May ", "a\n"]) func timeGrowsWithTheText(
    _ unit: String
  ) throws {
    let annotator = try Standard.annotator.get()
    let ratio = growth(from: 500, to: 4_000) { bytes in
      let text = String(repeating: unit, count: bytes / unit.utf8.count)
      _ = annotator.annotate(Document(id: "t", text: text))
    }
    #expect(ratio < 24, "\(ratio) times as long for 8 times \(unit.debugDescription)")
  }

  @Test(arguments: ["a", ".", "🦙", "字", "Ann Lee, ", "of the ", "\n", "5 May "])
  func writingGrowsWithTheText(_ unit: String) throws {
    let annotator = try Standard.annotator.get()
    let texts = [500, 4_000].map { bytes in
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

  private static let isLong = ProcessInfo.processInfo.environment["QUIPU_LONG_TESTS"] != nil

  /// A megabyte without a blank: in one token, and, which takes a debug build long, in as many as can be.
  @Test(arguments: isLong ? ["a", "aA1.", "字", "🦙", "'", "(", "a-"] : ["a"])
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
