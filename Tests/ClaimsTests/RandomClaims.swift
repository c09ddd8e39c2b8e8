import QuipuClaims

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Documents with every member that the wire format has, and text that needs escaping.
struct RandomClaims {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(state: seed) }

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
      confidence: Double(number(10_001)) / 10_000,
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
