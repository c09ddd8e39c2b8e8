import QuipuCore

/// The gold segmentation that a treebank file brings along.
///
/// `tokens` are byte ranges of the document's text, in order and without overlap; each of `sentences` is a half-open
/// range of indices into `tokens`.
public struct GoldTokens: Equatable, Sendable {
  public var tokens: [ByteRange]
  public var sentences: [Range<Int>]
  /// The syntactic words: the tokens, and in place of a multiword token that its words do not add up to, these words.
  public var words: [GoldWord] = []
  /// What the file says of each of `sentences`.
  public var rows: [GoldSentence] = []

  public init(tokens: [ByteRange] = [], sentences: [Range<Int>] = []) {
    self.tokens = tokens
    self.sentences = sentences
  }
}

/// One sentence of a treebank file.
public struct GoldSentence: Equatable, Sendable {
  /// The comment lines before it, as they stand, without their line feeds.
  public var comments: [String]
  /// Half-open range of indices into `GoldTokens.words`.
  public var words: Range<Int>
}

/// One syntactic word of a treebank file.
public struct GoldWord: Equatable, Sendable {
  public var form: [UInt8]
  /// Where it stands in the document's text; for a word of a multiword token that its words do not add up to, where
  /// all of that stands.
  public var range: ByteRange
  /// The attributes of MISC that speak of white space (`SpaceAfter=No`, `SpacesAfter=\n`), parted by bars; '' for none.
  public var spacing: String
  /// Set on the first word of a multiword token.
  public var multiword: Multiword?

  /// A token of several words, such as 'don't'.
  public struct Multiword: Equatable, Sendable {
    public var form: [UInt8]
    /// Two or more.
    public var count: Int
    /// As that of a word.
    public var spacing: String
  }
}
