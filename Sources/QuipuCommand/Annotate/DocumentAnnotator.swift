import Quipu

/// Annotates documents with the models of one file. Reentrant: one serves all threads.
struct DocumentAnnotator: Sendable {
  private let annotator: Annotator

  init(_ model: LanguageModel) { annotator = Annotator(model) }

  func annotate(_ document: Document, _ gold: GoldTokens?) -> AnnotatedDocument {
    let source = AnnotationSource(document, gold: gold)
    guard let (tokens, sentences) = source.segmentation else {
      return source.annotated(annotator.annotate(source.text))
    }
    return source.annotated(annotator.annotate(source.text, tokens: tokens, sentences: sentences))
  }

  /// What the user should know of a document.
  func warnings(_ annotated: AnnotatedDocument) -> [String] { [] }
}
