import QuipuCore
import Testing

@testable import QuipuLanguage

/// What holds for every input: no trap, order, no overlap, ranges inside their sentence.
@Suite struct ValueRecognizerPropertyTests {
  /// Pieces that the grammars look for, in any order.
  static let pieces = [
    "a", "the", "of", "and", "to", "in", "from", "between", "since", "until", "million", "hundred", "half", "third",
    "May", "March", "Tuesday", "5", "12", "2024", "1980", "88", "1,200", "4.6", "7.5m", "5th", "$", "€", "%", "percent",
    "per", "cent", "-", "–", ":", "/", ".", ",", "year", "years", "ago", "earlier", "later", "last", "next", "early",
    "mid", "quarter", "first", "two", "twenty", "five", "dollars", "US", "CHF", "km", "square", "miles", "degrees",
    "Q3", "p.m.", "GMT", "BC", "99999999999999999999", "0", "½", "°", "²", "’", "'", "90s", "1990s", "will", "decade",
    "century", "weeks", "the year", "2199", "31", "9223372036854775807", "dozen", "more", "than", "US$", "\u{FFFD}",
  ]

  @Test(arguments: 0..<8) func randomSequences(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(n))
    }
    let anchors = [nil, CivilDate(iso: "2024-02-29"), CivilDate(iso: "0001-01-01"), CivilDate(iso: "9999-12-31")]
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<(1 + next(14)) {
        text += Self.pieces[next(Self.pieces.count)] + (next(3) == 0 ? "" : " ")
      }
      check(text, anchor: anchors[next(anchors.count)])
    }
  }

  private func check(_ text: String, anchor: CivilDate?) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      let tokens = RuleTokenizer().tokenize(buffer)
      let sentences = RuleSentenceSplitter().sentences(tokens, in: buffer)
      let values = RuleValueRecognizer().values(in: tokens, sentences: sentences, text: buffer, anchor: anchor)
      var end = 0
      for value in values {
        #expect(value.tokens.lowerBound >= end, "overlap or disorder in: \(text)")
        #expect(!value.tokens.isEmpty && value.tokens.upperBound <= tokens.count)
        #expect(!value.normalized.isEmpty, "empty form in: \(text)")
        #expect(sentences.contains { $0.tokens.contains(value.tokens.lowerBound) })
        end = value.tokens.upperBound
      }
    }
  }

  /// The second run gives what the first gave.
  @Test func repeats() {
    let text = "In 2023, trade rose 4.6 percent to $2.3bn; a year earlier it fell by a fifth."
    #expect(recognized(text).map(\.description) == recognized(text).map(\.description))
    #expect(recognized(text).count == 5)
  }

  /// Long runs of one piece must not take more than linear time or nest without end.
  @Test(arguments: ["million ", "a ", "twenty ", "1-", "the first half of ", "5 to ", "early ", "last year "])
  func longRuns(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    check(text, anchor: CivilDate(iso: "2024-04-22"))
  }
}
