import QuipuLanguage

/// Scores a parser on gold tokens and sentences, with the tags that the tagger gives.
public struct ParserEvaluation {
  private let tagger: LinearTagger
  private let vocabulary: Vocabulary

  public init(tagger: LinearTagger, vocabulary: Vocabulary) {
    self.tagger = tagger
    self.vocabulary = vocabulary
  }

  /// Right heads, and those whose relation is right as well, subtypes aside: UAS and LAS as of the CoNLL 2018 shared task.
  public func scores(_ parser: DependencyParser, _ sentences: [TreebankSentence]) -> [Score] {
    var (attachment, labeled) = (Score("UAS"), Score("LAS"))
    let (records, scratch, taggerScratch) = (TokenRecords(), DependencyParser.Scratch(parser), LinearTagger.Scratch())
    var heads: [Int32] = []
    var relations: [DependencyRelation] = []
    let universal = DependencyRelation.allCases.map(\.universalCode)
    for sentence in sentences {
      TrainingCorpus.fill(records, with: sentence, vocabulary: vocabulary)
      tagger.tag(records, taggerScratch)
      heads = [Int32](repeating: -1, count: records.count)
      relations = [DependencyRelation](repeating: .unspecified, count: records.count)
      heads.withUnsafeMutableBufferPointer { heads in
        relations.withUnsafeMutableBufferPointer { relations in
          parser.parse(records, scratch, heads: heads, relations: relations)
        }
      }
      for (i, word) in sentence.words.enumerated() {
        let isRight = Int(heads[i]) == word.head
        attachment.count(isRight)
        labeled.count(isRight && word.relation.prefix { $0 != ":" } == universal[Int(relations[i].rawValue)])
      }
    }
    return [attachment, labeled]
  }
}
