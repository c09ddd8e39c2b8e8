import QuipuLanguage

/// Makes token records as the recognizer will see them: by lexicon and tagger.
public struct EntityRecords {
  private let lexicon: Lexicon
  private let tagger: LinearTagger?
  private let records = TokenRecords()
  private let scratch = LinearTagger.Scratch()

  public init(lexicon: Lexicon, tagger: LinearTagger?) {
    self.lexicon = lexicon
    self.tagger = tagger
  }

  /// Puts all sentences of a text into `place`.
  public func fill(_ place: EntityText, with text: AnnotatedText) {
    var folded: [UInt8] = []
    place.removeAll()
    for sentence in text.sentences where !sentence.isEmpty {
      records.removeAll()
      for t in sentence {
        text.forms[t].withUnsafeBufferPointer { form in
          let classes = lexicon.classes(lexicon.id(form: form, scratch: &folded))
          records.append(form, isJoined: text.isJoined[t] && t > sentence.lowerBound, classes: classes)
        }
      }
      records.close()
      tagger?.tag(records, scratch)
      place.append(records, firstToken: sentence.lowerBound)
    }
  }
}
