import QuipuCore

/// Writes claims as JSON Lines: one object a document and line, members in a fixed order, the same bytes every time.
///
/// Offsets count Unicode scalars of the document's text, end exclusive. Members: `id`, `title`?, `date`?,
/// `source`?, `sentences`, `entities`, `relations`. A mention by name is `[start, end]`, any other
/// `[start, end, "pronoun"|"nominal"]`. A qualifier's value is a string; a list of strings where one name has several.
public struct ClaimsWriter: Sendable {
  private var json = JSONWriter()

  public init() {}

  /// What was written since the start or the last `reset()`: UTF-8, each line with its line feed.
  public var bytes: [UInt8] { json.bytes }

  /// Empties the buffer but keeps its memory.
  public mutating func reset() { json.reset() }

  /// One document's line, line feed included.
  public static func line(_ document: DocumentClaims) -> [UInt8] {
    var writer = ClaimsWriter()
    writer.write(document)
    return writer.bytes
  }

  /// Appends one line. Complexity: O(length of the line).
  public mutating func write(_ document: DocumentClaims) {
    json.beginObject()
    json.member("id", document.id)
    member("title", document.title)
    member("date", document.date)
    member("source", document.source)
    json.member("sentences", document.sentenceCount)
    json.key("entities")
    json.beginArray()
    for entity in document.entities { write(entity) }
    json.endArray()
    json.key("relations")
    json.beginArray()
    for claim in document.claims { write(claim) }
    json.endArray()
    json.endObject()
    json.newline()
  }

  private mutating func write(_ entity: Entity) {
    json.beginObject()
    json.member("id", entity.id)
    json.member("type", entity.type)
    json.member("name", entity.name)
    if !entity.aliases.isEmpty { member("aliases", entity.aliases) }
    json.key("mentions")
    json.beginArray()
    for mention in entity.mentions {
      json.beginArray()
      json.value(mention.range.lowerBound)
      json.value(mention.range.upperBound)
      if mention.kind != .name { json.value(mention.kind.rawValue) }
      json.endArray()
    }
    json.endArray()
    member("kb", entity.kb)
    json.endObject()
  }

  private mutating func write(_ claim: Claim) {
    json.beginObject()
    json.member("subject", claim.subject)
    json.member("type", claim.type)
    json.member("object", claim.object)
    member("evidence", claim.evidence)
    member("sentence", claim.sentence)
    json.member("quote", claim.quote)
    member("sentenceText", claim.sentenceText)
    json.member("confidence", Confidence.rounded(claim.confidence))
    json.member("polarity", claim.polarity.rawValue)
    json.member("modality", claim.modality.rawValue)
    member("attribution", claim.attribution)
    write(claim.qualifiers)
    json.member("rule", claim.rule)
    json.endObject()
  }

  private mutating func write(_ qualifiers: [Qualifier]) {
    json.key("qualifiers")
    json.beginObject()
    let sorted = qualifiers.isSorted ? qualifiers : qualifiers.sorted(by: Qualifier.precedes)
    var rest = sorted[...]
    while let first = rest.first {
      let values = rest.prefix { $0.name == first.name }
      rest = rest.dropFirst(values.count)
      if values.count == 1 { json.member(first.name, first.value) } else { member(first.name, values.map(\.value)) }
    }
    json.endObject()
  }

  private mutating func member(_ name: String, _ text: String?) {
    if let text { json.member(name, text) }
  }

  private mutating func member(_ name: String, _ texts: [String]) {
    json.key(name)
    json.beginArray()
    for text in texts { json.value(text) }
    json.endArray()
  }

  private mutating func member(_ name: String, _ range: Range<Int>) {
    json.key(name)
    json.beginArray()
    json.value(range.lowerBound)
    json.value(range.upperBound)
    json.endArray()
  }
}

/// Confidence as every output writes it.
public enum Confidence {
  /// To four decimals, within 0…1; 0 for what is no number.
  public static func rounded(_ value: Double) -> Double {
    value.isFinite ? (min(max(value, 0), 1) * 10_000).rounded() / 10_000 : 0
  }
}

extension Qualifier {
  /// By name, then by value.
  public static func precedes(_ a: Qualifier, _ b: Qualifier) -> Bool { (a.name, a.value) < (b.name, b.value) }
}

extension [Qualifier] {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { !Qualifier.precedes($1, $0) } }
}
