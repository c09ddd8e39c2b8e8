import QuipuLanguage
import QuipuOntology

/// Finds the country or region that a name of several words begins with: 'Indonesian Navy', 'US State Department'.
///
/// The body belongs to that place: what PART_OF says of it stands on the name itself.
struct NameParts {
  let analysis: Analysis
  let resources: ExtractionResources
  /// The shortest mention that begins at a token.
  private var shortest: [Int: Int] = [:]
  /// The first entity of each of the gazetteer's entries.
  private var byEntry: [Int: Int] = [:]
  /// The places where entities are mentioned.
  private var spans: Set<Span> = []
  /// The first of the lands that the gazetteer does not know, by folded name and by what its adjective begins with.
  private var lands: (byName: [String: Int], byStem: [String: Int]) = ([:], [:])

  private struct Span: Hashable {
    var entity: Int
    var tokens: Range<Int>
  }

  init(analysis: Analysis, resources: ExtractionResources, entities: DocumentEntities) {
    self.analysis = analysis
    self.resources = resources
    for (m, mention) in entities.mentions.enumerated() {
      let start = mention.tokens.lowerBound
      if let other = shortest[start], entities.mentions[other].tokens.count <= mention.tokens.count { continue }
      shortest[start] = m
    }
    for mention in entities.mentions { spans.insert(Span(entity: mention.entity, tokens: mention.tokens)) }
    for (e, entity) in entities.entities.enumerated() {
      if let entry = entity.entry {
        byEntry[entry] = byEntry[entry] ?? e
      } else if isLand(entity.classID) {
        for name in entity.names { addLand(Folding.fold(name.text), e) }
      }
    }
  }

  private mutating func addLand(_ name: String, _ entity: Int) {
    let stem = String(name.prefix(max(4, name.count - 1)))
    lands.byName[name] = lands.byName[name] ?? entity
    lands.byStem[stem] = lands.byStem[stem] ?? entity
  }

  /// The first such land that the folded word names, or is the adjective of. Complexity: O(length of the word).
  private func unlistedLand(_ word: String) -> Int? {
    guard !lands.byName.isEmpty else { return nil }
    var found = lands.byName[word]
    if word.count >= 5, word.hasSuffix("n") {
      for length in 0...min(word.count, 64) {
        if let e = lands.byStem[String(word.prefix(length))] { found = min(found ?? e, e) }
      }
    }
    return found
  }

  struct Part {
    var owner: Int
    var ownerTokens: Range<Int>
    var mention: Int
  }

  /// Adds the places to the entities where they are new.
  mutating func parts(in entities: inout DocumentEntities) -> [Part] {
    var out: [Part] = []
    for m in entities.mentions.indices {
      let mention = entities.mentions[m]
      let classID = entities.entities[mention.entity].classID
      guard mention.tokens.count > 1, wanted(classID),
        let owner = owner(of: mention, in: &entities), owner.entity != mention.entity
      else { continue }
      out.append(Part(owner: owner.entity, ownerTokens: owner.tokens, mention: m))
    }
    return out
  }

  /// Some rule takes a body of this class.
  private func wanted(_ classID: ClassID) -> Bool {
    resources.rules.nameRules.contains { r in
      resources.rules.rules[r].subject.contains {
        $0.classes.contains { resources.ontology.isSubclass(classID, of: $0) }
      }
    }
  }

  private mutating func owner(of mention: EntityMention, in entities: inout DocumentEntities) -> (
    entity: Int, tokens: Range<Int>
  )? {
    let start = mention.tokens.lowerBound
    // A place that is a mention of its own where the longer name begins.
    if let inner = inner(of: mention, in: entities) { return inner }
    let limit = min(mention.tokens.upperBound - 1, start + 3)
    let tokens = Array(analysis.tokens[start..<limit])
    let matches = analysis.document.bytes.withUnsafeBufferPointer {
      resources.nameGazetteer.matcher.matches(in: tokens, text: $0)
    }
    if let match = matches.first, match.tokens.lowerBound == 0 {
      let names = match.payloads.map { resources.nameGazetteer.names[Int($0)] }
      let country = names.filter { isLand($0) }.max { $0.rank < $1.rank }
      if let country {
        let span = start..<start + match.tokens.upperBound
        return (entity(for: Int(country.entry), span, country.form, in: &entities), span)
      }
    }
    if let behind = ownerBehind(mention, in: &entities) { return behind }
    // A land that the gazetteer does not know but the document does.
    return unlistedLand(Folding.fold(analysis.text(start..<start + 1))).map { ($0, start..<start + 1) }
  }

  /// 'Defence Ministry of Colombia': the land after the last 'of'.
  private mutating func ownerBehind(_ mention: EntityMention, in entities: inout DocumentEntities) -> (
    entity: Int, tokens: Range<Int>
  )? {
    let of = resources.lexicon.id("of")
    guard let preposition = mention.tokens.last(where: { analysis.words[$0] == of }),
      preposition + 1 < mention.tokens.upperBound
    else {
      return nil
    }
    var start = preposition + 1
    if resources.lexicon.classes(analysis.words[start]).contains(.determiner) { start += 1 }
    let rest = start..<mention.tokens.upperBound
    guard !rest.isEmpty else { return nil }
    let matches = analysis.document.bytes.withUnsafeBufferPointer {
      resources.nameGazetteer.matcher.matches(in: Array(analysis.tokens[rest]), text: $0)
    }
    guard let match = matches.first, match.tokens == 0..<rest.count else { return nil }
    let lands = match.payloads.map { resources.nameGazetteer.names[Int($0)] }.filter { isLand($0) && $0.form == .name }
    guard let land = lands.max(by: { $0.rank < $1.rank }) else { return nil }
    return (entity(for: Int(land.entry), rest, land.form, in: &entities), rest)
  }

  private func inner(of mention: EntityMention, in entities: DocumentEntities) -> (entity: Int, tokens: Range<Int>)? {
    guard let m = shortest[mention.tokens.lowerBound], entities.mentions[m].tokens.count < mention.tokens.count else {
      return nil
    }
    return (entities.mentions[m].entity, entities.mentions[m].tokens)
  }

  private func isLand(_ name: NameGazetteer.Name) -> Bool {
    resources.ontology.classID(name.label).map { isLand($0) } ?? false
  }

  private func isLand(_ classID: ClassID) -> Bool {
    resources.ontology.isSubclass(classID, of: resources.classes.country)
  }

  private mutating func entity(
    for entry: Int, _ tokens: Range<Int>, _ form: NameSpan.Form, in entities: inout DocumentEntities
  ) -> Int {
    let existing = byEntry[entry]
    let index = existing ?? entities.entities.count
    if existing == nil {
      entities.entities.append(EntityDraft(classID: resources.gazetteer.classID(of: entry), entry: entry))
      byEntry[entry] = index
    }
    if spans.insert(Span(entity: index, tokens: tokens)).inserted {
      entities.add(EntityMention(tokens: tokens, kind: .name, form: form, entity: index))
    }
    return index
  }
}
