/// Finds names by rules and gazetteer and by the trained recognizer, and decides where they differ.
///
/// The rules propose names, and the words around all occurrences decide which labels are open (`NameContext`); those of
/// the trained recognizer are put beside and between them, and what only a guess of the rules speaks for is dropped
/// (`NameMerge`).
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
      let merge = NameMerge(trained: trained, known: known, families: rules.cues.families, added: added)
      let names = merge.merged(rules.candidates(shapes, known))
      return rules.withGroups(names.map(\.span), in: analysis)
    }
  }
}
