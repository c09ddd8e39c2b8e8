import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// Annotates documents, on the tokens that they bring along where they do. Reentrant: one serves all threads.
public struct DocumentAnnotator: Sendable {
  private let annotator: Annotator

  public init(_ annotator: Annotator) { self.annotator = annotator }

  /// Complexity: linear in the text.
  public func annotate(_ document: Document, gold: GoldTokens? = nil) -> AnnotatedDocument {
    let source = AnnotationSource(document, gold: gold)
    guard let (tokens, sentences) = source.segmentation else {
      return source.annotated(annotator.annotate(source.text))
    }
    return source.annotated(annotator.annotate(source.text, tokens: tokens, sentences: sentences))
  }

  /// What a reader of the annotations should know, in sentences without capital and full stop.
  public func warnings(_ annotated: AnnotatedDocument) -> [String] {
    annotated.language.warning(of: annotated.document).map { [$0] } ?? []
  }
}
