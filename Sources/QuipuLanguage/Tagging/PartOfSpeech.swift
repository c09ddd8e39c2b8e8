/// The universal part-of-speech tags (Universal Dependencies v2).
public enum PartOfSpeech: UInt8, Sendable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinatingConjunction, determiner, interjection, noun, numeral
  case particle, pronoun, properNoun, punctuation, subordinatingConjunction, symbol, verb, other

  /// `ADJ`, `ADP`, …
  public var code: String {
    switch self {
    case .adjective: "ADJ"
    case .adposition: "ADP"
    case .adverb: "ADV"
    case .auxiliary: "AUX"
    case .coordinatingConjunction: "CCONJ"
    case .determiner: "DET"
    case .interjection: "INTJ"
    case .noun: "NOUN"
    case .numeral: "NUM"
    case .particle: "PART"
    case .pronoun: "PRON"
    case .properNoun: "PROPN"
    case .punctuation: "PUNCT"
    case .subordinatingConjunction: "SCONJ"
    case .symbol: "SYM"
    case .verb: "VERB"
    case .other: "X"
    }
  }
}
