import QuipuLanguage

/// Scores a lemmatizer on gold tokens.
public struct LemmaEvaluation {
  private let lemmatizer: Lemmatizer
  private let tagger: LinearTagger?
  private let vocabulary: Vocabulary?
  private let labels: LemmaLabels

  /// With a tagger, lemmas are also scored on the tags that it gives.
  public init(_ lemmatizer: Lemmatizer, tagger: LinearTagger?, vocabulary: Vocabulary?) {
    self.lemmatizer = lemmatizer
    self.tagger = tagger
    self.vocabulary = vocabulary
    labels = LemmaLabels(tagger?.morphology)
  }

  /// Right lemmas, letter by letter, with gold tags and morphology and with predicted ones; with these also
  /// without regard to case, as other systems are often scored.
  public func scores(_ sentences: [TreebankSentence]) -> [Score] {
    var (gold, predicted) = (Score("lemmas (gold tags)"), Score("lemmas (predicted tags)"))
    var anyCase = Score("lemmas (predicted tags, any case)")
    let records = TokenRecords()
    let scratch = LinearTagger.Scratch()
    for sentence in sentences {
      TrainingCorpus.fill(records, with: sentence, vocabulary: vocabulary)
      tagger?.tag(records, scratch)
      for (i, word) in sentence.words.enumerated() {
        var record = records[i]
        if tagger != nil {
          let lemma = lemma(word, record)
          predicted.count(lemma == word.lemma)
          anyCase.count(folded(lemma) == folded(word.lemma))
        }
        record.tag = labels.tag(of: word)
        gold.count(lemma(word, record) == word.lemma)
      }
    }
    return tagger == nil ? [gold] : [gold, predicted, anyCase]
  }

  private func lemma(_ word: TreebankWord, _ record: TokenRecord) -> [UInt8] {
    var lemma: [UInt8] = []
    word.form.withUnsafeBufferPointer { lemmatizer.lemmatize($0, record, into: &lemma) }
    return lemma
  }

  private func folded(_ lemma: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    lemma.withUnsafeBufferPointer { FormFolding.fold($0, into: &folded) }
    return folded
  }
}
