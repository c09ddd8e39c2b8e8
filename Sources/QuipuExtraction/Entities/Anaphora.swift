import QuipuLanguage
import QuipuOntology

/// Finds what pronouns and short descriptions stand for, by position, class and number.
///
/// A much reduced form of S. Lappin and H. Leass's salience (1994): subjects before other names, the nearer sentence
/// before the farther, within five sentences.
struct Anaphora {
  let analysis: Analysis
  let resources: ExtractionResources
  /// The person with the most mentions by name, when they are at least two: what the document is about.
  private var topic: Int?
  /// Titles found so far with the people who bear them, for 'the governor' later in the text.
  private var titles: [String: Set<Int>] = [:]
  /// How far back a title's bearer is looked for, and how far a preposition before a name, in tokens.
  private static let reach = (title: 10_000, preposition: 100)
  private let words: MarkerWords
  private let kinds: [WordID: Kind]
  private let plurals: [WordID: ClassID]
  private let pair: Set<WordID>
  private let definite: Set<WordID>
  /// Common noun → class name.
  private let nouns: [WordID: String]

  enum Kind { case male, female, thing, plural }

  init(analysis: Analysis, resources: ExtractionResources) {
    self.analysis = analysis
    self.resources = resources
    let lexicon = resources.lexicon
    words = MarkerWords(lexicon)
    var kinds: [WordID: Kind] = [:]
    for (words, kind) in [
      ("he him his himself", Kind.male), ("she her hers herself", .female), ("it its itself", .thing),
      ("they them their themselves", .plural),
    ] { for word in words.split(separator: " ") { kinds[lexicon.id(String(word))] = kind } }
    // What the lexicon does not have is no such word, whatever else it does not have either.
    kinds[Lexicon.unknown] = nil
    self.kinds = kinds
    let c = resources.classes
    var plurals: [WordID: ClassID] = [:]
    for (words, classID) in [
      ("country nation state side neighbour neighbor government", c.country),
      ("leader president minister man woman", c.person),
      ("company firm bank group", c.organization),
    ] { for word in words.split(separator: " ") { plurals[lexicon.id(String(word))] = classID } }
    plurals[Lexicon.unknown] = nil
    self.plurals = plurals
    definite = Set(["the", "this", "that"].map { lexicon.id($0) })
    var nouns: [WordID: String] = [:]
    for (words, name) in [
      ("company firm bank carmaker retailer startup manufacturer lender trader", "Company"),
      ("country nation", "Country"), ("city town", "City"), ("region province", "AdministrativeArea"),
      ("university school college", "EducationalOrganization"), ("party", "PoliticalParty"),
      ("ministry agency", "GovernmentBody"),
      ("club", "SportsOrganization"), ("newspaper broadcaster", "MediaOrganization"),
      ("institute", "ResearchOrganization"),
    ] { for word in words.split(separator: " ") { nouns[lexicon.id(String(word))] = name } }
    nouns[Lexicon.unknown] = nil
    self.nouns = nouns
    pair = Set(["two", "both"].map { lexicon.id($0) })
  }

  func kind(of token: Int) -> Kind? { kinds[analysis.words[token]] }

  /// Makes mentions of the pronouns for people, in document order, so that rules meet a person where 'he' stands.
  mutating func addPronouns(to entities: inout DocumentEntities) {
    topic = mostNamedPerson(entities)
    // Within a sentence a pronoun goes on with the one before it: 'his father, Anthony, and his mother'.
    var last: (sentence: Int, kind: Kind, person: Int)?
    for t in analysis.tokens.indices where analysis.tags[t] == .pronoun && entities.mention(covering: t) == nil {
      guard let kind = kind(of: t), kind == .male || kind == .female, let sentence = analysis.sentenceIndex(of: t)
      else { continue }
      let goesOn = last.map { $0.sentence == sentence && $0.kind == kind } ?? false
      guard let person = goesOn ? last?.person : person(before: t, entities) else { continue }
      last = (sentence, kind, person)
      entities.add(EntityMention(tokens: t..<t + 1, kind: .pronoun, form: .nominal, entity: person))
    }
    addDescriptions(to: &entities)
  }

  /// Makes mentions of 'the company', 'the region' where nothing else is said of it in the phrase.
  private func addDescriptions(to entities: inout DocumentEntities) {
    for t in analysis.tokens.indices.dropLast()
    where definite.contains(analysis.words[t]) && analysis.tags[t] == .determiner {
      let lemma = analysis.lemmas[t + 1]
      guard nouns[lemma] != nil, analysis.tags[t + 1] == .noun, entities.mention(covering: t + 1) == nil,
        !goesOn(t + 2, entities)
      else { continue }
      var chunk = Chunk(kind: .noun, tokens: t..<t + 2, head: t + 1, lemma: lemma)
      chunk.determiner = analysis.words[t]
      guard let entity = described(chunk, in: entities) else { continue }
      entities.add(EntityMention(tokens: t..<t + 2, kind: .nominal, form: .nominal, entity: entity))
    }
  }

  /// 'the city *of* Mosul', 'the company *car*', 'the region *Kherson*' say more than the description.
  private func goesOn(_ t: Int, _ entities: DocumentEntities) -> Bool {
    guard t < analysis.tokens.count else { return false }
    return [.noun, .properNoun, .adjective].contains(analysis.tags[t]) || entities.mention(covering: t) != nil
      || analysis.words[t] == words.of
  }

  /// The entities that the pronoun or possessive at the token stands for.
  func resolve(_ token: Int, in entities: DocumentEntities, clause: Clause, chunk: Int?) -> [Int] {
    guard let kind = kind(of: token) else { return [] }
    if kind == .thing || kind == .plural, let chunk, let subject = clauseSubject(of: chunk, clause, entities, kind) {
      return subject
    }
    switch kind {
    case .male, .female: return person(before: token, entities).map { [$0] } ?? []
    case .thing: return recent(before: token, entities, sentences: 1, accepts: isThing).map { [$0] } ?? []
    case .plural: return recent(before: token, entities, sentences: 1, accepts: isGroup).map { [$0] } ?? []
    }
  }

  /// The subject of the clause that the phrase belongs to ('China and Russia … their alliance').
  private func clauseSubject(of chunk: Int, _ clause: Clause, _ entities: DocumentEntities, _ kind: Kind) -> [Int]? {
    guard let verb = (0..<chunk).last(where: { clause.chunks[$0].kind == .verb }) else { return nil }
    let subjects = clause.subject(of: verb).filter { $0 < chunk }
    let found = subjects.compactMap { entities.entity(at: clause.chunks[$0].head) }.filter { !isPerson($0, entities) }
    guard !found.isEmpty, kind == .thing ? found.count == 1 : true else { return nil }
    return found
  }

  private func isPerson(_ e: Int, _ entities: DocumentEntities) -> Bool {
    resources.ontology.isSubclass(entities.entities[e].classID, of: resources.classes.person)
  }

  private func isThing(_ e: Int, _ entities: DocumentEntities) -> Bool {
    let c = entities.entities[e].classID
    return resources.ontology.isSubclass(c, of: resources.classes.organization)
      || resources.ontology.isSubclass(c, of: resources.classes.country)
  }

  private func isGroup(_ e: Int, _ entities: DocumentEntities) -> Bool {
    let c = entities.entities[e].classID
    return resources.ontology.isSubclass(c, of: resources.classes.group)
      || resources.ontology.isSubclass(c, of: resources.classes.organization)
  }

  /// Going back from the pronoun: the first person of each sentence that is not under a preposition, then the person
  /// that
  /// the document's title or most of its sentences speak of, then any person nearby.
  private func person(before token: Int, _ entities: DocumentEntities) -> Int? {
    guard let sentence = analysis.sentenceIndex(of: token) else { return nil }
    var fallback: Int?
    for s in stride(from: sentence, through: max(0, sentence - 3), by: -1) {
      // A sentence before that itself begins with a pronoun speaks of the topic.
      if s < sentence, startsWithPronoun(s), let topic { return topic }
      for t in analysis.sentences[s].tokens where t < token {
        guard let m = entities.mention(covering: t), entities.mentions[m].form == .name,
          entities.mentions[m].kind == .name,
          isPerson(entities.mentions[m].entity, entities), !isPossessor(m, entities)
        else { continue }
        if !isOblique(m, entities) { return entities.mentions[m].entity }
        fallback = fallback ?? entities.mentions[m].entity
      }
    }
    return fallback ?? topic
  }

  private func startsWithPronoun(_ s: Int) -> Bool {
    analysis.sentences[s].tokens.prefix(3).contains {
      kinds[analysis.words[$0]] == .male || kinds[analysis.words[$0]] == .female
    }
  }

  /// 'the company', 'the city': the last thing of that class before a phrase of a determiner and the noun alone.
  func described(_ chunk: Chunk, in entities: DocumentEntities) -> Int? {
    guard chunk.determiner != Lexicon.unknown, chunk.tokens.count == 2, definite.contains(chunk.determiner),
      let name = nouns[chunk.lemma],
      let classID = resources.ontology.classID(name), let sentence = analysis.sentenceIndex(of: chunk.head)
    else { return nil }
    let low = analysis.sentences[max(0, sentence - 3)].tokens.lowerBound
    return stride(from: chunk.tokens.lowerBound - 1, through: low, by: -1).lazy.compactMap { entities.entity(at: $0) }
      .first { resources.ontology.isSubclass(entities.entities[$0].classID, of: classID) }
  }

  private func mostNamedPerson(_ entities: DocumentEntities) -> Int? {
    var best: (entity: Int, count: Int)?
    for (e, draft) in entities.entities.enumerated()
    where isPerson(e, entities) && draft.mentions.count > best?.count ?? 1 {
      best = (e, draft.mentions.count)
    }
    return best?.entity
  }

  /// Remembers that the person was given the title.
  mutating func note(title: String, of person: Int) {
    titles[title, default: []].insert(person)
  }

  /// 'at the invitation of Premier Zhou': under a preposition, perhaps with a title between.
  private func isOblique(_ m: Int, _ entities: DocumentEntities) -> Bool {
    var t = entities.mentions[m].tokens.lowerBound - 1
    let low = max(0, t - Anaphora.reach.preposition)
    while t >= low, [.noun, .adjective, .determiner, .coordinatingConjunction, .properNoun].contains(analysis.tags[t]) {
      t -= 1
    }
    return t >= low && analysis.tags[t] == .adposition
  }

  /// 'Russell's interpreter': the owner is less likely what 'he' stands for.
  private func isPossessor(_ m: Int, _ entities: DocumentEntities) -> Bool {
    let end = entities.mentions[m].tokens.upperBound
    return end < analysis.tokens.count && analysis.text(end..<end + 1) == "'s"
  }

  private func recent(
    before token: Int, _ entities: DocumentEntities, sentences: Int, accepts: (Int, DocumentEntities) -> Bool
  ) -> Int? {
    guard let sentence = analysis.sentenceIndex(of: token) else { return nil }
    var t = token - 1
    let low = analysis.sentences[max(0, sentence - sentences)].tokens.lowerBound
    let current = analysis.sentences[sentence].tokens.lowerBound
    while t >= current {
      if let e = entities.entity(at: t), accepts(e, entities) { return e }
      t -= 1
    }
    // In the sentence before, the first one: its subject more often than not.
    var u = low
    while u < current {
      if let e = entities.entity(at: u), accepts(e, entities) { return e }
      u += 1
    }
    return nil
  }

  /// 'the two countries', 'both leaders': the last two of that class before the phrase.
  func pair(_ chunk: Chunk, in entities: DocumentEntities) -> [Int] {
    guard let classID = plurals[chunk.lemma], chunk.tokens.contains(where: { pair.contains(analysis.words[$0]) }) else {
      return []
    }
    var found: [Int] = []
    guard let sentence = analysis.sentenceIndex(of: chunk.head) else { return [] }
    let low = analysis.sentences[max(0, sentence - 3)].tokens.lowerBound
    var t = chunk.tokens.lowerBound - 1
    while t >= low, found.count < 2 {
      if let e = entities.entity(at: t), !found.contains(e),
        resources.ontology.isSubclass(entities.entities[e].classID, of: classID)
      {
        found.append(e)
      }
      t -= 1
    }
    return found.count == 2 ? found.reversed() : []
  }

  /// 'the governor', 'the prime minister': the last person before it with that title.
  func titled(_ chunk: Chunk, in entities: DocumentEntities) -> Int? {
    guard chunk.determiner != Lexicon.unknown, !titles.isEmpty else { return nil }
    let words = analysis.text(chunk.tokens).lowercased()
    let ending = words.count > 7 ? words.dropFirst(4) : nil
    // In no order, which does not show: the nearest mention of any of them decides.
    let people = titles.compactMap { title, bearers in
      words.hasSuffix(title) || ending.map { title.hasSuffix($0) } ?? false ? bearers : nil
    }
    guard !people.isEmpty else { return nil }
    let end = chunk.tokens.lowerBound
    return (max(0, end - Anaphora.reach.title)..<end).reversed().lazy.compactMap { entities.entity(at: $0) }
      .first { e in people.contains { $0.contains(e) } }
  }
}
