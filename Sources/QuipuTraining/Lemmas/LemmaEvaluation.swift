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
      let lemmas = sentence.words.map(\.lemma)
      if let tagger {
        tagger.tag(records, scratch)
        for (lemma, right) in zip(self.lemmas(sentence, records), lemmas) {
          predicted.count(lemma == right)
          anyCase.count(folded(lemma) == folded(right))
        }
      }
      for (i, word) in sentence.words.enumerated() { records.first[i].tag = labels.tag(of: word) }
      for (lemma, right) in zip(self.lemmas(sentence, records), lemmas) { gold.count(lemma == right) }
    }
    return tagger == nil ? [gold] : [gold, predicted, anyCase]
  }

  private func lemmas(_ sentence: TreebankSentence, _ records: TokenRecords) -> [[UInt8]] {
    var lemma: [UInt8] = []
    return sentence.words.indices.map { i in
      sentence.words[i].form.withUnsafeBufferPointer { lemmatizer.lemmatize($0, records, i, into: &lemma) }
      return lemma
    }
  }

  private func folded(_ lemma: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    lemma.withUnsafeBufferPointer { FormFolding.fold($0, into: &folded) }
    return folded
  }
}
