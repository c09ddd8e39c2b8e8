import QuipuLanguage

/// Scores a sentence splitter on raw documents.
public struct SentenceEvaluation {
  private let splitter: any SentenceSplitting

  public init(_ splitter: any SentenceSplitting) { self.splitter = splitter }

  /// F1 of whole sentences: right is one whose first and last character are those of the treebank's.
  public func score(_ corpus: SentenceCorpus) -> Score {
    var score = Score("sentences")
    for text in corpus.texts {
      let sentences = text.bytes.withUnsafeBufferPointer { splitter.sentences(text.tokens, in: $0) }
      score.total += text.sentences + sentences.count
      for sentence in sentences {
        let (first, end) = (sentence.tokens.lowerBound, sentence.tokens.upperBound)
        guard text.starts[first], end == text.starts.count || text.starts[end] else { continue }
        let isWhole = !text.starts[(first + 1)..<end].contains(true)
        if isWhole { score.correct += 2 }
      }
    }
    return score
  }
}
