import QuipuCore
import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct RuleSentenceSplitterTests {
  /// The text of each sentence, white space as it stands.
  private func split(_ text: String) -> [String] { analyse(text).map(\.text) }

  private func analyse(_ text: String) -> [(text: String, kind: Sentence.Kind)] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      let tokens = RuleTokenizer().tokenize(buffer)
      return RuleSentenceSplitter().sentences(tokens, in: buffer).map {
        let range = tokens[$0.tokens.lowerBound].range.union(tokens[$0.tokens.upperBound - 1].range)
        return (String(decoding: bytes[range.range], as: UTF8.self), $0.kind)
      }
    }
  }

  @Test func prose() {
    #expect(split("One came. Two went! Did three? Four...") == ["One came.", "Two went!", "Did three?", "Four..."])
    #expect(split("He left.Then she did.") == ["He left.", "Then she did."])
    #expect(split("It cost 4.5 million. It broke.") == ["It cost 4.5 million.", "It broke."])
    #expect(split("") == [])
    #expect(split(" \n\n ") == [])
  }

  @Test func abbreviations() {
    #expect(split("He lives in the U.S. The bank is old.") == ["He lives in the U.S.", "The bank is old."])
    #expect(split("The U.S. Army and Mr. The Smith left.") == ["The U.S. Army and Mr. The Smith left."])
    #expect(split("She joined Acme Corp. In May she left.") == ["She joined Acme Corp.", "In May she left."])
    #expect(split("At 9 a.m. Tuesday J. A. Lee met Gen. Ortiz.") == ["At 9 a.m. Tuesday J. A. Lee met Gen. Ortiz."])
  }

  @Test func quotesAndBracketsBelongToTheSentence() {
    #expect(split("\"It is late.\" She left.") == ["\"It is late.\"", "She left."])
    #expect(split("“Go!” he said. (They went.) Then rain.") == ["“Go!” he said.", "(They went.)", "Then rain."])
    #expect(split("\"Why?\" asked Ann. \"Now.\"") == ["\"Why?\" asked Ann.", "\"Now.\""])
  }

  @Test func referenceMarksBelongToTheSentenceBefore() {
    #expect(
      split("He won.[2] Then he left. [3][4] She stayed.") == ["He won.[2]", "Then he left. [3][4]", "She stayed."])
    #expect(split("Ann [1] left. [Then] Bob came.") == ["Ann [1] left.", "[Then] Bob came."])
  }

  @Test func lineBreaks() {
    let wrapped = """
      The committee met on Tuesday in the old town hall of
      Lima and agreed on a plan for the river. The mayor of
      Arequipa said that it was late.
      """
    #expect(split(wrapped).count == 2)
    #expect(split("First line ends.\nSecond line starts.").count == 2)
    #expect(split("No stop here\n\nNext paragraph.") == ["No stop here", "Next paragraph."])
  }

  @Test func headings() {
    let article = """
      River plan agreed
      LIMA, May 5 - The committee met on Tuesday in the old town hall and agreed on a plan for the river and its bridges.
      """
    let sentences = analyse(article)
    #expect(sentences.map(\.kind) == [.heading, .prose])
    #expect(sentences.first?.text == "River plan agreed")
    #expect(analyse("History\n\nIt began in 1900.\n").map(\.kind) == [.heading, .prose])
  }

  @Test func bullets() {
    let sentences = analyse("The list:\n- the first thing\n* Second thing. More.\n1. Third thing\n• fourth")
    #expect(sentences.map(\.kind) == [.prose, .bullet, .bullet, .prose, .bullet, .bullet])
    #expect(sentences.map(\.text)[4] == "1. Third thing")
  }

  @Test func endlessSentencesAreCut() {
    let longest = RuleSentenceSplitter.longest
    let names = split(String(repeating: "Oslo, ", count: 2 * longest))
    #expect(names.count == 4)
    #expect(names.allSatisfy { $0.hasPrefix("Oslo") })
    // A sentence of that many tokens stays whole, the next one begins with a word.
    #expect(split(String(repeating: "so ", count: longest)).count == 1)
    // Without any blank the cut comes where it has to.
    let joined = split(String(repeating: "(", count: 3 * longest))
    #expect(joined.count == 3 && joined.joined().utf8.count == 3 * longest)
  }

  @Test func everyTokenIsInOneSentence() {
    let pieces = [
      "a", "The", ".", "\"", "”", ")", "(", "\n", "\n\n", " ", "...", "!", "Mr.", "U.S.", "- ", "1.", "é", "。", ",",
    ]
    var random = SplitMix64(seed: 3)
    for _ in 0..<3_000 {
      let length = Int(random.next() % 16)
      let text = (0..<length).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        let tokens = RuleTokenizer().tokenize(buffer)
        let sentences = RuleSentenceSplitter().sentences(tokens, in: buffer)
        var end = 0
        for sentence in sentences {
          #expect(sentence.tokens.lowerBound == end && !sentence.tokens.isEmpty)
          end = sentence.tokens.upperBound
        }
        #expect(end == tokens.count)
      }
    }
  }
}
