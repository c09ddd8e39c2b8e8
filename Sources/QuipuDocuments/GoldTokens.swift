import QuipuCore

/// The gold segmentation that a treebank file brings along.
///
/// `tokens` are byte ranges of the document's text, in order and without overlap; each of `sentences` is a half-open
/// range of indices into `tokens`.
public struct GoldTokens: Equatable, Sendable {
  public var tokens: [ByteRange]
  public var sentences: [Range<Int>]

  public init(tokens: [ByteRange] = [], sentences: [Range<Int>] = []) {
    self.tokens = tokens
    self.sentences = sentences
  }
}
