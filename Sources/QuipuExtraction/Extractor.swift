import QuipuClaims
import QuipuCore
import QuipuLanguage
import QuipuOntology

/// Reads the claims of one document. A pure function of the document and the resources, safe on any number of threads.
public struct Extractor: Sendable {
  public let resources: ExtractionResources
  public let analyzer: Analyzer

  public init(resources: ExtractionResources, model: LanguageModel) {
    self.resources = resources
    analyzer = Analyzer(
      model: model, lexicon: resources.lexicon, gazetteer: resources.nameGazetteer, cues: resources.cues)
  }

  public func extract(_ document: Document) -> DocumentClaims { extract(analyzer.analyze(document)) }

  /// Claims of a document that has been analysed.
  public func extract(_ analysis: Analysis) -> DocumentClaims {
    var linker = EntityLinker(analysis: analysis, resources: resources)
    var reader = ClaimReader(analysis: analysis, resources: resources, entities: linker.link())
    reader.read()
    return ClaimBuilder(analysis: analysis, resources: resources).build(reader.entities, reader.claims)
  }
}

/// Goes through the sentences of a document and gathers what the rules find.
struct ClaimReader {
  let analysis: Analysis
  let resources: ExtractionResources
  var entities: DocumentEntities
  private(set) var claims: [FoundClaim] = []
  private var anaphora: Anaphora

  init(analysis: Analysis, resources: ExtractionResources, entities: DocumentEntities) {
    self.analysis = analysis
    self.resources = resources
    self.entities = entities
    anaphora = Anaphora(analysis: analysis, resources: resources)
  }

  mutating func read() {
    readNames()
    anaphora.addPronouns(to: &entities)
    let roles = rolesBySentence()
    let mentions = mentionsBySentence()
    var attribution = Attribution()
    let values = valuesBySentence()
    let chunker = Chunker(analysis: analysis, resources: resources, entities: entities)
    let words = MarkerWords(resources.lexicon)
    for s in analysis.sentences.indices {
      let chunks = chunker.chunks(of: analysis.sentences[s].tokens)
      let clause = Clause(
        analysis: analysis, lexicon: resources.lexicon, chunks: chunks, families: families(of: chunks), words: words)
      let context = SentenceContext(
        analysis: analysis, ontology: resources.ontology, entities: entities, index: s, clause: clause,
        roles: roles[s], mentions: mentions[s], values: values[s])
      noteRoles(read(context, &attribution))
    }
  }

  /// What names say by themselves: the navy that begins with a country's adjective is that country's.
  private mutating func readNames() {
    var nameParts = NameParts(analysis: analysis, resources: resources, entities: entities)
    for part in nameParts.parts(in: &entities) {
      let mention = entities.mentions[part.mention]
      guard let sentence = analysis.sentenceIndex(of: mention.tokens.lowerBound) else { continue }
      for r in resources.rules.nameRules {
        let rule = resources.rules.rules[r]
        guard let relation = rule.relation, accepts(rule.subject, mention.entity), accepts(rule.object, part.owner),
          resources.ontology.accepts(
            relation, subject: entities.entities[mention.entity].classID, object: entities.entities[part.owner].classID)
        else { continue }
        let raw = RawClaim(
          relation: relation, subject: Filler(entity: mention.entity, tokens: mention.tokens, chunk: 0),
          object: Filler(entity: part.owner, tokens: part.ownerTokens, chunk: 0), rule: r, trigger: mention.tokens,
          confidence: rule.definition.confidence)
        claims.append(FoundClaim(raw: raw, sentence: sentence, region: nil, qualifiers: []))
      }
    }
  }

  private func accepts(_ slots: [CompiledRule.Slot], _ entity: Int) -> Bool {
    slots.contains { slot in
      slot.classes.contains { resources.ontology.isSubclass(entities.entities[entity].classID, of: $0) }
    }
  }

  /// The first land of the sentence before: whose exports 'Exports to Sweden' are when the phrase does not say.
  private func landBefore(_ sentence: Int) -> Filler? {
    guard sentence > 0, analysis.sentences[sentence - 1].kind == .prose else { return nil }
    for t in analysis.sentences[sentence - 1].tokens {
      guard let m = entities.mention(covering: t) else { continue }
      let mention = entities.mentions[m]
      if resources.ontology.isSubclass(entities.entities[mention.entity].classID, of: resources.classes.country) {
        return Filler(entity: mention.entity, tokens: mention.tokens, isLoose: true, chunk: 0)
      }
    }
    return nil
  }

  private func families(of chunks: [Chunk]) -> [ClassID?] {
    chunks.map { chunk in
      guard chunk.kind == .noun, let entity = entities.entity(at: chunk.head) else { return nil }
      let classID = entities.entities[entity].classID
      let isPerson = resources.ontology.isSubclass(classID, of: resources.classes.person)
      return isPerson ? resources.classes.person : resources.ontology.family(of: classID)
    }
  }

  /// Gathers the claims of one sentence, and gives those that name titles.
  private mutating func read(_ context: SentenceContext, _ attribution: inout Attribution) -> [RawClaim] {
    var finder = ArgumentFinder(context: context, anaphora: anaphora, resources: resources)
    finder.inherited = landBefore(context.index).map { [$0] } ?? []
    let titled = PatternMatcher(context: context, resources: resources).claims()
    var frames = FrameMatcher(context: context, resources: resources, finder: finder)
    let raw = titled + frames.claims()
    let regions = attribution.regions(context, finder, resources)
    let qualifiers = QualifierFinder(context: context, resources: resources, signs: resources.signs)
    for claim in raw {
      let rule = resources.rules.rules[claim.rule]
      claims.append(
        FoundClaim(
          raw: claim, sentence: context.index,
          region: claim.chunk == nil ? nil : ClaimReader.region(of: claim, regions),
          qualifiers: qualifiers.qualifiers(for: claim, rule: rule), isPresupposed: isPresupposed(claim, context)))
    }
    return titled
  }

  private func isPresupposed(_ claim: RawClaim, _ context: SentenceContext) -> Bool {
    guard let c = claim.chunk, context.clause.chunks[c].kind == .noun else { return false }
    return context.clause.verb(withSubject: c) != nil
  }

  /// The smallest stretch of someone's words that the claim lies in.
  private static func region(of claim: RawClaim, _ regions: [Attribution.Region]) -> Attribution.Region? {
    regions.filter {
      $0.tokens.contains(claim.trigger.lowerBound) && !$0.except.contains(claim.trigger.lowerBound)
        && $0.speaker.entity != claim.subject.entity
        || $0.tokens.contains(claim.trigger.lowerBound) && !$0.except.contains(claim.trigger.lowerBound) && $0.isDenial
    }
    .min { $0.tokens.count < $1.tokens.count }
  }

  /// Remembers titles, for 'the governor' later in the text.
  private mutating func noteRoles(_ raw: [RawClaim]) {
    for claim in raw {
      guard let role = claim.role else { continue }
      anaphora.note(title: role.text, of: claim.subject.entity)
    }
  }

  private func rolesBySentence() -> [[RoleMatch]] {
    var out = [[RoleMatch]](repeating: [], count: analysis.sentences.count)
    let matches = analysis.document.bytes.withUnsafeBufferPointer {
      resources.roles.matcher.matches(in: analysis.tokens, text: $0)
    }
    for match in matches {
      guard let s = analysis.sentenceIndex(of: match.tokens.lowerBound), let payload = match.payloads.first else {
        continue
      }
      out[s].append(
        RoleMatch(
          tokens: match.tokens, role: resources.roles.roles[Int(payload)],
          text: analysis.text(match.tokens).lowercased()))
    }
    return out
  }

  private func valuesBySentence() -> [[NormalizedValue]] {
    var out = [[NormalizedValue]](repeating: [], count: analysis.sentences.count)
    for value in analysis.values {
      if let s = analysis.sentenceIndex(of: value.tokens.lowerBound) { out[s].append(value) }
    }
    return out
  }

  private func mentionsBySentence() -> [[Int]] {
    var out = [[Int]](repeating: [], count: analysis.sentences.count)
    for m in entities.mentions.indices {
      if let s = analysis.sentenceIndex(of: entities.mentions[m].tokens.lowerBound) { out[s].append(m) }
    }
    return out
  }
}

/// A claim with all that its sentence says of it.
struct FoundClaim {
  var raw: RawClaim
  var sentence: Int
  var region: Attribution.Region?
  var qualifiers: [QuipuClaims.Qualifier]
  /// The claim rests on a noun phrase that a verb inside the reported words says something of: who denies that 'the
  /// attack on X failed' does not deny the attack.
  var isPresupposed = false
}
