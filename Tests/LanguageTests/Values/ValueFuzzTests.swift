import QuipuCore
import Testing

@testable import QuipuLanguage

/// The sentences of the case files cut, joined and spoilt at random, and random bytes: values stay in order, apart from
/// one another and within their sentence's tokens.
@Suite struct ValueFuzzTests {
  struct Random {
    var state: UInt64
    mutating func next(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(n))
    }
  }

  static let anchors = [
    nil, CivilDate(iso: "2024-02-29"), CivilDate(iso: "0001-01-01"), CivilDate(iso: "9999-12-31"),
  ]

  @Test(arguments: 0..<4) func spoiltSentences(seed: Int) throws {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    let sentences = try ValueCaseTests.load().map { Array($0.text.utf8) }
    for _ in 0..<1500 {
      var bytes = sentences[random.next(sentences.count)] + [0x20]
      let other = sentences[random.next(sentences.count)]
      bytes.insert(contentsOf: other[random.next(other.count)...], at: random.next(bytes.count))
      for _ in 0..<random.next(6) { spoil(&bytes, &random) }
      check(bytes, Self.anchors[random.next(Self.anchors.count)])
    }
  }

  @Test(arguments: 0..<4) func randomBytes(seed: Int) {
    var random = Random(state: UInt64(seed) &* 0xD1B5_4A32_D192_ED03 | 1)
    for _ in 0..<1500 {
      check((0..<random.next(60)).map { _ in UInt8(random.next(256)) }, Self.anchors[random.next(4)])
    }
  }

  /// Numbers that 64 bits do not hold and dates beyond the calendar.
  @Test(arguments: [
    "99999999999 years ago", "9223372036854775807 million million million dollars", "9999 centuries ago",
    "in 9223372036854775807 days", "the past 1000 centuries", "9999 BC, 9999 decades earlier",
    "1 in 9223372036854775807",
    "every 9223372036854775807 years", "9223372036854775807 times a day", "$9223372036854775807 and 99 cents",
    "aged 9223372036854775807", "-9223372036854775807 °C", "9223372036854775807 and a half hours",
    "9223372036854775807 999 999 999 999 euros", "12,34,56,78,90,12,34,56,78,901 people", "9999-12-31T24:59:59+14:59",
  ])
  func extremes(text: String) {
    for anchor in Self.anchors { check(Array(("It came " + text + ".").utf8), anchor) }
  }

  @Test func fourHundredDigits() {
    let digits = String(repeating: "9", count: 400)
    for text in [digits, "$" + digits, digits + " years ago", digits + "%", "1." + digits + " km"] {
      check(Array(("It grew by " + text + " there.").utf8), CivilDate(iso: "2024-02-29"))
    }
  }

  private func spoil(_ bytes: inout [UInt8], _ random: inout Random) {
    guard !bytes.isEmpty else { return }
    let at = random.next(bytes.count)
    switch random.next(4) {
    case 0: bytes.remove(at: at)
    case 1: bytes[at] = UInt8(random.next(256))
    case 2: bytes.insert(Array("0123456789 -–/:,.'$%€½°".utf8)[random.next(26)], at: at)
    default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 6)], at: random.next(bytes.count))
    }
  }

  private func check(_ bytes: [UInt8], _ anchor: CivilDate?) {
    bytes.withUnsafeBufferPointer { buffer in
      let tokens = RuleTokenizer().tokenize(buffer)
      let sentences = RuleSentenceSplitter().sentences(tokens, in: buffer)
      let values = RuleValueRecognizer().values(in: tokens, sentences: sentences, text: buffer, anchor: anchor)
      var end = 0
      for value in values {
        #expect(value.tokens.lowerBound >= end && !value.tokens.isEmpty, "\(bytes)")
        #expect(!value.normalized.isEmpty, "\(bytes)")
        let holder = sentences.first { $0.tokens.contains(value.tokens.lowerBound) }
        #expect(holder.map { value.tokens.upperBound <= $0.tokens.upperBound } ?? false, "\(bytes)")
        end = value.tokens.upperBound
      }
    }
  }
}
