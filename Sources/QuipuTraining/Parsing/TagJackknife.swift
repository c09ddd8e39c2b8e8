import Dispatch
import QuipuLanguage

/// Tags for the parser to learn with: those that taggers give who have not seen the sentence. Taught with right tags, or
/// with those that a tagger gives on its own training data, a parser would trust them too much.
struct TagJackknife {
  /// Reads words as the model does, and numbers their morphology.
  let tagger: LinearTagger
  let vocabulary: Vocabulary
  let folds: Int
  let seed: UInt64

  /// The records of all sentences with their slots filled. Complexity: O(folds · words · epochs of the tagger).
  func records(_ sentences: [TreebankSentence]) throws -> TrainingCorpus {
    var corpus = TrainingCorpus(sentences, vocabulary: vocabulary)
    let taggers = try self.taggers(sentences)
    let (records, scratch) = (TokenRecords(), LinearTagger.Scratch())
    let starts = corpus.starts
    for (s, sentence) in sentences.enumerated() {
      // The model's tagger fills the classes of words, one that does not know the sentence the tags.
      TrainingCorpus.fill(records, with: sentence, vocabulary: vocabulary)
      tagger.tag(records, scratch)
      let classes = (0..<records.count).map { records[$0].wordClass }
      let other = taggers[s % taggers.count]
      TrainingCorpus.fill(records, with: sentence, vocabulary: vocabulary)
      other.tag(records, scratch)
      corpus.withRecords { all in
        for i in 0..<records.count {
          all[starts[s] + i].wordClass = classes[i]
          all[starts[s] + i].tag = tag(records[i], by: other)
        }
      }
    }
    return corpus
  }

  /// The tag with the morphology's number in the model's tagger; the most frequent one where that does not know it.
  private func tag(_ record: TokenRecord, by other: LinearTagger) -> UInt32 {
    let part = record.partOfSpeech
    let text = other.morphology.text(part, record.morphology)
    let number = tagger.morphology.labels[Int(part.rawValue)].firstIndex(of: text) ?? 0
    return UInt32(part.rawValue) + 1 | UInt32(number) << 8
  }

  /// Tagger k has not seen sentence s where s % folds = k.
  private func taggers(_ sentences: [TreebankSentence]) throws -> [LinearTagger] {
    guard folds > 1, sentences.count >= folds else { return [tagger] }
    let results = Results(count: folds)
    DispatchQueue.concurrentPerform(iterations: folds) { fold in
      results[fold] = Result { try train(sentences.enumerated().filter { $0.offset % folds != fold }.map(\.element)) }
    }
    return try results.all()
  }

  private func train(_ sentences: [TreebankSentence]) throws -> LinearTagger {
    var settings = TaggerTrainer.Settings()
    (settings.rounds, settings.epochs, settings.seed) = (1, 6, seed)
    let trainer = try TaggerTrainer(sentences, vocabulary: vocabulary, settings: settings)
    try trainer.run()
    var builder = ModelFileBuilder()
    trainer.add(to: &builder)
    return try LinearTagger(ModelFile(bytes: builder.build()))
  }

  /// A place for each thread's result; no two write to the same one.
  private final class Results: @unchecked Sendable {
    private let places: UnsafeMutableBufferPointer<Result<LinearTagger, any Error>?>

    init(count: Int) {
      places = .allocate(capacity: count)
      places.initialize(repeating: nil)
    }

    deinit {
      places.deinitialize()
      places.deallocate()
    }

    subscript(index: Int) -> Result<LinearTagger, any Error>? {
      get { places[index] }
      set { places[index] = newValue }
    }

    func all() throws -> [LinearTagger] { try places.compactMap { try $0?.get() } }
  }
}
