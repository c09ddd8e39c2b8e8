import QuipuCore
import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct TrainedSentenceSplitterTests {
  /// A model of random weights: what holds for it holds for every one.
  private static func model(seed: UInt64, threshold: Int32 = 0) throws -> TrainedSentenceSplitter {
    var random = SplitMix64(seed: seed)
    var builder = ModelFileBuilder()
    let weights = (0..<256).map { _ in Int8(truncatingIfNeeded: random.next()) }
    builder.add("sentences.weights", weights: weights, columns: 1, scale: 1)
    builder.add("sentences.threshold", integers: [threshold])
    return try TrainedSentenceSplitter(ModelFile(bytes: builder.build()))
  }

  private func expectPartition(_ text: String, _ splitter: any SentenceSplitting) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      let tokens = RuleTokenizer().tokenize(buffer)
      for token in tokens {
        let range = token.range.range
        // No UTF-8 sequence is cut.
        #expect(range.upperBound == bytes.count || bytes[range.upperBound] & 0xC0 != 0x80)
        #expect(bytes[range.lowerBound] & 0xC0 != 0x80)
      }
      var end = 0
      for sentence in splitter.sentences(tokens, in: buffer) {
        #expect(sentence.tokens.lowerBound == end && !sentence.tokens.isEmpty)
        #expect(sentence.tokens.count <= RuleSentenceSplitter.longest + 20)
        end = sentence.tokens.upperBound
      }
      #expect(end == tokens.count)
    }
  }

  @Test func sentencesPartitionTheTokensFuzz() throws {
    let pieces = [
      "a", "The", ".", "\"", "”", ")", "(", "\n", "\n\n", " ", "...", "!", "Mr.", "U.S.", "- ", "1.", "é", "。", ",",
      "[2]",
      "e\u{301}", "👩‍👩‍👧", "🇵🇪", "السلام", "שלום", "東京に", "\u{200F}", "\u{0}", "\u{7}", "\t", "\u{2028}", "\u{2029}",
      "\u{FEFF}", ":)", "http://x.org/?a=1", "ann@x.org", "x", "’", "'", "--", "----+---->", "...?!", "@", "#", "=",
      "<", ">",
    ]
    let splitters = try [Self.model(seed: 1), Self.model(seed: 2), Self.model(seed: 3, threshold: 500)]
    var random = SplitMix64(seed: 17)
    for round in 0..<3_000 {
      let length = Int(random.next() % 24)
      let text = (0..<length).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      expectPartition(text, splitters[round % splitters.count])
    }
  }

  @Test(arguments: ["a", " ", "\n", ".", "a b ", "(", "\"", "東", "👍🏽", "A. ", "- a\n", "A b\n", "e\u{301}"])
  func longTextsOfOnePiece(piece: String) throws {
    expectPartition(String(repeating: piece, count: 20_000), try Self.model(seed: 4))
    expectPartition(String(repeating: piece, count: 20_000), try Self.model(seed: 5, threshold: 1_000_000))
  }

  /// 25 times the text may take about 25 times as long, whatever the model says.
  @Test(arguments: ["a ", "a. ", "A ", "A\n", "- ", "(", "' s"])
  func timeIsLinear(piece: String) throws {
    let splitter = try Self.model(seed: 6)
    let growth = growth(from: 4_000, to: 100_000) { count in
      let bytes = Array(repeatElement(Array(piece.utf8), count: count).joined())
      bytes.withUnsafeBufferPointer { text in
        let tokens = RuleTokenizer().tokenize(text)
        #expect(splitter.sentences(tokens, in: text).last?.tokens.upperBound == tokens.count)
      }
    }
    #expect(growth < 150)
  }

  /// Scratch memory that has served other documents changes nothing.
  @Test func scratchIsReusable() throws {
    let splitter = try Self.model(seed: 7)
    let scratch = BoundaryRecords()
    for text in ["One. Two three. Four", "a", "", "Ann left (early). Bob: no! he said. Then rain\n\nfell"] {
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        let tokens = RuleTokenizer().tokenize(buffer)
        #expect(splitter.sentences(tokens, in: buffer, scratch: scratch) == splitter.sentences(tokens, in: buffer))
      }
    }
  }

  /// Blank lines, headings and bullets are the rules', whatever the weights.
  @Test func linesAreTheRules() throws {
    let splitter = try Self.model(seed: 8, threshold: 1_000_000)
    let bytes = Array("River plan\n\nthe list\n- first thing\n- second thing\n".utf8)
    let sentences = bytes.withUnsafeBufferPointer { splitter.sentences(RuleTokenizer().tokenize($0), in: $0) }
    #expect(sentences.map(\.kind) == [.heading, .prose, .bullet, .bullet])
    #expect(sentences.map(\.tokens) == [0..<2, 2..<4, 4..<7, 7..<10])
  }

  @Test func modelsThatDoNotFitAreRefused() throws {
    var builder = ModelFileBuilder()
    builder.add("sentences.weights", weights: [Int8](repeating: 0, count: 16), columns: 1, scale: 1)
    #expect(throws: ModelError.self) { try TrainedSentenceSplitter(ModelFile(bytes: builder.build())) }
    builder.add("sentences.threshold", integers: [Int32(1), 2])
    do {
      _ = try TrainedSentenceSplitter(ModelFile(bytes: builder.build(), path: "m"))
      Issue.record("taken")
    } catch {
      #expect(String(describing: error).contains("section 'sentences.threshold' is not one number"))
    }
  }
}
