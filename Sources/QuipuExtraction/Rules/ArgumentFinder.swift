import QuipuLanguage
import QuipuOntology

/// What fills a slot of a rule.
struct Filler: Equatable {
  var entity: Int
  /// Where it stands, for the evidence.
  var tokens: Range<Int>
  /// It stands in for a head that names nothing.
  var isLoose = false
  /// The token of a pronoun or description that has to become a mention.
  var anaphor: Range<Int>?
  /// The chunk it came from.
  var chunk: Int
}

/// Turns noun phrases into entities, and slots into noun phrases.
struct ArgumentFinder {
  let context: SentenceContext
  let anaphora: Anaphora
  let resources: ExtractionResources
  /// What the last claim of the sentence had as its subject, for 'while imports from X fell'.
  var inherited: [Filler] = []

  private var clause: Clause { context.clause }
  private var entities: DocumentEntities { context.entities }

  // MARK: Entities of a phrase

  func fillers(of c: Int, isLoose: Bool = false) -> [Filler] {
    let chunk = clause.chunks[c]
    if let m = headMention(chunk) {
      let named = Filler(entity: entities.mentions[m].entity, tokens: entities.mentions[m].tokens, chunk: c)
      // 'Russian missiles hit X': what is made does nothing by itself.
      let isThing = resources.ontology.isSubclass(
        entities.entities[named.entity].classID, of: resources.classes.product)
      return isLoose && isThing ? [named] + stand(in: c) : [named]
    }
    if chunk.tokens.count == 1, anaphora.kind(of: chunk.head) != nil {
      return anaphora.resolve(chunk.head, in: entities, clause: clause, chunk: c)
        .map { Filler(entity: $0, tokens: chunk.tokens, anaphor: chunk.tokens, chunk: c) }
    }
    let pair = anaphora.pair(chunk, in: entities)
    if !pair.isEmpty { return pair.map { Filler(entity: $0, tokens: chunk.tokens, anaphor: chunk.tokens, chunk: c) } }
    if let named = ofName(c) ?? namedBefore(c) { return named }
    if let person = appositive(c) { return [person] }
    if let entity = anaphora.titled(chunk, in: entities) ?? anaphora.described(chunk, in: entities) {
      return [Filler(entity: entity, tokens: chunk.tokens, anaphor: chunk.tokens, chunk: c)]
    }
    return isLoose ? stand(in: c) : []
  }

  /// 'The chairman of X, Olek Varga, …': the person that a title's phrase goes on to name.
  private func appositive(_ c: Int) -> Filler? {
    let chunk = clause.chunks[c]
    guard
      chunk.tokens.contains(where: { context.role(at: $0) != nil }) || chunk.possessor != nil
        || chunk.determiner != Lexicon.unknown
    else { return nil }
    var j = c + 1
    while j + 1 < clause.chunks.count, clause.chunks[j].kind == .preposition, clause.chunks[j + 1].kind == .noun {
      j += 2
    }
    guard j + 1 < clause.chunks.count, clause.chunks[j].kind == .comma, clause.chunks[j + 1].kind == .noun,
      let m = headMention(clause.chunks[j + 1]),
      resources.ontology.isSubclass(
        entities.entities[entities.mentions[m].entity].classID, of: resources.classes.person)
    else { return nil }
    return Filler(entity: entities.mentions[m].entity, tokens: entities.mentions[m].tokens, chunk: j + 1)
  }

  /// The mention that the phrase's head is part of; a bare adjective of nationality is none.
  private func headMention(_ chunk: Chunk) -> Int? {
    guard let m = entities.mention(covering: chunk.head) else { return nil }
    let mention = entities.mentions[m]
    if mention.form == .adjective && mention.tokens.upperBound < chunk.tokens.upperBound { return nil }
    return m
  }

  /// 'the Ukrainian region of X', 'the city of Y': the name after 'of'.
  private func ofName(_ c: Int) -> [Filler]? {
    guard
      clause.words.classNouns.contains(context.analysis.words[clause.chunks[c].head]),
      c + 2 < clause.chunks.count, clause.chunks[c + 1].kind == .preposition,
      context.analysis.words[clause.chunks[c + 1].head] == clause.words.of,
      let m = headMention(clause.chunks[c + 2])
    else { return nil }
    return [Filler(entity: entities.mentions[m].entity, tokens: entities.mentions[m].tokens, chunk: c + 2)]
  }

  /// 'Kherson, the region that …': the place that a phrase of a class noun stands in apposition to.
  private func namedBefore(_ c: Int) -> [Filler]? {
    let chunk = clause.chunks[c]
    guard c >= 2, clause.chunks[c - 1].kind == .comma, clause.chunks[c - 2].kind == .noun,
      chunk.determiner != Lexicon.unknown,
      clause.words.classNouns.contains(context.analysis.words[chunk.head]),
      let m = headMention(clause.chunks[c - 2]),
      resources.ontology.isSubclass(entities.entities[entities.mentions[m].entity].classID, of: resources.classes.place)
    else { return nil }
    return [Filler(entity: entities.mentions[m].entity, tokens: entities.mentions[m].tokens, chunk: c - 2)]
  }

  /// The owner, or the nationality, of a phrase whose head names nothing: 'China's backing', 'Ukrainian attacks'.
  private func stand(in c: Int) -> [Filler] {
    let owner = possessor(c)
    if !owner.isEmpty { return owner.map { loosened($0) } }
    let names = modifiers(c)
    if !names.isEmpty { return names.map { loosened($0) } }
    // 'three companies from Belarus'; 'calls by Belarus', side by side: verbs have such phrases as well.
    let isBy =
      c + 1 < clause.chunks.count && clause.chunks[c + 1].kind == .preposition
      && context.analysis.words[clause.chunks[c + 1].head] == clause.words.by
    let named = (phrases(clause.words.from, after: c) + (isBy ? phrases(clause.words.by, after: c) : []))
      .flatMap { fillers(of: $0) }
    // 'the policies of X'; but who condemns the killing of X is not against X.
    let isAction = resources.rules.isActionNoun(context.analysis.words[clause.chunks[c].head], resources.lexicon)
    let rest = named.isEmpty && !isAction ? phrases(clause.words.of, after: c).flatMap { fillers(of: $0) } : named
    return rest.map { loosened($0) }
  }

  private func loosened(_ filler: Filler) -> Filler {
    var f = filler
    f.isLoose = true
    return f
  }

  func possessor(_ c: Int) -> [Filler] {
    guard let token = clause.chunks[c].possessor else { return [] }
    if let m = entities.mention(covering: token) {
      return [Filler(entity: entities.mentions[m].entity, tokens: entities.mentions[m].tokens, chunk: c)]
    }
    return anaphora.resolve(token, in: entities, clause: clause, chunk: c)
      .map { Filler(entity: $0, tokens: token..<token + 1, anaphor: token..<token + 1, chunk: c) }
  }

  /// Names before the head that do not own it.
  func modifiers(_ c: Int) -> [Filler] {
    let chunk = clause.chunks[c]
    var out: [Filler] = []
    for t in chunk.tokens where t < chunk.head {
      guard let m = entities.mention(covering: t), !entities.mentions[m].tokens.contains(chunk.head) else { continue }
      if let p = chunk.possessor, entities.mentions[m].tokens.contains(p) { continue }
      if out.last?.tokens != entities.mentions[m].tokens {
        out.append(Filler(entity: entities.mentions[m].entity, tokens: entities.mentions[m].tokens, chunk: c))
      }
    }
    return out
  }

  // MARK: Slots

  func fill(_ slot: CompiledRule.Slot, trigger c: Int, isVerb: Bool) -> [Filler] {
    let found = isVerb ? verbSlot(slot, c) : nounSlot(slot, c)
    guard !slot.classes.isEmpty else { return found }
    return found.filter { f in
      slot.classes.contains { resources.ontology.isSubclass(entities.entities[f.entity].classID, of: $0) }
    }
  }

  private func verbSlot(_ slot: CompiledRule.Slot, _ c: Int) -> [Filler] {
    let isPassive = clause.chunks[c].verb?.isPassive ?? false
    func all(_ nouns: [Int]) -> [Filler] { nouns.flatMap { fillers(of: $0, isLoose: slot.isLoose) } }
    switch slot.kind {
    case .subject: return all(subject(of: c))
    case .object: return isPassive ? all(clause.subject(of: c)) : all(clause.object(of: c))
    case .inherited: return inherited
    case .preposition(let word): return all(phrases(word, after: c))
    case .agent, .copula: return all(clause.subject(of: c))
    case .possessor: return clause.object(of: c).flatMap { possessor($0) }
    case .modifier: return clause.object(of: c).flatMap { modifiers($0) }
    case .head: return all(clause.object(of: c))
    case .apposition: return []
    }
  }

  /// The noun phrases that do what the verb group at `c` says, whatever its voice.
  func subject(of c: Int) -> [Int] {
    clause.chunks[c].verb?.isPassive == true ? phrases(clause.words.by, after: c) : clause.subject(of: c)
  }

  private func nounSlot(_ slot: CompiledRule.Slot, _ c: Int) -> [Filler] {
    func all(_ nouns: [Int]) -> [Filler] { nouns.flatMap { fillers(of: $0, isLoose: slot.isLoose) } }
    switch slot.kind {
    case .possessor: return possessor(c)
    case .modifier: return modifiers(c)
    case .head: return fillers(of: c)
    case .inherited: return inherited
    case .preposition(let word):
      let direct = phrases(word, after: c)
      if !direct.isEmpty { return all(direct) }
      // 'China's support is essential for Russia': the phrase stands behind the copula.
      guard let verb = clause.verb(withSubject: c), clause.words.copulas.contains(clause.chunks[verb].lemma) else {
        return []
      }
      return all(phrases(word, after: verb))
    case .agent:
      guard let verb = clause.governor(of: c), !clause.words.copulas.contains(clause.chunks[verb].lemma) else {
        return []
      }
      return clause.chunks[verb].verb?.isPassive == true
        ? all(phrases(clause.words.by, after: verb)) : all(clause.subject(of: verb))
    case .copula:
      guard let verb = clause.governor(of: c), clause.words.copulas.contains(clause.chunks[verb].lemma) else {
        return []
      }
      return all(clause.subject(of: verb))
    case .subject:
      return clause.governor(of: c).map { all(clause.subject(of: $0)) } ?? []
    case .object:
      return clause.verb(withSubject: c).map { all(clause.object(of: $0)) } ?? []
    case .apposition: return apposition(c)
    }
  }

  /// The name before or after a comma beside the phrase: 'X, a member of Y,'.
  private func apposition(_ c: Int) -> [Filler] {
    let chunks = clause.chunks
    if c >= 2, chunks[c - 1].kind == .comma, chunks[c - 2].kind == .noun { return fillers(of: c - 2) }
    return []
  }

  /// The noun phrases of the first phrase with the preposition.
  private func phrases(_ preposition: WordID, after c: Int) -> [Int] {
    clause.prepositional(after: c).first { $0.preposition == preposition }?.nouns ?? []
  }
}
