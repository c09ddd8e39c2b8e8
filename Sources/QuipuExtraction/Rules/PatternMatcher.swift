import QuipuLanguage
import QuipuOntology

/// Applies the token patterns to one sentence.
struct PatternMatcher {
  let context: SentenceContext
  let resources: ExtractionResources

  func claims() -> [RawClaim] {
    var out: [RawClaim] = []
    // Every pattern captures two mentions, most want a title or certain words: few are left to try in most sentences.
    guard context.mentionCount >= 2 else { return [] }
    let words = Set(context.sentence.map { context.analysis.words[$0] })
    for r in resources.rules.patterns {
      let rule = resources.rules.rules[r]
      guard !rule.needsRole || context.hasRoles, rule.requiredWords.allSatisfy({ !$0.isDisjoint(with: words) }) else {
        continue
      }
      for match in TokenPattern(context: context, steps: rule.pattern).matches() {
        if let claim = claim(match, rule, r), !out.contains(where: { same($0, claim) }) { out.append(claim) }
      }
    }
    return out
  }

  private func claim(_ match: TokenPattern.Match, _ rule: CompiledRule, _ r: Int) -> RawClaim? {
    guard let s = match.subject, let o = match.object else { return nil }
    let entities = context.entities
    let (subject, object) = (entities.mentions[s], entities.mentions[o])
    guard subject.entity != object.entity else { return nil }
    guard let relation = rule.relation ?? match.role.flatMap({ resources.ontology.relationID($0.role.relation) }) else {
      return nil
    }
    let (a, b) = (entities.entities[subject.entity].classID, entities.entities[object.entity].classID)
    guard resources.ontology.accepts(relation, subject: a, object: b) else { return nil }
    return RawClaim(
      relation: relation, subject: Filler(entity: subject.entity, tokens: subject.tokens, chunk: 0),
      object: Filler(entity: object.entity, tokens: object.tokens, chunk: 0), rule: r, trigger: match.tokens,
      chunk: nil,
      role: match.role, isNegative: rule.definition.isNegative, confidence: rule.definition.confidence)
  }

  private func same(_ a: RawClaim, _ b: RawClaim) -> Bool {
    a.relation == b.relation && a.subject.entity == b.subject.entity && a.object.entity == b.object.entity
  }
}
