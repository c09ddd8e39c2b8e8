import QuipuClaims
import QuipuTestSupport

/// Documents with every member that the wire format has, and text that needs escaping.
struct RandomClaims {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func document() -> DocumentClaims {
    let entities = (0..<number(6)).map { entity($0) }
    let claims = entities.isEmpty ? [] : (0..<number(8)).map { _ in claim(entities.map(\.id)) }
    return DocumentClaims(
      id: text(), title: chance() ? text() : nil, date: chance() ? "2024-07-23" : nil, source: chance() ? text() : nil,
      sentenceCount: number(100), entities: entities, claims: claims)
  }

  private mutating func entity(_ index: Int) -> Entity {
    let mentions = (0..<number(4)).map { _ in
      Mention(range: range(), kind: MentionKind.allCases.randomElement(using: &generator) ?? .name)
    }
    let aliases = (0..<number(3)).map { _ in text() }.sorted()
    return Entity(
      id: "e\(index)", type: text(), name: text(), aliases: aliases, mentions: mentions, kb: chance() ? text() : nil)
  }

  private mutating func claim(_ ids: [String]) -> Claim {
    Claim(
      subject: pick(ids), type: text(), object: pick(ids), evidence: range(), sentence: range(), quote: text(),
      sentenceText: chance() ? text() : nil, confidence: Double(number(10_001)) / 10_000,
      polarity: Polarity.allCases.randomElement(using: &generator) ?? .positive,
      modality: Modality.allCases.randomElement(using: &generator) ?? .asserted,
      attribution: chance() ? pick(ids) : nil,
      qualifiers: (0..<number(4)).map { _ in Qualifier(pick(["role", "date", "value", "ключ"]), text()) }, rule: text())
  }

  private mutating func range() -> Range<Int> {
    let start = number(10_000)
    return start..<(start + number(100))
  }

  private mutating func text() -> String {
    let pieces = ["Kestrel", " ", "\"", "\\", "\n", "\u{1}", "é", "e\u{301}", "🪢", "Ю", "/", "\u{2028}", "\u{7F}", ""]
    return (0..<number(8)).map { _ in pick(pieces) }.joined()
  }

  private mutating func pick(_ all: [String]) -> String { all.randomElement(using: &generator) ?? "" }
  private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
  private mutating func chance() -> Bool { Bool.random(using: &generator) }
}
