/// The scratch memory of all stages, for one thread at a time.
///
/// Handed from thread to thread under the annotator's lock, never used by two at once.
final class AnnotationScratch: @unchecked Sendable {
  let records = TokenRecords()
  let tagger = LinearTagger.Scratch()
  let parser: DependencyParser.Scratch?
  let recognizer = EntityRecognizer.Scratch()
  var lemma: [UInt8] = []
  var heads: [Int32] = []
  var relations: [DependencyRelation] = []

  init(_ model: LanguageModel) { parser = model.parser.map { DependencyParser.Scratch($0) } }
}
