import QuipuCore

/// The trained tagger and lemmatizer in the rule-based tagger's place.
///
/// Reentrant: one serves all threads; each call makes its own scratch memory, once a document.
public struct TrainedTagger: Tagging {
  private let vocabulary: Vocabulary
  private let tagger: LinearTagger
  private let lemmatizer: Lemmatizer

  /// Takes the sections `vocabulary.…`, `tagger.…` and `lemmas.…` of a model file.
  public init(_ file: ModelFile) throws(ModelError) {
    vocabulary = try Vocabulary(file)
    tagger = try LinearTagger(file)
    lemmatizer = try Lemmatizer(file)
  }

  /// A lemma that the lexicon does not have leaves the word itself in its place.
  public func tag(_ analysis: inout Analysis, lexicon: Lexicon) {
    let records = TokenRecords()
    let scratch = LinearTagger.Scratch()
    var lemma: [UInt8] = []
    var folded: [UInt8] = []
    analysis.document.bytes.withUnsafeBufferPointer { text in
      for sentence in analysis.sentences {
        fill(records, sentence, analysis, text)
        tagger.tag(records, scratch)
        for (i, t) in sentence.tokens.enumerated() {
          let form = UnsafeBufferPointer(rebasing: text[analysis.tokens[t].range.range])
          analysis.tags[t] = records[i].partOfSpeech
          lemmatizer.lemmatize(form, records, i, into: &lemma)
          let id = lemma.withUnsafeBufferPointer { lexicon.id(form: $0, scratch: &folded) }
          analysis.lemmas[t] = id == Lexicon.unknown ? analysis.words[t] : id
        }
      }
    }
  }

  private func fill(
    _ records: TokenRecords, _ sentence: Sentence, _ analysis: Analysis, _ text: UnsafeBufferPointer<UInt8>
  ) {
    records.removeAll()
    for t in sentence.tokens {
      let token = analysis.tokens[t]
      records.append(
        UnsafeBufferPointer(rebasing: text[token.range.range]),
        isJoined: token.isJoined && t > sentence.tokens.lowerBound)
    }
    records.close()
    vocabulary.fill(records)
  }
}
