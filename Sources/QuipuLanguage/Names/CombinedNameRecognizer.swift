/// Finds names by rules and gazetteer and by the trained recognizer, and decides where they differ.
///
/// The rules propose names, those of the trained recognizer are put beside and between them (`NameMerge`), the words
/// around all occurrences and the trained classes vote on the labels that are open (`NameContext`), and what only a
/// guess of the rules speaks for is dropped. Without trained names it finds what the rules find.
public struct CombinedNameRecognizer: NameRecognizing {
  private let rules: RuleNameRecognizer
  /// Classes that a user has added to the model: their names stand whatever the rules say.
  private let added: Set<String>

  public init(rules: RuleNameRecognizer, added: Set<String> = []) {
    self.rules = rules
    self.added = added
  }

  public func names(in analysis: Analysis) -> [NameSpan] {
    analysis.document.bytes.withUnsafeBufferPointer { text in
      let shapes = TokenShapes(analysis: analysis, lexicon: rules.lexicon, text: text)
      let known = rules.knownNames(shapes)
      let trained = TrainedNames(shapes: shapes, cues: rules.cues)
      let merge = NameMerge(trained: trained, known: known, added: added)
      let names = merge.merged(rules.candidates(shapes, known))
      return rules.withGroups(names.map(\.span), in: analysis)
    }
  }
}
