import QuipuClaims
import QuipuCore
import QuipuLanguage
import QuipuOntology

/// Turns what was found into the wire's entities and claims: ids in order of first mention, offsets in scalars.
struct ClaimBuilder {
  let analysis: Analysis
  let resources: ExtractionResources
  private let offsets: ScalarOffsets

  init(analysis: Analysis, resources: ExtractionResources) {
    self.analysis = analysis
    self.resources = resources
    offsets = ScalarOffsets(analysis.document.bytes)
  }

  func build(_ gathered: DocumentEntities, _ found: [FoundClaim]) -> DocumentClaims {
    var entities = gathered
    for claim in found { noteAnaphors(claim, in: &entities) }
    let starts = entities.entities.map { $0.mentions.map { entities.mentions[$0].tokens.lowerBound }.min() }
    let shown = entities.entities.indices.filter { starts[$0] != nil }
      .sorted { (starts[$0] ?? 0, $0) < (starts[$1] ?? 0, $1) }
    var ids: [Int: String] = [:]
    for (n, e) in shown.enumerated() { ids[e] = "e\(n + 1)" }
    var claims = found.compactMap { claim($0, ids) }
    claims = merged(claims)
    let document = analysis.document
    return DocumentClaims(
      id: document.id, title: document.title, date: document.date?.description, source: document.source,
      sentenceCount: analysis.sentences.count, entities: shown.map { entity(entities, $0, ids[$0] ?? "") },
      claims: claims)
  }

  // MARK: Entities

  private func entity(_ entities: DocumentEntities, _ e: Int, _ id: String) -> Entity {
    let draft = entities.entities[e]
    let name = canonicalName(draft, entities)
    let mentions = draft.mentions.map { entities.mentions[$0] }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return Entity(
      id: id, type: resources.ontology[draft.classID].name, name: name,
      aliases: Set(draft.names.map(\.text)).subtracting([name]).sorted(),
      mentions: mentions.map { Mention(range: offsets.scalars(analysis.range($0.tokens)), kind: $0.kind) },
      kb: draft.entry.map { resources.gazetteer.entries[$0].kb })
  }

  /// Places go by the gazetteer's name; everything else by the longest of the document's own names, one with letters of
  /// both cases, the more frequent and then the earlier of equals, unless the document only has letters ('UN') for what
  /// the gazetteer can spell out.
  private func canonicalName(_ draft: EntityDraft, _ entities: DocumentEntities) -> String {
    let known = draft.entry.map { resources.gazetteer.entries[$0].name }
    if let known, resources.ontology.isSubclass(draft.classID, of: resources.classes.place) { return known }
    let own = longestName(draft)
    if let known, own.map({ !$0.contains(where: \.isLowercase) }) ?? true { return known }
    return own ?? draft.mentions.first.map { analysis.text(entities.mentions[$0].tokens) } ?? ""
  }

  private func longestName(_ draft: EntityDraft) -> String? {
    var best: (text: String, rank: (Int, Int, Int))?
    for name in draft.names {
      let words = name.text.split(separator: " ").count
      // 'ANNA LUND' of a headline is Anna Lund; of single words letters alone may be the name ('NATO').
      let isMixed = name.text.contains(where: \.isLowercase) && name.text.contains(where: \.isUppercase)
      let rank = (words, words > 1 && isMixed ? 1 : 0, name.count)
      if best.map({ rank > $0.rank }) ?? true { best = (name.text, rank) }
    }
    return best?.text
  }

  private func noteAnaphors(_ claim: FoundClaim, in entities: inout DocumentEntities) {
    for filler in [claim.raw.subject, claim.raw.object] + (claim.region.map { [$0.speaker] } ?? []) {
      guard let tokens = filler.anaphor else { continue }
      // A phrase that stands for two ('the two countries') is a mention of each.
      let isThere =
        entities.mention(covering: tokens.lowerBound).map {
          entities.mentions[$0].tokens == tokens && entities.mentions[$0].entity == filler.entity
        } ?? false
      if !isThere {
        let kind: MentionKind = tokens.count == 1 && analysis.tags[tokens.lowerBound] == .pronoun ? .pronoun : .nominal
        entities.add(EntityMention(tokens: tokens, kind: kind, form: .nominal, entity: filler.entity))
      }
    }
  }

  // MARK: Claims

  private func claim(_ found: FoundClaim, _ ids: [Int: String]) -> Claim? {
    guard let subject = ids[found.raw.subject.entity], let object = ids[found.raw.object.entity] else { return nil }
    let sentence = analysis.sentences[found.sentence].tokens
    var evidence = found.raw.trigger
    for tokens in [found.raw.subject.tokens, found.raw.object.tokens] where sentence.contains(tokens.lowerBound) {
      evidence = min(evidence.lowerBound, tokens.lowerBound)..<max(evidence.upperBound, tokens.upperBound)
    }
    let rule = resources.rules.rules[found.raw.rule]
    return Claim(
      subject: subject, type: resources.ontology[found.raw.relation].name, object: object,
      evidence: offsets.scalars(analysis.range(evidence)), sentence: offsets.scalars(analysis.range(sentence)),
      quote: analysis.text(evidence), sentenceText: analysis.text(sentence), confidence: found.raw.confidence,
      polarity: found.raw.isNegative ? .negative : .positive, modality: modality(found),
      attribution: found.region.flatMap { ids[$0.speaker.entity] }, qualifiers: found.qualifiers,
      rule: rule.definition.id)
  }

  private func modality(_ found: FoundClaim) -> Modality {
    if found.region?.isDenial == true, !found.isPresupposed { return .denied }
    if found.region?.isDemand == true, found.raw.modality == .none { return .demanded }
    switch found.raw.modality {
    case .none: return .asserted
    case .possible: return .possible
    case .planned: return .planned
    case .demanded: return .demanded
    }
  }

  /// Claims that say the same of the same words are one; the surer rule's stays, or the one that says more.
  private func merged(_ claims: [Claim]) -> [Claim] {
    var out: [Claim] = []
    var byEnds: [String: [Int]] = [:]
    for claim in claims {
      let ends = "\(claim.subject) \(claim.type) \(claim.object) \(claim.polarity) \(claim.modality)"
      guard let twin = byEnds[ends]?.suffix(4).last(where: { out[$0].evidence.overlaps(claim.evidence) }) else {
        byEnds[ends, default: []].append(out.count)
        out.append(claim)
        continue
      }
      if claim.confidence > out[twin].confidence || claim.qualifiers.count > out[twin].qualifiers.count {
        out[twin] = claim
      }
    }
    return out.sorted { ClaimBuilder.order($0) < ClaimBuilder.order($1) }
  }

  private static func order(_ claim: Claim) -> (Int, Int, String, String, String, String) {
    (claim.evidence.lowerBound, claim.evidence.upperBound, claim.type, claim.rule, claim.subject, claim.object)
  }
}
