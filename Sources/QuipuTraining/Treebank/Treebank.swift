import QuipuLanguage

/// One syntactic word of a treebank, with what annotators say of it.
public struct TreebankWord: Sendable, Equatable {
  public var form: [UInt8]
  public var lemma: [UInt8]
  public var tag: PartOfSpeech
  /// As in the file ('Number=Sing|Person=3'); '' for none.
  public var features: String
  /// Index of the governor in the sentence, -1 for the root.
  public var head: Int
  public var relation: String
  /// No white space before it.
  public var isJoined: Bool
}

/// One sentence of a treebank.
public struct TreebankSentence: Sendable, Equatable {
  /// Of the comment `sent_id`; '' without one.
  public var id: String
  public var words: [TreebankWord]
}

extension TreebankSentence {
  /// Parts of words that were written apart ('with out', relation `goeswith`): the first has the lemma of the whole, the
  /// others have none, so that neither says what becomes of its form. Complexity: O(words).
  var partsOfWords: Set<Int> {
    var parts: Set<Int> = []
    for (i, word) in words.enumerated() where word.relation == "goeswith" { parts.formUnion([i, word.head]) }
    return parts
  }
}
