/// A named entity that the trained recognizer found.
public struct EntitySpan: Sendable, Equatable {
  /// Half open, token indexes of the document, inside one sentence.
  public var tokens: Range<Int>
  /// Class name as in the ontology: `Person`, `Country`, or one that a user trained.
  public var label: String

  public init(tokens: Range<Int>, label: String) {
    self.tokens = tokens
    self.label = label
  }
}
