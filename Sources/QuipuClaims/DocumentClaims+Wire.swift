/// What is wrong with a well-formed line, and in which member.
struct WireProblem: Error, Equatable {
  var path: String
  var problem: String
}

extension DocumentClaims {
  /// Checks what JSON cannot: names of polarity and modality, ranges, and that relations name entities of the document.
  init(_ wire: WireDocument) throws(WireProblem) {
    let count = wire.sentences ?? 0
    guard let sentences = Int(exactly: count), sentences >= 0 else {
      throw WireProblem(path: "sentences", problem: "\(count) is no count")
    }
    self.init(id: wire.id, title: wire.title, date: wire.date, source: wire.source, sentenceCount: sentences)
    var known: Set<String> = []
    for (i, entity) in (wire.entities ?? []).enumerated() {
      guard known.insert(entity.id).inserted else {
        throw WireProblem(path: "entities[\(i)].id", problem: "\"\(entity.id)\" is the id of an earlier entity")
      }
      entities.append(try Entity(entity, path: "entities[\(i)]"))
    }
    for (i, claim) in (wire.relations ?? []).enumerated() {
      claims.append(try Claim(claim, entities: known, path: "relations[\(i)]"))
    }
  }
}

extension Entity {
  init(_ wire: WireEntity, path: String) throws(WireProblem) {
    var mentions: [Mention] = []
    for (i, mention) in (wire.mentions ?? []).enumerated() {
      let path = "\(path).mentions[\(i)]"
      let range = try mention.range(path)
      mentions.append(Mention(range: range, kind: try named(mention.kind, or: .name, path)))
    }
    self.init(
      id: wire.id, type: wire.type, name: wire.name, aliases: wire.aliases ?? [], mentions: mentions, kb: wire.kb)
  }
}

extension Claim {
  init(_ wire: WireClaim, entities: Set<String>, path: String) throws(WireProblem) {
    for (name, id) in [("subject", wire.subject), ("object", wire.object), ("attribution", wire.attribution)] {
      guard let id, !entities.contains(id) else { continue }
      throw WireProblem(path: "\(path).\(name)", problem: "no entity of this document has the id \"\(id)\"")
    }
    let confidence = wire.confidence ?? 1
    guard (0...1).contains(confidence) else {
      throw WireProblem(path: "\(path).confidence", problem: "\(confidence) is not within 0 and 1")
    }
    let evidence = try wire.evidence.range("\(path).evidence", allowsKind: false)
    let sentence = try wire.sentence?.range("\(path).sentence", allowsKind: false)
    self.init(
      subject: wire.subject, type: wire.type, object: wire.object, evidence: evidence, sentence: sentence ?? evidence,
      quote: wire.quote ?? "", sentenceText: wire.sentenceText, confidence: confidence,
      polarity: try named(wire.polarity, or: .positive, "\(path).polarity"),
      modality: try named(wire.modality, or: .asserted, "\(path).modality"), attribution: wire.attribution,
      qualifiers: (wire.qualifiers ?? [:]).flatMap { name, all in all.values.map { Qualifier(name, $0) } },
      rule: wire.rule ?? "")
  }
}

extension WireRange {
  /// The range, if it is one.
  func range(_ path: String, allowsKind: Bool = true) throws(WireProblem) -> Range<Int> {
    guard bounds.count == 2, !isTooLong, allowsKind || kind == nil else {
      throw WireProblem(path: path, problem: "expected [start, end]\(allowsKind ? " or [start, end, kind]" : "")")
    }
    guard let start = Int(exactly: bounds[0]), let end = Int(exactly: bounds[1]) else {
      throw WireProblem(path: path, problem: "\(bounds) has an offset that is no whole number")
    }
    guard start >= 0, end >= 0 else {
      throw WireProblem(path: path, problem: "[\(start), \(end)] has a negative offset")
    }
    guard start <= end else {
      throw WireProblem(path: path, problem: "[\(start), \(end)] is reversed; the start comes first")
    }
    return start..<end
  }
}

/// The case of that name, or the default where the line leaves it out.
private func named<Name: RawRepresentable & CaseIterable>(
  _ text: String?, or missing: Name, _ path: String
) throws(WireProblem) -> Name where Name.RawValue == String {
  guard let text else { return missing }
  if let known = Name(rawValue: text) { return known }
  let all = Name.allCases.map(\.rawValue).joined(separator: ", ")
  throw WireProblem(path: path, problem: "\"\(text)\" is unknown; use one of \(all)")
}
