import QuipuCore

/// The linguistic analysis of one document: parallel arrays over its tokens, and spans of token indexes over those.
///
/// The trained stages fill `features`, `lemmaTexts`, `heads`, `relations` and `entities`; where they did not run, these
/// hold what `init` puts there.
public struct Analysis: Sendable {
  public let document: Document
  public var tokens: [Token]
  /// Folded form of each token as an id of the lexicon, 0 when it is not there.
  public var words: [WordID]
  public var tags: [PartOfSpeech]
  /// The lemma that goes with the tag.
  public var lemmas: [WordID]
  /// Index into `featureNames` of each token's morphological features.
  public var features: [UInt16]
  /// Features as in CoNLL-U (`Number=Sing|Person=3`); the first is '', for none.
  public var featureNames: [String]
  /// The lemmas as text, those outside the lexicon too; empty when no lemmatizer ran.
  public var lemmaTexts: LemmaTexts
  /// The token index of each token's syntactic head; -1 at the root of a sentence and in one that was not parsed.
  public var heads: [Int32]
  /// The relation of each token to its head.
  public var relations: [DependencyRelation]
  public var sentences: [Sentence]
  /// What the trained recognizer found; in order, not overlapping.
  public var entities: [EntitySpan]
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
    features = [UInt16](repeating: 0, count: tokens.count)
    featureNames = [""]
    lemmaTexts = LemmaTexts()
    heads = [Int32](repeating: -1, count: tokens.count)
    relations = [DependencyRelation](repeating: .unspecified, count: tokens.count)
    entities = []
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

  /// The lemma of a token; its form where no lemmatizer ran.
  public func lemma(of token: Int) -> String {
    token < lemmaTexts.count ? lemmaTexts[token] : text(token..<token + 1)
  }

  /// The morphological features of a token as in CoNLL-U, '' for none.
  public func features(of token: Int) -> String { featureNames[Int(features[token])] }

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
