import QuipuLanguage

/// Makes token records as the recognizer will see them: by vocabulary and tagger.
public struct EntityRecords {
  private let vocabulary: Vocabulary?
  private let tagger: LinearTagger?
  private let records = TokenRecords()
  private let scratch = LinearTagger.Scratch()

  public init(vocabulary: Vocabulary?, tagger: LinearTagger?) {
    self.vocabulary = vocabulary
    self.tagger = tagger
  }

  /// Puts all sentences of a text into `place`.
  public func fill(_ place: EntityText, with text: AnnotatedText) {
    place.removeAll()
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
