import QuipuTraining
import Testing

@Suite struct IOB2ReaderTests {
  private func texts(_ lines: String) throws -> [AnnotatedText] {
    try IOB2Reader.texts(in: Array(lines.utf8), path: "t.iob2")
  }

  @Test func sentencesWithoutDocumentsAreTexts() throws {
    let texts = try texts("In\tO\nNew\tB-LOC\nYork\tI-LOC\nAnna\tB-PER\n\nTom B-PER\nand O\r\n")
    #expect(texts.map(\.id) == ["t.iob2:1", "t.iob2:2"])
    #expect(texts[0].names == [.init(tokens: 1..<3, type: "LOC"), .init(tokens: 3..<4, type: "PER")])
    #expect(texts[1].forms.map { String(decoding: $0, as: UTF8.self) } == ["Tom", "and"])
  }

  @Test func idsAreTheSameInEveryFolder() throws {
    let texts = try IOB2Reader.texts(in: Array("Oslo\tB-LOC\n".utf8), path: "../data/t.iob2")
    #expect(texts.map(\.id) == ["t.iob2:1"])
  }

  @Test func documentsHoldSentences() throws {
    let texts = try texts(
      "# newdoc id = one\n# sent_id = 1\n1\tA\tB-PER\n\n1\tB\tI-PER\n\n# newdoc id = two\n1\tC\tO\n")
    #expect(texts.map(\.id) == ["one", "two"])
    #expect(texts[0].sentences == [0..<1, 1..<2])
    // A name does not go on from sentence to sentence.
    #expect(texts[0].names == [.init(tokens: 0..<1, type: "PER"), .init(tokens: 1..<2, type: "PER")])
  }

  @Test(arguments: [
    ("A B C D\n", "t.iob2:1: the row has 4 columns, not two or three; write word and tag, parted by a tab"),
    ("A\tO\nB\tPER\n", "t.iob2:2: 'PER' is no IOB2 tag; write O, B-TYPE or I-TYPE"),
  ])
  func wrongRowsAreRefused(_ lines: String, _ message: String) {
    #expect { try texts(lines) } throws: { ($0 as? TrainingError)?.description == message }
  }
}
