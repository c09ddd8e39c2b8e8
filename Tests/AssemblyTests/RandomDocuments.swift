import QuipuClaims
import QuipuTestSupport

/// Documents over few names, so that every rule of resolution has something to do.
struct RandomDocuments {
  private static let names: [(type: String, name: String, aliases: [String], kb: String?)] = [
    ("Person", "Ada Lark", ["Lark"], nil), ("Person", "Lark", [], nil), ("Person", "Ben Lark", [], nil),
    ("Person", "Mo Finch", [], nil), ("Person", "Finch", [], nil), ("Person", "Wren", [], nil),
    ("Company", "Kestrel Foods", ["Kestrel"], nil), ("Organization", "Kestrel Foods Ltd", [], nil),
    ("GovernmentBody", "Kestrel Foods", [], nil), ("Organization", "UN", [], nil),
    ("Organization", "U.N.", [], "org:UN"), ("Organization", "the United Nations", ["UN"], nil),
    ("GovernmentBody", "police", [], nil), ("Country", "Russian Federation", [], "iso3166:RU"),
    ("Country", "Russia", [], nil), ("Place", "Russia", [], nil), ("City", "Sula", [], nil),
    ("Country", "Sula", [], nil),
    ("Event", "attack", [], nil), ("Product", "oil", [], nil), ("Organization", "Bird Study Group", ["BSG"], nil),
    ("Organization", "BSG", [], nil), ("PeopleGroup", "Sulans", [], nil), ("Agent", "???", [], nil),
  ]

  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func document(_ index: Int) -> DocumentClaims {
    let chosen = Self.names.shuffled(using: &generator).prefix(2 + number(8))
    let entities = chosen.enumerated().map { i, n in
      entity(n.type, n.name, aliases: n.aliases, kb: n.kb, mentions: number(4), id: "e\(i)")
    }
    let claims = (0..<number(12)).map { _ in claim(entities.map(\.id)) }
    return DocumentClaims(id: "d\(index)", sentenceCount: number(9), entities: entities, claims: claims)
  }

  private mutating func claim(_ ids: [String]) -> Claim {
    let start = number(3)
    return Claim(
      subject: pick(ids), type: pick(["WORKS_FOR", "MEETS_WITH", "RELATED_TO"]), object: pick(ids),
      evidence: start..<(start + 1 + number(2)), sentence: 0..<9, quote: "q", confidence: Double(number(11)) / 10,
      polarity: Polarity.allCases.randomElement(using: &generator) ?? .positive,
      modality: Modality.allCases.randomElement(using: &generator) ?? .asserted,
      attribution: number(2) == 0 ? pick(ids) : nil,
      qualifiers: (0..<number(3)).map { _ in Qualifier(pick(["role", "date", "claims"]), pick(["a", "b", "c"])) },
      rule: pick(["r1", "r2"]))
  }

  private mutating func pick(_ all: [String]) -> String { all.randomElement(using: &generator) ?? "" }
  private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
}
