import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// Annotates documents. Reentrant: one serves all threads.
public struct DocumentAnnotator: Sendable {
  public init() {}

  /// The annotations of a document; of one with gold tokens, on these. Complexity: linear in the text.
  public func annotate(_ document: Document, gold: GoldTokens? = nil) -> AnnotatedDocument {
    let source = AnnotationSource(document, gold: gold)
    let analysis = source.text.bytes.withUnsafeBufferPointer { text in
      let tokens = source.segmentation?.tokens ?? RuleTokenizer().tokenize(text)
      let sentences = source.segmentation?.sentences ?? RuleSentenceSplitter().sentences(tokens, in: text)
      var analysis = Analysis(
        document: source.text, tokens: tokens, words: tokens.map { _ in Lexicon.unknown }, sentences: sentences)
      analysis.values = RuleValueRecognizer().values(
        in: tokens, sentences: sentences, text: text, anchor: document.date)
      return analysis
    }
    return source.annotated(analysis)
  }

  /// What a reader of the annotations should know: clauses without capital or full stop.
  public func warnings(_ annotated: AnnotatedDocument) -> [String] { [] }
}
