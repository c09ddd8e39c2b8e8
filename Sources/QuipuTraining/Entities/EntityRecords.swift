import QuipuCore
import QuipuLanguage

/// Makes token records as the recognizer will see them: by vocabulary and tagger.
///
/// A tagger knows the text that it was trained from better than any other, and names would be learnt to trust it too
/// much. So texts of its treebank are tagged by taggers that have not seen them (jackknife).
public struct EntityRecords {
  private let vocabulary: Vocabulary?
  private let tagger: LinearTagger?
  /// Each trained without the documents whose id hashes to its number.
  private var folds: [LinearTagger] = []
  /// The documents of the treebank.
  private var documents: Set<String> = []
  private let records = TokenRecords()
  private let scratch = LinearTagger.Scratch()

  public init(vocabulary: Vocabulary?, tagger: LinearTagger?) {
    self.vocabulary = vocabulary
    self.tagger = tagger
  }

  /// What a model file has of both; neither is needed.
  public init(_ file: ModelFile?) throws {
    vocabulary = try file.flatMap { $0.hasSection("vocabulary.entries") ? try Vocabulary($0) : nil }
    tagger = try file.flatMap { $0.hasSection("tagger.weights") ? try LinearTagger($0) : nil }
  }

  /// Trains the taggers for texts of the treebank that the tagger was trained from; without tagger or vocabulary there
  /// is nothing to do. A sentence's document is its id up to the last hyphen.
  public mutating func jackknife(_ sentences: [TreebankSentence], folds count: UInt64 = 4) throws {
    guard let vocabulary, tagger != nil, !sentences.isEmpty else { return }
    documents = Set(sentences.map { EntityRecords.document(of: $0) })
    var settings = TaggerTrainer.Settings()
    (settings.epochs, settings.rounds) = (4, 1)
    folds = try (0..<count).map { fold in
      let others = sentences.filter { StableHash.hash(EntityRecords.document(of: $0)) % count != fold }
      let trainer = try TaggerTrainer(others, vocabulary: vocabulary, settings: settings)
      try trainer.run()
      var builder = ModelFileBuilder()
      trainer.add(to: &builder)
      return try LinearTagger(ModelFile(bytes: builder.build()))
    }
  }

  private static func document(of sentence: TreebankSentence) -> String {
    sentence.id.lastIndex(of: "-").map { String(sentence.id[..<$0]) } ?? sentence.id
  }

  private func tagger(for text: AnnotatedText) -> LinearTagger? {
    guard !folds.isEmpty, documents.contains(text.id) else { return tagger }
    return folds[Int(StableHash.hash(text.id) % UInt64(folds.count))]
  }

  /// Puts all sentences of a text into `place`.
  public func fill(_ place: EntityText, with text: AnnotatedText) {
    place.removeAll()
    let tagger = tagger(for: text)
    for sentence in text.sentences where !sentence.isEmpty {
      records.removeAll()
      for t in sentence {
        text.forms[t].withUnsafeBufferPointer { form in
          records.append(form, isJoined: text.isJoined[t] && t > sentence.lowerBound)
        }
      }
      records.close()
      vocabulary?.fill(records)
      tagger?.tag(records, scratch)
      place.append(records, firstToken: sentence.lowerBound)
    }
  }
}
