import QuipuLanguage
import QuipuOntology

/// Matching of token patterns over a sentence, by backtracking.
///
/// A pattern has at most one way through for each start in practice; the steps that may repeat are bounded, so that a
/// match costs O(steps · gap) at each token.
struct TokenPattern {
  struct Step: Sendable {
    enum Kind: Sendable {
      case words(Set<WordID>)
      case punctuation(Set<UInt8>)
      case lemmas(Set<WordID>)
      case mention([ClassID])
      case role
      case value(NormalizedValue.Kind)
      case tags(Set<PartOfSpeech>)
      case gap(Int)
      case start, end
    }

    let kind: Kind
    let capture: String?
    let count: PatternElement.Count

    init(_ element: PatternElement, classes: [ClassID], lexicon: Lexicon) {
      capture = element.capture
      count = element.count
      switch element.kind {
      case .words(let list):
        let marks = list.filter { $0.utf8.count == 1 && !($0.first?.isLetter ?? false) }
        kind =
          marks.count == list.count
          ? .punctuation(Set(marks.compactMap { $0.utf8.first })) : .words(Step.ids(list, lexicon))
      case .lemmas(let list): kind = .lemmas(Step.ids(list, lexicon))
      case .mention: kind = .mention(classes)
      case .role: kind = .role
      case .value(let name): kind = .value(NormalizedValue.Kind(rawValue: name) ?? .number)
      case .tags(let codes): kind = .tags(Set(PartOfSpeech.allCases.filter { codes.contains($0.code) }))
      case .gap(let limit): kind = .gap(limit)
      case .sentenceStart: kind = .start
      case .sentenceEnd: kind = .end
      }
    }

    private static func ids(_ words: [String], _ lexicon: Lexicon) -> Set<WordID> {
      Set(words.map { lexicon.id($0) }.filter { $0 != Lexicon.unknown })
    }
  }

  /// What a match bound: mention indexes, and the title if the pattern has one.
  struct Match {
    var tokens: Range<Int>
    var subject: Int?
    var object: Int?
    var role: RoleMatch?
  }

  let context: SentenceContext
  let steps: [Step]

  /// All matches in the sentence, at most one for each start.
  func matches() -> [Match] {
    var out: [Match] = []
    for start in context.sentence {
      if let match = run(step: 0, at: start, Match(tokens: start..<start)), match.subject != nil, match.object != nil {
        out.append(match)
      }
    }
    return out
  }

  private func run(step: Int, at t: Int, _ match: Match) -> Match? {
    guard step < steps.count else {
      var done = match
      done.tokens = match.tokens.lowerBound..<t
      return done
    }
    let s = steps[step]
    if case .gap(let limit) = s.kind {
      for skip in 0...limit {
        guard
          skip == 0
            || t + skip <= context.sentence.upperBound
              && (context.analysis.tags[t + skip - 1] != .punctuation
                || context.analysis.tokens[t + skip - 1].isJoined && context.isHyphen(t + skip - 1))
        else { return nil }
        if let found = run(step: step + 1, at: t + skip, match) { return found }
      }
      return nil
    }
    for (end, bound) in once(s, isLast: step == steps.count - 1, at: t, match) {
      if s.count == .any, end > t, let more = run(step: step, at: end, bound) { return more }
      if let found = run(step: step + 1, at: end, bound) { return found }
    }
    return s.count == .one ? nil : run(step: step + 1, at: t, match)
  }

  /// The ways in which one step matches at a token: where it ends, and what it binds.
  private func once(_ s: Step, isLast: Bool, at t: Int, _ match: Match) -> [(Int, Match)] {
    let sentence = context.sentence
    switch s.kind {
    case .start: return t == sentence.lowerBound ? [(t, match)] : []
    case .end:
      return t == sentence.upperBound || (t == sentence.upperBound - 1 && context.analysis.tags[t] == .punctuation)
        ? [(t, match)] : []
    default: break
    }
    guard sentence.contains(t) else { return [] }
    let analysis = context.analysis
    switch s.kind {
    case .words(let ids): return ids.contains(analysis.words[t]) ? [(t + 1, match)] : []
    case .lemmas(let ids): return ids.contains(analysis.lemmas[t]) ? [(t + 1, match)] : []
    case .punctuation(let marks):
      let range = analysis.tokens[t].range
      return range.count == 1 && marks.contains(analysis.document.bytes[Int(range.start)]) ? [(t + 1, match)] : []
    case .tags(let tags):
      return tags.contains(analysis.tags[t]) && context.entities.mention(covering: t) == nil ? [(t + 1, match)] : []
    case .value(let kind): return context.value(at: t, kind).map { [($0.tokens.upperBound, match)] } ?? []
    case .role:
      guard let role = context.role(at: t) else { return [] }
      var bound = match
      bound.role = role
      return [(role.tokens.upperBound, bound)]
    case .mention(let classes): return mention(classes, s, isLast: isLast, at: t, match)
    case .gap, .start, .end: return []
    }
  }

  private func mention(
    _ classes: [ClassID], _ step: Step, isLast: Bool, at t: Int, _ match: Match
  ) -> [(Int, Match)] {
    var out: [(Int, Match)] = []
    for m in context.mentions(startingAt: t) {
      let mention = context.entities.mentions[m]
      let classID = context.entities.entities[mention.entity].classID
      // At the end of a pattern an adjective would only begin the next phrase: 'Oslo, Swedish forces'.
      // and a name that owns what follows: 'conductor of Iraq's orchestra'.
      if isLast, mention.form == .adjective || context.isGenitive(mention.tokens.upperBound) { continue }
      guard classes.isEmpty || classes.contains(where: { context.ontology.isSubclass(classID, of: $0) }) else {
        continue
      }
      var bound = match
      if step.capture == "subject" { bound.subject = m }
      if step.capture == "object" { bound.object = m }
      out.append((mention.tokens.upperBound, bound))
    }
    return out
  }
}

/// A title found in the text.
struct RoleMatch {
  var tokens: Range<Int>
  var role: RoleTable.Role
  /// The words as they stand, lower-cased.
  var text: String
}
