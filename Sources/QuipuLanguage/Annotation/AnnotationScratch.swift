/// The scratch memory of all stages, for one thread at a time.
///
/// Handed from thread to thread under the annotator's lock, never used by two at once.
final class AnnotationScratch: @unchecked Sendable {
  let records = TokenRecords()
  let tagger = LinearTagger.Scratch()
  var lemma: [UInt8] = []
}
