import QuipuCore

/// Reads one document: tokens, sentences, values, names, tags. Reentrant: one analyzer serves all threads.
///
/// Each stage is a protocol, so that a trained one can take a rule-based one's place.
public struct Analyzer: Sendable {
  public var tokenizer: any Tokenizing
  public var splitter: any SentenceSplitting
  public var values: any ValueRecognizing
  public var names: any NameRecognizing
  public var tagger: any Tagging
  public let lexicon: Lexicon

  public init(lexicon: Lexicon, gazetteer: NameGazetteer, cues: NameCues) {
    self.lexicon = lexicon
    tokenizer = RuleTokenizer()
    splitter = RuleSentenceSplitter()
    values = RuleValueRecognizer()
    names = RuleNameRecognizer(lexicon: lexicon, gazetteer: gazetteer, cues: cues)
    tagger = RuleTagger()
  }

  /// Complexity: linear in the text.
  public func analyze(_ document: Document) -> Analysis {
    var analysis = document.bytes.withUnsafeBufferPointer { text in
      let tokens = tokenizer.tokenize(text)
      var result = Analysis(
        document: document, tokens: tokens, words: words(of: tokens, in: text),
        sentences: splitter.sentences(tokens, in: text))
      result.values = values.values(in: tokens, sentences: result.sentences, text: text, anchor: document.date)
      return result
    }
    analysis.names = names.names(in: analysis)
    tagger.tag(&analysis, lexicon: lexicon)
    return analysis
  }

  private func words(of tokens: [Token], in text: UnsafeBufferPointer<UInt8>) -> [WordID] {
    var folded: [UInt8] = []
    return tokens.map { lexicon.id(form: UnsafeBufferPointer(rebasing: text[$0.range.range]), scratch: &folded) }
  }
}
