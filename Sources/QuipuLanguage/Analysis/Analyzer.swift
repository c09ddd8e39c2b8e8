import QuipuCore

/// Reads one document for extraction: what the trained stages say of it, the lexicon's words, the names of the gazetteer.
/// Reentrant: one analyzer serves all threads.
public struct Analyzer: Sendable {
  private let annotator: Annotator
  private let names: any NameRecognizing
  public let lexicon: Lexicon

  public init(model: LanguageModel, lexicon: Lexicon, gazetteer: NameGazetteer, cues: NameCues) {
    annotator = Annotator(model)
    self.lexicon = lexicon
    let rules = RuleNameRecognizer(lexicon: lexicon, gazetteer: gazetteer, cues: cues)
    names = model.recognizer.map { CombinedNameRecognizer(rules: rules, added: Set($0.addedClasses)) } ?? rules
  }

  /// Complexity: linear in the text.
  public func analyze(_ document: Document) -> Analysis {
    var analysis = annotator.annotate(document)
    addWords(&analysis)
    analysis.names = names.names(in: analysis)
    tagNames(&analysis)
    return analysis
  }

  /// The words and lemmas as the lexicon knows them; a lemma that it does not know leaves the word in its place.
  private func addWords(_ analysis: inout Analysis) {
    var scratch: [UInt8] = []
    let document = analysis.document
    document.bytes.withUnsafeBufferPointer { text in
      for t in analysis.tokens.indices {
        let form = UnsafeBufferPointer(rebasing: text[analysis.tokens[t].range.range])
        let word = lexicon.id(form: form, scratch: &scratch)
        analysis.words[t] = word
        let lemma = analysis.lemmaTexts.withBytes(of: t) { lexicon.id(form: $0, scratch: &scratch) }
        analysis.lemmas[t] = lemma == Lexicon.unknown ? word : lemma
      }
    }
  }

  /// The words of a name are a name, whatever they are elsewhere: 'of' in 'Bank of Merrow'.
  private func tagNames(_ analysis: inout Analysis) {
    for name in analysis.names where name.form != .nominal {
      for t in name.tokens where analysis.tags[t] != .punctuation {
        analysis.tags[t] = name.form == .adjective ? .adjective : .properNoun
      }
    }
  }
}
