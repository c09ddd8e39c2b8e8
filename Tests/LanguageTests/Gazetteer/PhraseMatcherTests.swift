import QuipuCore
import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct PhraseMatcherTests {
  private struct Phrase {
    var text: String
    var payload: UInt32
    var rule: CaseRule
  }

  private func matcher(_ phrases: [Phrase]) -> PhraseMatcher {
    var builder = PhraseMatcher.Builder()
    for phrase in phrases { builder.add(phrase.text, payload: phrase.payload, matching: phrase.rule) }
    return builder.build()
  }

  /// Each match as 'words=payloads'.
  private func found(_ matcher: PhraseMatcher, _ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      let tokens = RuleTokenizer().tokenize(buffer)
      return matcher.matches(in: tokens, text: buffer).map { match in
        let range = tokens[match.tokens.lowerBound].range.union(tokens[match.tokens.upperBound - 1].range)
        return
          "\(String(decoding: bytes[range.range], as: UTF8.self))=\(match.payloads.map(String.init).joined(separator: ","))"
      }
    }
  }

  @Test func leftmostLongest() {
    let m = matcher([
      Phrase(text: "New York", payload: 1, rule: .capitalized),
      Phrase(text: "New York Times", payload: 2, rule: .capitalized),
      Phrase(text: "York Times Square", payload: 3, rule: .capitalized),
      Phrase(text: "Times Square", payload: 4, rule: .capitalized),
    ])
    #expect(found(m, "the New York Times Square") == ["New York Times=2"])
    #expect(found(m, "New York, Times Square") == ["New York=1", "Times Square=4"])
    #expect(found(m, "") == [])
  }

  @Test func foldingIgnoresDiacriticsAndCase() {
    let m = matcher([
      Phrase(text: "Élysée", payload: 1, rule: .insensitive), Phrase(text: "Łódź", payload: 2, rule: .insensitive),
      Phrase(text: "Gross", payload: 3, rule: .insensitive), Phrase(text: "Москва", payload: 4, rule: .insensitive),
      Phrase(text: "O'Neil", payload: 5, rule: .insensitive), Phrase(text: "ÆTHER", payload: 6, rule: .insensitive),
    ])
    #expect(
      found(m, "elysee E\u{301}lyse\u{301}e LODZ groß МОСКВА O’Neil aether")
        == ["elysee=1", "E\u{301}lyse\u{301}e=1", "LODZ=2", "groß=3", "МОСКВА=4", "O’Neil=5", "aether=6"])
  }

  @Test func caseRules() {
    let m = matcher([
      Phrase(text: "US", payload: 1, rule: .exact), Phrase(text: "Turkey", payload: 2, rule: .capitalized),
      Phrase(text: "Bank of Peru", payload: 3, rule: .capitalized),
      Phrase(text: "euro", payload: 4, rule: .insensitive),
    ])
    #expect(found(m, "US us Us") == ["US=1"])
    #expect(found(m, "Turkey TURKEY turkey") == ["Turkey=2", "TURKEY=2"])
    #expect(found(m, "Bank OF Peru, bank of Peru") == ["Bank OF Peru=3"])
    #expect(found(m, "Euro EURO") == ["Euro=4", "EURO=4"])
  }

  @Test func failedCaseCheckFallsBackToTheNextLongest() {
    let m = matcher([
      Phrase(text: "Mark", payload: 1, rule: .capitalized), Phrase(text: "Mark Up", payload: 2, rule: .capitalized),
      Phrase(text: "mark up", payload: 3, rule: .exact),
    ])
    #expect(found(m, "Mark up") == ["Mark=1"])
    #expect(found(m, "mark up") == ["mark up=3"])
  }

  @Test func payloadsKeepTheirOrder() {
    let m = matcher([
      Phrase(text: "Georgia", payload: 9, rule: .capitalized), Phrase(text: "Lima", payload: 5, rule: .capitalized),
      Phrase(text: "GEORGIA", payload: 4, rule: .insensitive), Phrase(text: "Georgia", payload: 7, rule: .capitalized),
    ])
    #expect(found(m, "Georgia georgia") == ["Georgia=9,4,7", "georgia=4"])
  }

  @Test func theAbbreviationsPeriodIsOptional() {
    let m = matcher([
      Phrase(text: "Acme Inc", payload: 1, rule: .exact), Phrase(text: "U.S.", payload: 2, rule: .exact),
    ])
    #expect(found(m, "Acme Inc. and Acme Inc in the U.S. or U.S") == ["Acme Inc.=1", "Acme Inc=1", "U.S.=2", "U.S=2"])
  }

  @Test func emptyAndOverlongPhrasesAreRefused() {
    var builder = PhraseMatcher.Builder()
    let results = [
      builder.add(" \n", payload: 1, matching: .insensitive),
      builder.add(String(repeating: "a ", count: 65), payload: 1, matching: .insensitive),
      builder.add(String(repeating: "a ", count: 64), payload: 2, matching: .insensitive),
    ]
    #expect(results == [false, false, true])
    #expect(found(builder.build(), String(repeating: "a ", count: 70)).count == 1)
  }

  @Test func matchersShareAFoldedText() {
    var first = PhraseMatcher.Builder()
    first.add("Lima", payload: 1, matching: .capitalized)
    let one = first.build()
    var second = PhraseMatcher.Builder(folder: one.folder)
    second.add("river", payload: 2, matching: .insensitive)
    let two = second.build()
    let bytes = Array("The Lima river".utf8)
    bytes.withUnsafeBufferPointer { text in
      let tokens = RuleTokenizer().tokenize(text)
      let folded = two.folder.fold(tokens, text: text)
      #expect(one.matches(folded, of: tokens, text: text, in: 0..<3).map(\.tokens) == [1..<2])
      #expect(two.matches(folded, of: tokens, text: text, in: 0..<3).map(\.tokens) == [2..<3])
      #expect(one.matches(folded, of: tokens, text: text, in: 2..<3).isEmpty)
    }
  }

  // MARK: The naive twin

  /// Tries every phrase at every token, the longest first.
  private func naive(_ phrases: [Phrase], _ text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    var result: [String] = []
    var i = 0
    while i < words.count {
      var best = 0
      var payloads: [UInt32] = []
      for length in stride(from: words.count - i, to: 0, by: -1) where best == 0 {
        payloads = phrases.filter { holds($0, Array(words[i..<i + length])) }.map(\.payload)
        if !payloads.isEmpty { best = length }
      }
      guard best > 0 else {
        i += 1
        continue
      }
      let joined = words[i..<i + best].joined(separator: " ")
      result.append("\(joined)=\(payloads.map(String.init).joined(separator: ","))")
      i += best
    }
    return result
  }

  private func holds(_ phrase: Phrase, _ words: [String]) -> Bool {
    let parts = phrase.text.split(separator: " ").map(String.init)
    guard parts.map({ $0.lowercased() }) == words.map({ $0.lowercased() }) else { return false }
    switch phrase.rule {
    case .insensitive: return true
    case .exact: return parts == words
    case .capitalized:
      return zip(parts, words).allSatisfy { $0.0 == $0.0.lowercased() || $0.1 != $0.1.lowercased() }
    }
  }

  @Test func agreesWithTheNaiveTwin() {
    var random = SplitMix64(seed: 5)
    let words = ["ab", "Ab", "AB", "cd", "Cd", "ef", "Ef", "gh"]
    func phrase(_ longest: UInt64) -> String {
      (0...Int(random.next() % longest)).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined(
        separator: " ")
    }
    var matches = 0
    for _ in 0..<400 {
      let phrases = (0..<12).map { _ in
        Phrase(
          text: phrase(4), payload: UInt32(random.next() % 100),
          rule: [.exact, .capitalized, .insensitive][Int(random.next() % 3)])
      }
      let m = matcher(phrases)
      for _ in 0..<5 {
        let text = phrase(20)
        let expected = naive(phrases, text)
        #expect(found(m, text) == expected)
        matches += expected.count
      }
    }
    #expect(matches > 1_000)
  }

  /// 100,000 made-up names (1,000,000 with QUIPU_LARGE_TESTS set): all are found again.
  @Test func manyNames() {
    let count = Environment.isSet("QUIPU_LARGE_TESTS") ? 1_000_000 : 100_000
    var random = SplitMix64(seed: 23)
    var names: [String] = []
    for i in 0..<count { names.append("N\(random.next() % 5_000)x M\(i) Q\(random.next() % 50_000)x") }
    var builder = PhraseMatcher.Builder(expectedPhrases: count)
    for (i, name) in names.enumerated() { builder.add(name, payload: UInt32(i), matching: .capitalized) }
    let m = builder.build()
    for i in stride(from: 0, to: count, by: count / 1_000) {
      #expect(found(m, "so \(names[i]) said") == ["\(names[i])=\(i)"])
    }
  }
}
