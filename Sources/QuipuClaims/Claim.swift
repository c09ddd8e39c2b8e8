/// Whether a claim says that something is so, or that it is not ('has not managed to').
public enum Polarity: String, Sendable, CaseIterable { case positive, negative }

/// In what way a claim is made.
public enum Modality: String, Sendable, CaseIterable {
  /// Stated as a fact.
  case asserted
  /// May, could, might; threatened; conditional.
  case possible
  /// Will, is to, plans to.
  case planned
  /// Denied by the one it is attributed to.
  case denied
  /// Asked for, called for, ordered.
  case demanded
}

/// One relation that one stretch of one document states, with its evidence.
public struct Claim: Sendable, Equatable {
  /// Entity ids of this document (`e1`).
  public var subject: String
  /// The relation's name as in the ontology, `UPPER_SNAKE_CASE`.
  public var type: String
  public var object: String
  /// The words it stands on: Unicode scalars of the document's text, end exclusive.
  public var evidence: Range<Int>
  /// The sentence around the evidence, in the same unit.
  public var sentence: Range<Int>
  /// The text of the evidence.
  public var quote: String
  /// The text of the sentence, as long as its range; nil where it is not known.
  public var sentenceText: String?
  /// 0…1.
  public var confidence: Double
  public var polarity: Polarity
  public var modality: Modality
  /// The entity that the text says it from.
  public var attribution: String?
  /// Normalised values (`role`, `date`, `value`, `change`, `product`, `predicate`), ordered by name.
  public var qualifiers: [Qualifier]
  /// The rule that found it.
  public var rule: String

  public init(
    subject: String, type: String, object: String, evidence: Range<Int>, sentence: Range<Int>, quote: String,
    sentenceText: String? = nil, confidence: Double = 1, polarity: Polarity = .positive, modality: Modality = .asserted,
    attribution: String? = nil,
    qualifiers: [Qualifier] = [], rule: String
  ) {
    self.subject = subject
    self.type = type
    self.object = object
    self.evidence = evidence
    self.sentence = sentence
    self.quote = quote
    self.sentenceText = sentenceText
    self.confidence = confidence
    self.polarity = polarity
    self.modality = modality
    self.attribution = attribution
    self.qualifiers = qualifiers.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    self.rule = rule
  }
}

/// A named value on a claim: `change` = `+4.6%`.
public struct Qualifier: Sendable, Equatable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
