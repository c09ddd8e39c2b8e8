/// How a mention refers to its entity.
public enum MentionKind: String, Sendable, CaseIterable {
  /// By name, in full or in part; an adjective of nationality counts.
  case name
  /// By description: 'the governor'.
  case nominal
  /// By pronoun: 'he'.
  case pronoun
}

/// One place of a document that refers to an entity.
public struct Mention: Sendable, Equatable {
  /// Unicode scalars of the document's text, end exclusive.
  public var range: Range<Int>
  public var kind: MentionKind

  public init(range: Range<Int>, kind: MentionKind = .name) {
    self.range = range
    self.kind = kind
  }
}

/// What one document's mentions say about one thing in the world.
public struct Entity: Sendable, Equatable {
  /// Unique within the document: `e1`, `e2` in order of first mention.
  public var id: String
  /// The most specific class that the text or the gazetteer supports.
  public var type: String
  /// The canonical name.
  public var name: String
  /// Other names that the document uses, sorted.
  public var aliases: [String]
  /// In document order.
  public var mentions: [Mention]
  /// Identifier in the gazetteer, such as `iso3166:UA` or `wikidata:Q212`.
  public var kb: String?

  public init(id: String, type: String, name: String, aliases: [String] = [], mentions: [Mention], kb: String? = nil) {
    self.id = id
    self.type = type
    self.name = name
    self.aliases = aliases
    self.mentions = mentions
    self.kb = kb
  }
}

/// All that extraction says about one document: what goes over the wire to assembly.
public struct DocumentClaims: Sendable, Equatable {
  public var id: String
  public var title: String?
  /// ISO 8601 day.
  public var date: String?
  public var source: String?
  public var sentenceCount: Int
  public var entities: [Entity]
  public var claims: [Claim]

  public init(
    id: String, title: String? = nil, date: String? = nil, source: String? = nil, sentenceCount: Int = 0,
    entities: [Entity] = [], claims: [Claim] = []
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.source = source
    self.sentenceCount = sentenceCount
    self.entities = entities
    self.claims = claims
  }
}
