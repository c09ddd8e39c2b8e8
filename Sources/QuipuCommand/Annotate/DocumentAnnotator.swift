import Quipu

/// Annotates documents with the models of one file. Reentrant: one serves all threads.
struct DocumentAnnotator: Sendable {
  init(model: String?) throws {}

  func annotate(_ document: Document, _ gold: GoldTokens?) -> AnnotatedDocument {
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

  /// What the user should know of a document.
  func warnings(_ annotated: AnnotatedDocument) -> [String] { [] }
}
