/// One extraction rule as it stands in a `.rules` file, checked for form but not yet bound to a lexicon.
///
/// The language is described in `Documentation/Rules.md`.
public struct RuleDefinition: Sendable, Equatable {
  /// What sets the rule off.
  public enum Trigger: Sendable, Equatable {
    /// A verb group whose main verb is one of these lemmas; ends are read from the clause around it.
    case verb([String])
    /// A verb group that begins with one of these and goes on with another verb: '*threatened* to attack'; ends are read
    /// from the clause around the main verb.
    case chain([String])
    /// A noun phrase whose head is one of these lemmas.
    case noun([String])
    /// 'be' and one of these adjectives or participles.
    case adjective([String])
    /// A sequence of tokens.
    case tokens([PatternElement])
    /// A name of several words that begins with a place ('Indonesian Navy'): the slot `head` is the name, `modifier`
    /// the place.
    case name
  }

  public enum Voice: String, Sendable, CaseIterable { case active, passive, any }

  public var id: String
  public var location: SourceLocation
  /// A relation's name, or `role` for the relation that the matched title stands for.
  public var relation: String
  public var trigger: Trigger
  public var subject: [Slot]
  public var object: [Slot]
  /// For a symmetric relation: all fillers of these slots, taken in pairs.
  public var members: [Slot]
  /// The clause's object must have one of these nouns as its head ('sign an *agreement*').
  public var objectHeads: [String]
  /// The same of its subject ('*missiles* hit X').
  public var subjectHeads: [String]
  public var particle: String?
  public var voice: Voice
  public var isNegative: Bool
  public var modality: String?
  public var confidence: Double
  /// Fixed qualifiers (`role=founder`), and names of those to gather from the clause (`change`, `value`, `product`).
  public var fixedQualifiers: [(name: String, value: String)]
  public var gatheredQualifiers: [String]
  public var examples: [Example]

  public struct Slot: Sendable, Equatable {
    /// `subject`, `object`, `possessor`, `modifier`, `head`, `inherited`, or a preposition.
    public var name: String
    /// Classes that its filler must belong to; empty for what the relation accepts.
    public var classes: [String]
    /// Whether an owner or modifier may stand in for a head that names nothing ('Ukrainian *attacks*').
    public var isLoose: Bool
  }

  public struct Example: Sendable, Equatable {
    public var text: String
    /// What must be found; none for a text in which the rule must stay silent.
    public var expected: [Expectation]
    public var location: SourceLocation
  }

  public struct Expectation: Sendable, Equatable {
    public var subject: String
    public var relation: String
    public var object: String
    public var qualifiers: [String: String]
  }

  public static func == (a: RuleDefinition, b: RuleDefinition) -> Bool { a.id == b.id && a.location == b.location }
}

/// One step of a token pattern.
public struct PatternElement: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// One of these folded forms.
    case words([String])
    /// One of these lemmas.
    case lemmas([String])
    /// A mention of one of these classes, or of any class when empty.
    case mention([String])
    /// A title or post.
    case role
    /// A value of this kind.
    case value(String)
    /// One token with one of these part-of-speech codes.
    case tags([String])
    /// Up to so many tokens without punctuation.
    case gap(Int)
    case sentenceStart
    case sentenceEnd
  }

  public enum Count: Sendable, Equatable { case one, optional, any }

  public var kind: Kind
  /// `subject`, `object`, or nil.
  public var capture: String?
  public var count: Count
}
