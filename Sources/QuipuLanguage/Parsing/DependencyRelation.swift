/// The relations of a word to its syntactic head: Universal Dependencies v2 with the subtypes of the English treebanks
/// (universaldependencies.org/en/dep). Raw values are stored in model files: append, never reorder.
public enum DependencyRelation: UInt8, Sendable, CaseIterable {
  case root, nominalSubject, passiveNominalSubject, outerNominalSubject, clausalSubject, passiveClausalSubject
  case outerClausalSubject, object, indirectObject, clausalComplement, openClausalComplement
  case obliqueNominal, obliqueAgent, unmarkedOblique, vocative, expletive, dislocated
  case adverbialClause, relativeAdverbialClause, adverbialModifier, discourse, auxiliary, passiveAuxiliary, copula
  case marker, nominalModifier, possessive, unmarkedNominalModifier, descriptiveNominalModifier, appositional
  case numericModifier, adnominalClause, relativeClause, adjectivalModifier, determiner, predeterminer, caseMarking
  case conjunct, coordinatingConjunction, preconjunction, fixed, flat, list, parataxis, compound, compoundParticle
  case orphan, goesWith, reparandum, punctuation, unspecified

  /// As in CoNLL-U: `nsubj`, `nsubj:pass`, …
  public var code: String { DependencyRelation.codes[Int(rawValue)] }

  /// The label without its subtype: `nsubj` for `nsubj:pass`.
  public var universalCode: String { String(code.prefix { $0 != ":" }) }

  private static let codes = [
    "root", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer", "obj", "iobj", "ccomp", "xcomp",
    "obl", "obl:agent", "obl:unmarked", "vocative", "expl", "dislocated", "advcl", "advcl:relcl", "advmod", "discourse",
    "aux", "aux:pass", "cop", "mark", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos", "nummod", "acl",
    "acl:relcl", "amod", "det", "det:predet", "case", "conj", "cc", "cc:preconj", "fixed", "flat", "list", "parataxis",
    "compound", "compound:prt", "orphan", "goeswith", "reparandum", "punct", "dep",
  ]

  private static let numbers = Dictionary(uniqueKeysWithValues: allCases.map { ($0.code, $0) })

  /// The relation of a code such as `nsubj:pass`. A subtype that is not known falls back to its universal label;
  /// nil when that is not known either.
  public init?(code: String) {
    guard
      let relation = DependencyRelation.numbers[code]
        ?? DependencyRelation.numbers[String(code.prefix { $0 != ":" })]
    else { return nil }
    self = relation
  }
}
