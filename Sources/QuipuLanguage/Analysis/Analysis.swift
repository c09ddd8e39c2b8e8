import QuipuCore

/// The linguistic analysis of one document: parallel arrays over its tokens, and spans of token indexes over those.
public struct Analysis: Sendable {
  public let document: Document
  public var tokens: [Token]
  /// Folded form of each token as an id of the lexicon, 0 when it is not there.
  public var words: [WordID]
  public var tags: [PartOfSpeech]
  /// The lemma that goes with the tag.
  public var lemmas: [WordID]
  public var sentences: [Sentence]
  /// In order, not overlapping.
  public var values: [NormalizedValue]
  /// In order of their first tokens; only a nominal may overlap another name, the one that it begins with.
  public var names: [NameSpan]

  public init(document: Document, tokens: [Token], words: [WordID], sentences: [Sentence]) {
    self.document = document
    self.tokens = tokens
    self.words = words
    self.sentences = sentences
    tags = [PartOfSpeech](repeating: .other, count: tokens.count)
    lemmas = words
    values = []
    names = []
  }

  /// The bytes from the first token's start to the last one's end.
  public func range(_ span: Range<Int>) -> ByteRange {
    guard let first = span.first else { return ByteRange(0, 0) }
    return ByteRange(tokens[first].range.start, tokens[span.upperBound - 1].range.end)
  }

  /// The text of a span of tokens as it stands in the document.
  public func text(_ span: Range<Int>) -> String { document.text(range(span)) }

  /// The index of the sentence that holds the token. Complexity: O(log sentences).
  public func sentenceIndex(of token: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].tokens.contains(token) ? low : nil
  }
}

/// A name found in the text.
public struct NameSpan: Sendable, Equatable {
  public enum Form: UInt8, Sendable {
    /// The name of the thing, in full or in part.
    case name
    /// 'Ukrainian': the adjective of a place or group.
    case adjective
    /// 'Ukrainians': the people of a place.
    case people
    /// Not a name but a description that stands for one: 'Russian forces', 'dual-use goods'.
    case nominal
  }

  /// Half open, token indexes.
  public var tokens: Range<Int>
  public var form: Form
  /// Class name that the words themselves give ('University of …': EducationalOrganization); nil when they give none.
  public var label: String?
  /// Indexes into the gazetteer that the name may stand for, best first.
  public var entries: [UInt32]

  public init(tokens: Range<Int>, form: Form = .name, label: String? = nil, entries: [UInt32] = []) {
    self.tokens = tokens
    self.form = form
    self.label = label
    self.entries = entries
  }
}
