/// Gives each token of an analysis its part of speech and lemma. A trained tagger takes the rule-based one's place.
public protocol Tagging: Sendable {
  func tag(_ analysis: inout Analysis, lexicon: Lexicon)
}
