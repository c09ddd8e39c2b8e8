import QuipuLanguage
import QuipuTraining
import Testing

@Suite struct TreebankReaderTests {
  private func read(_ lines: [String]) throws -> [TreebankSentence] {
    let text = lines.map { $0.replacing(" ", with: "\t").replacing("#\t", with: "# ").replacing("\t=\t", with: " = ") }
    return try TreebankReader.sentences(in: Array(text.joined(separator: "\n").utf8), path: "t")
  }

  @Test func wordsWithAllTheirColumns() throws {
    let sentences = try read([
      "# sent_id = s1", "1-2 Don't _ _ _ _ _ _ _ SpaceAfter=No", "1 Do do AUX VB VerbForm=Inf 3 aux _ _",
      "2 n't not PART RB _ 3 advmod _ _", "3 go go VERB VB _ 0 root _ _", "3.1 x x VERB _ _ _ _ _ _",
      "4 . . PUNCT . _ 3 punct _ _", "", "1 Hi hi INTJ UH _ 0 root _ _",
    ])
    #expect(sentences.map(\.id) == ["s1", ""])
    #expect(sentences[0].words.map { String(decoding: $0.lemma, as: UTF8.self) } == ["do", "not", "go", "."])
    #expect(sentences[0].words.map(\.tag) == [.auxiliary, .particle, .verb, .punctuation])
    #expect(sentences[0].words.map(\.head) == [2, 2, -1, 2])
    #expect(sentences[0].words.map(\.isJoined) == [false, true, true, false])
    #expect(sentences[0].words[0].features == "VerbForm=Inf")
    #expect(sentences[0].words[1].features == "")
  }

  @Test(arguments: [
    (["1 a a DET"], "t:1: the row has 4 columns, not ten; separate ten columns by tabs"),
    (["", "2 a a DET _ _ 0 root _ _"], "t:2: the word's number is not 1; number the words of a sentence from 1"),
    (
      ["1 a a ART _ _ 0 root _ _"],
      "t:1: 'ART' is no universal part of speech; write one of ADJ to X in the fourth column"
    ),
    (["1-x a _ _ _ _ _ _ _ _"], "t:1: '1-x' is no range of words; write it as 3-4"),
    (
      ["1 a a DET _ _ 7 det _ _", ""],
      "t:2: word 1 of the sentence that ends here hangs on none of its words; correct its head"
    ),
  ]) func badLinesAreNamed(_ lines: [String], _ message: String) {
    do {
      _ = try read(lines)
      Issue.record("read")
    } catch { #expect(String(describing: error) == message) }
  }

  @Test func nothingIsNothing() throws { #expect(try read([]).isEmpty) }
}
