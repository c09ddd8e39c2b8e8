import QuipuLanguage

/// Scores a tagger on gold tokens.
public struct TaggerEvaluation {
  private let tagger: LinearTagger
  private let vocabulary: Vocabulary

  public init(_ tagger: LinearTagger, vocabulary: Vocabulary) {
    self.tagger = tagger
    self.vocabulary = vocabulary
  }

  /// Right parts of speech; right morphology (of the features that are learnt) among all words, a wrong part of speech
  /// counting as wrong.
  public func scores(_ sentences: [TreebankSentence]) -> [Score] {
    var (tags, morphology) = (Score("UPOS"), Score("FEATS"))
    let records = TokenRecords()
    let scratch = LinearTagger.Scratch()
    for sentence in sentences {
      TrainingCorpus.fill(records, with: sentence, vocabulary: vocabulary)
      tagger.tag(records, scratch)
      for (i, word) in sentence.words.enumerated() {
        let record = records[i]
        tags.count(record.partOfSpeech == word.tag)
        let text = tagger.morphology.text(record.partOfSpeech, record.morphology)
        morphology.count(record.partOfSpeech == word.tag && text == MorphologyReduction.reduced(word.features))
      }
    }
    return [tags, morphology]
  }
}
