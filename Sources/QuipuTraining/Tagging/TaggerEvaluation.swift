import QuipuLanguage

/// Scores a tagger on gold tokens.
public struct TaggerEvaluation {
  private let tagger: LinearTagger
  private let features: FeatureLabels
  private let vocabulary: Vocabulary

  public init(_ tagger: LinearTagger, _ features: FeatureLabels, vocabulary: Vocabulary) {
    self.tagger = tagger
    self.features = features
    self.vocabulary = vocabulary
  }

  /// Right parts of speech; words whose features are all right and no more than these.
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
        morphology.count(features.text(record) == word.features)
      }
    }
    return [tags, morphology]
  }
}
