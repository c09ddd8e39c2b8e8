import QuipuCore
import QuipuLanguage
import Testing

@Suite struct AnalysisTests {
  /// One-byte tokens with a blank after each; sentences of the lengths given, one after another unless a gap is left.
  private func analysis(tokens count: Int, sentences: [Range<Int>]) -> Analysis {
    let tokens = (0..<count).map {
      Token(range: ByteRange($0 * 2..<$0 * 2 + 1), kind: .word, isJoined: false)
    }
    let document = Document(id: "d", text: String(repeating: "a ", count: count))
    return Analysis(
      document: document, tokens: tokens, words: [WordID](repeating: 0, count: count),
      sentences: sentences.map { Sentence(tokens: $0) })
  }

  @Test(arguments: [1, 2, 3, 7, 50]) func everyTokenFindsItsSentence(_ count: Int) {
    var start = 0
    let sentences = (0..<count).map { n in
      defer { start += n % 4 + 1 }
      return start..<start + n % 4 + 1
    }
    let analysis = analysis(tokens: start, sentences: sentences)
    for t in 0..<start { #expect(analysis.sentenceIndex(of: t) == sentences.firstIndex { $0.contains(t) }) }
    #expect(analysis.sentenceIndex(of: start) == nil)
    #expect(analysis.sentenceIndex(of: -1) == nil)
  }

  @Test func tokensBetweenSentencesHaveNone() {
    let analysis = analysis(tokens: 9, sentences: [1..<3, 3..<3, 5..<8])
    #expect((0..<9).map { analysis.sentenceIndex(of: $0) } == [nil, 0, 0, nil, nil, 2, 2, 2, nil])
  }

  @Test func noSentences() {
    #expect(analysis(tokens: 3, sentences: []).sentenceIndex(of: 0) == nil)
  }

  @Test func textAndRangeOfASpan() {
    let analysis = analysis(tokens: 4, sentences: [0..<4])
    #expect(analysis.range(1..<3) == ByteRange(2, 5))
    #expect(analysis.text(1..<3) == "a a")
    #expect(analysis.range(2..<2) == ByteRange(0, 0))
    #expect(analysis.text(2..<2).isEmpty)
  }
}
