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

  /// What a model file has of both; neither is needed.
  public init(_ file: ModelFile?) throws {
    vocabulary = try file.flatMap { $0.hasSection("vocabulary.entries") ? try Vocabulary($0) : nil }
    tagger = try file.flatMap { $0.hasSection("tagger.weights") ? try LinearTagger($0) : nil }
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
