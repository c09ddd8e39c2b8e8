import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// A document with its analysis, ready to be written.
public struct AnnotatedDocument: Sendable {
  /// As it was read.
  public let document: Document
  /// Of the document; of gold words that the text does not hold as they are, of those words (`AnnotationSource`).
  public let analysis: Analysis
  /// What a treebank file brought along: its words are the analysis' tokens, one for one.
  public let gold: GoldTokens?
  /// Whether the text is in the language that the analysis is made for.
  public let language: LanguageGuess

  public init(_ analysis: Analysis) {
    self.init(document: analysis.document, analysis: analysis, gold: nil)
  }

  init(document: Document, analysis: Analysis, gold: GoldTokens?) {
    self.document = document
    self.analysis = analysis
    self.gold = gold
    language = LanguageGuess(analysis.document)
  }

  /// Where a span of tokens stands in the document, in bytes.
  public func range(_ tokens: Range<Int>) -> ByteRange {
    guard let gold, let first = tokens.first else { return analysis.range(tokens) }
    return gold.words[first].range.union(gold.words[tokens.upperBound - 1].range)
  }
}

/// What is to be analysed of a document: its text, or the words that a treebank file gives.
public struct AnnotationSource: Sendable {
  private let document: Document
  private let gold: GoldTokens?
  /// The text to analyse. It differs from the document's where a multiword token does not consist of its words, which
  /// then stand in its place.
  public let text: Document
  /// The tokens and sentences of `text` that must be kept; nil when these are to be found.
  public let segmentation: (tokens: [Token], sentences: [Sentence])?

  /// Complexity: O(bytes).
  public init(_ document: Document, gold: GoldTokens? = nil) {
    self.document = document
    guard let gold, !gold.words.isEmpty else {
      (self.gold, text, segmentation) = (nil, document, nil)
      return
    }
    self.gold = gold
    let spelled = GoldSpelling(document, gold)
    var text = document
    text.bytes = spelled.bytes
    self.text = text
    segmentation = (spelled.tokens, gold.rows.map { Sentence(tokens: $0.words) })
  }

  /// The document with the analysis of `text`.
  public func annotated(_ analysis: Analysis) -> AnnotatedDocument {
    AnnotatedDocument(document: document, analysis: analysis, gold: gold)
  }
}

/// The document's text with the gold words in it, each where its range says.
private struct GoldSpelling {
  private(set) var bytes: [UInt8] = []
  private(set) var tokens: [Token] = []

  init(_ document: Document, _ gold: GoldTokens) {
    bytes.reserveCapacity(document.bytes.count)
    tokens.reserveCapacity(gold.words.count)
    let tokenizer = RuleTokenizer()
    var end = 0
    for word in gold.words {
      let isNew = Int(word.range.start) >= end
      let hasSpace = isNew && Int(word.range.start) > end
      if isNew {
        bytes.append(contentsOf: document.bytes[end..<Int(word.range.start)])
        end = Int(word.range.end)
      }
      let start = bytes.count
      bytes.append(contentsOf: word.form)
      tokens.append(
        Token(
          range: ByteRange(start..<bytes.count), kind: GoldSpelling.kind(word.form, tokenizer),
          isJoined: !tokens.isEmpty && !hasSpace))
    }
    bytes.append(contentsOf: document.bytes[end...])
  }

  /// What our own tokenizer takes the form, or its first piece, for.
  private static func kind(_ form: [UInt8], _ tokenizer: RuleTokenizer) -> Token.Kind {
    form.withUnsafeBufferPointer { tokenizer.tokenize($0).first?.kind } ?? .symbol
  }
}
