import QuipuLanguage
import QuipuOntology

/// A relation that a rule found, before attribution and qualifiers.
struct RawClaim {
  var relation: RelationID
  var subject: Filler
  var object: Filler
  var rule: Int
  /// The words that set the rule off.
  var trigger: Range<Int>
  var chunk: Int?
  var role: RoleMatch?
  var isNegative = false
  var modality: VerbGroup.Modalities = .none
  var confidence: Double
}

/// Applies the verb, noun and adjective rules to one sentence.
struct FrameMatcher {
  let context: SentenceContext
  let resources: ExtractionResources
  var finder: ArgumentFinder

  private var clause: Clause { context.clause }

  mutating func claims() -> [RawClaim] {
    var out: [RawClaim] = []
    for c in clause.chunks.indices {
      let chunk = clause.chunks[c]
      guard chunk.lemma != Lexicon.unknown else { continue }
      let isVerb = chunk.kind == .verb
      let candidates: [Int] =
        switch chunk.kind {
        case .verb:
          (resources.rules.byVerb[chunk.lemma] ?? [])
            + (chunk.verb?.chain ?? []).flatMap { resources.rules.byChain[$0] ?? [] }
        case .noun where isPlainNoun(chunk):
          (resources.rules.byNoun[chunk.lemma] ?? []) + (resources.rules.byAdjective[chunk.lemma] ?? [])
        default: []
        }
      for r in candidates {
        let found = apply(r, at: c, isVerb: isVerb)
        if let first = found.first { finder.inherited = [first.subject] }
        out += found
      }
    }
    return out
  }

  private func isPlainNoun(_ chunk: Chunk) -> Bool {
    guard let m = context.entities.mention(covering: chunk.head) else { return true }
    return context.entities.mentions[m].form == .adjective
  }

  private func apply(_ r: Int, at c: Int, isVerb: Bool) -> [RawClaim] {
    let rule = resources.rules.rules[r]
    let chunk = clause.chunks[c]
    if isVerb {
      switch rule.definition.voice {
      case .active where chunk.verb?.isPassive == true: return []
      case .passive where chunk.verb?.isPassive != true: return []
      default: break
      }
      if rule.particle != Lexicon.unknown, chunk.verb?.particle != rule.particle { return [] }
      if !rule.objectHeads.isEmpty, !hasObjectHead(rule, c) { return [] }
      if !rule.subjectHeads.isEmpty, !hasSubjectHead(rule, c) { return [] }
    }
    let pairs = rule.members.isEmpty ? directed(rule, c, isVerb) : symmetric(rule, c, isVerb)
    return pairs.map { claim(r, rule, $0.0, $0.1, c) }
  }

  private func hasObjectHead(_ rule: CompiledRule, _ c: Int) -> Bool {
    // 'was taken prisoner': the noun after a passive verb counts as well as its subject.
    let isPassive = clause.chunks[c].verb?.isPassive == true
    let after = isPassive && c + 1 < clause.chunks.count && clause.chunks[c + 1].kind == .noun ? [c + 1] : []
    let nouns = isPassive ? clause.subject(of: c) + after : clause.object(of: c)
    // 'a series of agreements': the noun may stand behind 'of'.
    let of = clause.words.of
    let all =
      nouns + nouns.flatMap { n in clause.prepositional(after: n).filter { $0.preposition == of }.flatMap(\.nouns) }
    return all.contains { has(rule.objectHeads, in: $0) }
  }

  private func hasSubjectHead(_ rule: CompiledRule, _ c: Int) -> Bool {
    finder.subject(of: c).contains { has(rule.subjectHeads, in: $0) }
  }

  private func has(_ lemmas: Set<WordID>, in chunk: Int) -> Bool {
    clause.chunks[chunk].tokens.contains { lemmas.contains(context.analysis.lemmas[$0]) }
  }

  private func directed(_ rule: CompiledRule, _ c: Int, _ isVerb: Bool) -> [(Filler, Filler)] {
    guard let relation = rule.relation else { return [] }
    for s in rule.subject {
      let subjects = finder.fill(s, trigger: c, isVerb: isVerb)
      guard !subjects.isEmpty else { continue }
      for o in rule.object {
        let objects = finder.fill(o, trigger: c, isVerb: isVerb)
        let pairs = subjects.flatMap { a in objects.map { (a, $0) } }.filter { accepts(relation, $0.0, $0.1) }
        if !pairs.isEmpty { return pairs }
      }
    }
    return []
  }

  private func symmetric(_ rule: CompiledRule, _ c: Int, _ isVerb: Bool) -> [(Filler, Filler)] {
    guard let relation = rule.relation else { return [] }
    var all: [Filler] = []
    for slot in rule.members {
      for filler in finder.fill(slot, trigger: c, isVerb: isVerb)
      where !all.contains(where: { $0.entity == filler.entity }) {
        all.append(filler)
      }
    }
    var out: [(Filler, Filler)] = []
    for i in all.indices {
      for j in all.indices where j > i && accepts(relation, all[i], all[j]) { out.append((all[i], all[j])) }
    }
    return out
  }

  private func accepts(_ relation: RelationID, _ a: Filler, _ b: Filler) -> Bool {
    guard a.entity != b.entity else { return false }
    let entities = context.entities.entities
    return resources.ontology.accepts(relation, subject: entities[a.entity].classID, object: entities[b.entity].classID)
  }

  private func claim(_ r: Int, _ rule: CompiledRule, _ subject: Filler, _ object: Filler, _ c: Int) -> RawClaim {
    let verb = clause.chunks[c].kind == .verb ? c : clause.governor(of: c)
    let group = verb.flatMap { clause.chunks[$0].verb }
    var claim = RawClaim(
      relation: rule.relation ?? RelationID(rawValue: 0), subject: subject, object: object, rule: r,
      trigger: clause.chunks[c].tokens, chunk: c, confidence: rule.definition.confidence)
    claim.isNegative = rule.definition.isNegative != ((group?.isNegated ?? false) || hasNo(c) || isEnded(c, by: verb))
    claim.modality = group?.modality ?? .none
    if claim.modality == .none, isNounComplement(c) || isConditional(c) { claim.modality = .possible }
    if let name = rule.definition.modality { claim.modality = FrameMatcher.modality(name) }
    if rule.definition.modality == "asserted" { claim.isNegative = rule.definition.isNegative }
    if subject.isLoose || object.isLoose { claim.confidence *= 0.8 }
    if subject.anaphor != nil || object.anaphor != nil { claim.confidence *= 0.9 }
    return claim
  }

  /// 'the capacity to attack X': an infinitive that hangs on a common noun states no fact.
  private func isNounComplement(_ c: Int) -> Bool {
    guard let verb = clause.chunks[c].verb, verb.form == .infinitive, verb.chain.isEmpty, c > 0 else { return false }
    return clause.chunks[c - 1].kind == .noun && context.entities.entity(at: clause.chunks[c - 1].head) == nil
  }

  /// 'if X attacks Y', 'whether X supports Y': no comma between the conjunction and the trigger.
  private func isConditional(_ c: Int) -> Bool {
    let before = clause.chunks[..<c].lastIndex { [.comma, .stop, .subordinator].contains($0.kind) }
    guard let before, clause.chunks[before].kind == .subordinator else { return false }
    return clause.words.conditional.contains(context.analysis.words[clause.chunks[before].head])
  }

  /// 'end its support for': the noun is the object of a verb of ending.
  private func isEnded(_ c: Int, by verb: Int?) -> Bool {
    guard clause.chunks[c].kind == .noun, let verb else { return false }
    return resources.speech.catenatives[clause.chunks[verb].lemma] == .negative
  }

  /// 'no agreement with'.
  private func hasNo(_ c: Int) -> Bool {
    clause.chunks[c].kind == .noun && resources.lexicon.classes(clause.chunks[c].determiner).contains(.negation)
  }

  private static func modality(_ name: String) -> VerbGroup.Modalities {
    switch name {
    case "possible": .possible
    case "planned": .planned
    case "demanded": .demanded
    default: .none
    }
  }
}
