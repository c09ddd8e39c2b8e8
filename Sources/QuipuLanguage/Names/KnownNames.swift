import QuipuCore

/// The gazetteer's matches in one document, by the token they begin at.
struct KnownNames {
  let matches: [PhraseMatch]
  let gazetteer: NameGazetteer
  private let atToken: [Int32]
  private let shapes: TokenShapes

  init(matches: [PhraseMatch], gazetteer: NameGazetteer, shapes: TokenShapes) {
    self.matches = matches
    self.gazetteer = gazetteer
    self.shapes = shapes
    var index = [Int32](repeating: -1, count: shapes.analysis.tokens.count)
    for (i, match) in matches.enumerated() { index[match.tokens.lowerBound] = Int32(i) }
    atToken = index
  }

  /// The match that begins at the token.
  func match(at token: Int) -> PhraseMatch? {
    atToken[token] >= 0 ? matches[Int(atToken[token])] : nil
  }

  /// The match over just these tokens, if any.
  func match(over tokens: Range<Int>) -> PhraseMatch? {
    match(at: tokens.lowerBound).flatMap { $0.tokens == tokens ? $0 : nil }
  }

  /// What the match may stand for, best known first. The ranks of places are people, those of other lists are places in
  /// them: a city of less than a million stands behind a company ('Toyota').
  func readings(_ match: PhraseMatch) -> [NameGazetteer.Name] {
    let all = match.payloads.map { gazetteer.names[Int($0)] }
    let sorted = byRank(all)
    guard let first = sorted.first, first.label == "City", first.rank < 1_000_000,
      let other = sorted.firstIndex(where: { $0.label == "Company" && $0.form == .name })
    else { return sorted }
    return [sorted[other]] + sorted[..<other] + sorted[(other + 1)...]
  }

  private func byRank(_ names: [NameGazetteer.Name]) -> [NameGazetteer.Name] {
    names
      .enumerated()
      .sorted { a, b in a.element.rank != b.element.rank ? a.element.rank > b.element.rank : a.offset < b.offset }
      .map(\.element)
  }

  func span(_ match: PhraseMatch) -> NameSpan {
    let all = readings(match)
    let best = all.first
    let form = best?.form ?? .name
    return NameSpan(
      tokens: match.tokens, form: form, label: best?.label, entries: all.filter { $0.form == form }.map(\.entry))
  }

  /// Names that are written without capitals ('yuan', 'oil', 'automotive industry') outside the spans given.
  func lowerCaseNames(outside candidates: [NameCandidate]) -> [NameCandidate] {
    var taken = [Bool](repeating: false, count: shapes.analysis.tokens.count)
    for candidate in candidates { for t in candidate.span.tokens { taken[t] = true } }
    return matches.compactMap { match in
      guard match.tokens.allSatisfy({ !taken[$0] }),
        shapes.sameSentence(match.tokens.lowerBound, match.tokens.upperBound - 1),
        !match.tokens.contains(where: { shapes.isCapital[$0] && !shapes.isForced[$0] })
      else { return nil }
      guard let label = readings(match).first?.label, KnownNames.lowerCaseClasses.contains(label) else { return nil }
      guard shapes.analysis.tokens[match.tokens.lowerBound].kind == .word else { return nil }
      // 'will lead', 'to oil': a verb.
      if match.tokens.count == 1, match.tokens.lowerBound > 0,
        shapes.classes(match.tokens.lowerBound).contains(.baseVerb),
        shapes.classes(match.tokens.lowerBound - 1).has([.modal, .pronoun])
          || NameWordSets.to.contains(shapes.keys[match.tokens.lowerBound - 1])
      {
        return nil
      }
      // 'won', 'real' and 'pound' are currencies only beside an amount.
      if label == "Currency", match.tokens.count == 1,
        shapes.classes(match.tokens.lowerBound).has([.past, .adjective, .baseVerb]),
        !shapes.analysis.values.contains(where: { $0.kind == .money && $0.tokens.contains(match.tokens.lowerBound) })
      {
        return nil
      }
      return NameCandidate(span: span(match), isWeak: false)
    }
  }

  static let lowerCaseClasses: Set<String> = ["Currency", "Commodity", "Industry", "Weapon"]
}
