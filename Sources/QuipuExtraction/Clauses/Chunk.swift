import QuipuLanguage

/// One piece of a sentence after shallow parsing.
struct Chunk {
  enum Kind {
    case noun, verb, preposition, coordinator, subordinator, relative, comma, bracket
    /// Ends every clause: semicolon, colon, dash, full stop, quotation mark.
    case stop
    case adverb, value, other
  }

  var kind: Kind
  var tokens: Range<Int>
  /// The token that the chunk is about.
  var head: Int
  /// Lemma of the head.
  var lemma: WordID
  /// For nouns: the token of the owner before a genitive mark or the possessive pronoun, if any.
  var possessor: Int?
  /// For nouns: the article or determiner, 0 when there is none.
  var determiner: WordID = 0
  var verb: VerbGroup?
}

/// A main verb with its auxiliaries, negation and the verbs it hangs on ('has not managed to create').
struct VerbGroup {
  enum Form { case finite, infinitive, gerund, participle }

  var form: Form
  var isPassive = false
  var isNegated = false
  var modality = Modalities.none
  /// Lemmas of the verbs before the main one ('manage').
  var chain: [WordID] = []
  /// The particle right after the verb ('out').
  var particle: WordID = 0

  enum Modalities { case none, possible, planned, demanded }
}
