import QuipuClaims
import QuipuLanguage
import QuipuOntology

/// Gathers the values that stand with a claim: its date, its amount, the change, the goods.
struct QualifierFinder {
  let context: SentenceContext
  let resources: ExtractionResources
  let signs: [WordID: Bool]

  func qualifiers(for claim: RawClaim, rule: CompiledRule) -> [Qualifier] {
    var out = rule.definition.fixedQualifiers.map { Qualifier($0.name, $0.value) }
    if let role = claim.role { out.append(Qualifier("role", role.role.role)) }
    let isFrame = claim.chunk != nil
    let scope = self.scope(of: claim)
    if isFrame || rule.definition.gatheredQualifiers.contains("date"),
      let date = nearest(.date, to: claim, in: scope, else: context.sentence)
    {
      out.append(Qualifier("date", date.normalized))
    }
    for name in rule.definition.gatheredQualifiers {
      switch name {
      case "value":
        if let money = nearest(.money, to: claim, in: scope, else: nil) {
          out.append(Qualifier("value", money.normalized))
        }
      case "change": if let change = change(claim, scope) { out.append(Qualifier("change", change)) }
      case "kinship":
        if let kin = kinship(claim) { out.append(Qualifier("role", kin)) }
      case "product": if let product = product(claim) { out.append(Qualifier("product", product)) }
      default: break
      }
    }
    return out
  }

  /// The word of kinship among the words that set the rule off.
  private func kinship(_ claim: RawClaim) -> String? {
    claim.trigger.lazy.compactMap { resources.speech.kinship[context.analysis.words[$0]] }.first
  }

  /// From the trigger to the next trigger's clause: the clause around it.
  private func scope(of claim: RawClaim) -> Range<Int> {
    guard let c = claim.chunk else { return context.sentence }
    return context.clause.extent(around: c)
  }

  private func nearest(_ kind: NormalizedValue.Kind, to claim: RawClaim, in scope: Range<Int>, else wider: Range<Int>?)
    -> NormalizedValue?
  {
    func distance(_ value: NormalizedValue) -> Int {
      value.tokens.lowerBound >= claim.trigger.upperBound
        ? value.tokens.lowerBound - claim.trigger.upperBound : claim.trigger.lowerBound - value.tokens.upperBound + 1
    }
    let values = context.values.filter { $0.kind == kind && !isYardstick($0) }
    if let best = values.filter({ scope.contains($0.tokens.lowerBound) }).min(by: { distance($0) < distance($1) }) {
      return best
    }
    guard let wider else { return nil }
    let rest = values.filter { wider.contains($0.tokens.lowerBound) }
    return rest.count == 1 ? rest[0] : nil
  }

  /// 'more than a year earlier', 'up 3 percent on 2022', 'an increase from the previous year': a date to compare with.
  private func isYardstick(_ value: NormalizedValue) -> Bool {
    let t = value.tokens.lowerBound
    guard value.kind == .date, context.sentence.contains(t - 1) else { return false }
    let words = context.clause.words
    if words.than.contains(context.analysis.words[t - 1]) { return true }
    // A year or month; 'on Tuesday' is when it happened.
    let isPeriod = value.normalized.utf8.count <= 7 && !value.normalized.hasPrefix("-")
    guard isPeriod, words.against.contains(context.analysis.words[t - 1]) else { return false }
    return context.values.contains { $0.kind == .percent && (0...4).contains(t - $0.tokens.upperBound) }
  }

  /// '+4.6%': the percentage with the sign of the verb or noun that governs it.
  private func change(_ claim: RawClaim, _ scope: Range<Int>) -> String? {
    guard let percent = nearest(.percent, to: claim, in: scope, else: nil) else { return nil }
    if percent.normalized.hasPrefix("+") || percent.normalized.hasPrefix("-") { return percent.normalized }
    let around = scope.filter {
      signs[context.analysis.lemmas[$0]] != nil || signs[resources.lexicon.verbLemma(context.analysis.words[$0])] != nil
    }
    let nearestSign = around.min { abs($0 - percent.tokens.lowerBound) < abs($1 - percent.tokens.lowerBound) }
    guard let t = nearestSign else { return nil }
    let rises =
      signs[context.analysis.lemmas[t]] ?? signs[resources.lexicon.verbLemma(context.analysis.words[t])] ?? true
    return (rises ? "+" : "-") + percent.normalized
  }

  /// 'exports of dual-use goods', 'oil imports', 'sell wheat'.
  private func product(_ claim: RawClaim) -> String? {
    guard let c = claim.chunk else { return nil }
    let clause = context.clause
    let of = clause.words.of
    if let n = clause.prepositional(after: c).first(where: { $0.preposition == of })?.nouns.first {
      return text(of: clause.chunks[n])
    }
    return commodity(in: clause.chunks[c].tokens) ?? commodity(in: clause.extent(around: c))
  }

  private func commodity(in tokens: Range<Int>) -> String? {
    tokens.lazy.compactMap { context.entities.mention(covering: $0) }.first { isCommodity($0) }
      .map { context.analysis.text(context.entities.mentions[$0].tokens).lowercased() }
  }

  private func isCommodity(_ mention: Int) -> Bool {
    let classID = context.entities.entities[context.entities.mentions[mention].entity].classID
    return resources.ontology.isSubclass(classID, of: resources.classes.commodity)
  }

  private func text(of chunk: Chunk) -> String? {
    let tokens = chunk.tokens.drop { [.determiner, .numeral, .pronoun].contains(context.analysis.tags[$0]) }
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return context.analysis.text(first..<last + 1)
  }
}
