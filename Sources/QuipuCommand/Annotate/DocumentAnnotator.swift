import Quipu

/// Annotates documents with the models of one file. Reentrant: one serves all threads.
struct DocumentAnnotator: Sendable {
  private let annotator: Annotator

  /// Loads a model file; without one named, that of the data folder.
  init(model: String?) throws {
    let path = try model ?? DataLocation.find() + "/" + DataLocation.englishModel
    annotator = Annotator(try LanguageModel(path: path))
  }

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
