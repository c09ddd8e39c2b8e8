/// Part-of-speech tagging without training: the classes of the lexicon, decided by a few words of context.
///
/// One pass from left to right, each decision seeing the tags before it and the classes of the words after it, after the
/// manner of E. Brill's contextual rules (1992), written by hand. Names must have been found before: their tokens are
/// proper nouns (adjectives of nationality are adjectives). Complexity: O(tokens).
public struct RuleTagger: Tagging {
  public init() {}

  public func tag(_ analysis: inout Analysis, lexicon: Lexicon) {
    var names = [PartOfSpeech?](repeating: nil, count: analysis.tokens.count)
    for name in analysis.names where name.form != .nominal {
      for t in name.tokens { names[t] = name.form == .adjective ? .adjective : .properNoun }
    }
    var words = SentenceWords(analysis: analysis, lexicon: lexicon, names: names)
    for sentence in analysis.sentences {
      words.begin(sentence.tokens)
      for t in sentence.tokens {
        let tag = words.decide(t)
        words.tags[t] = tag
        if tag == .verb || tag == .auxiliary, words.isFinite(t) { words.hasFiniteVerb = true }
        if tag == .subordinatingConjunction || tag == .punctuation { words.hasFiniteVerb = false }
      }
    }
    analysis.tags = words.tags
    for t in analysis.tokens.indices {
      let word = analysis.words[t]
      switch words.tags[t] {
      case .verb, .auxiliary: analysis.lemmas[t] = lexicon.verbLemma(word)
      case .noun: analysis.lemmas[t] = lexicon.nounLemma(word)
      default: analysis.lemmas[t] = word
      }
    }
  }
}

/// What the tagger knows while it goes through a document.
private struct SentenceWords {
  let analysis: Analysis
  let lexicon: Lexicon
  let names: [PartOfSpeech?]
  var tags: [PartOfSpeech]
  var range = 0..<0
  /// A finite verb has been seen since the clause began.
  var hasFiniteVerb = false

  let markers: TagMarkers

  init(analysis: Analysis, lexicon: Lexicon, names: [PartOfSpeech?]) {
    markers = TagMarkers(lexicon)
    self.analysis = analysis
    self.lexicon = lexicon
    self.names = names
    tags = analysis.tags
  }

  mutating func begin(_ tokens: Range<Int>) {
    range = tokens
    hasFiniteVerb = false
  }

  func classes(_ t: Int) -> WordClasses {
    guard range.contains(t) else { return [] }
    return lexicon.classes(analysis.words[t])
  }

  func isFinite(_ t: Int) -> Bool {
    let c = classes(t)
    return c.has([.past, .thirdSingular, .modal, .beForm, .haveForm, .doForm, .baseVerb])
  }

  /// The last token before `t` that is not an adverb, and its tag.
  func previous(_ t: Int) -> (index: Int, tag: PartOfSpeech)? {
    var i = t - 1
    while i >= range.lowerBound {
      if tags[i] != .adverb { return (i, tags[i]) }
      i -= 1
    }
    return nil
  }

  /// The first token after `t` that is no adverb or negation.
  func next(_ t: Int) -> Int? {
    var i = t + 1
    while i < range.upperBound {
      let c = classes(i)
      if !(c.has([.negation])
        || (c.contains(.adverb) && !c.has([.noun, .adjective, .verb, .determiner, .preposition])))
      {
        return i
      }
      i += 1
    }
    return nil
  }

  func decide(_ t: Int) -> PartOfSpeech {
    let token = analysis.tokens[t]
    if let name = names[t], token.kind != .punctuation { return name }
    switch token.kind {
    case .punctuation: return .punctuation
    case .symbol: return .symbol
    case .number: return .numeral
    case .special: return .other
    case .word: break
    }
    let c = classes(t)
    if markers.days.contains(analysis.words[t]) || isNoLonger(t) { return .adverb }
    if c.has(.closed), let tag = closed(t, c) { return tag }
    if c.has(.numeral) { return .numeral }
    return open(t, c)
  }

  /// Either word of 'no longer'.
  private func isNoLonger(_ t: Int) -> Bool {
    func pair(_ a: Int) -> Bool {
      range.contains(a) && range.contains(a + 1) && analysis.words[a] == markers.no
        && analysis.words[a + 1] == markers.longer
    }
    return pair(t) || pair(t - 1)
  }

  // MARK: Closed classes

  private func closed(_ t: Int, _ c: WordClasses) -> PartOfSpeech? {
    let nextClasses = next(t).map { classes($0) } ?? []
    let word = analysis.words[t]
    if word == markers.to {
      return nextClasses.contains(.baseVerb) && !nextClasses.has(.determiner) ? .particle : .adposition
    }
    if word == markers.genitive {
      // 'China's backing' owns a noun; 'he's backing', 'China's leaving' have a verb.
      let isVerb =
        previous(t)?.tag == .pronoun || nextClasses.has([.determiner, .negation])
        || nextClasses.contains(.gerund) && !nextClasses.contains(.noun)
      return isVerb ? .auxiliary : .particle
    }
    if word == markers.thatWord { return that(t, nextClasses) }
    if word == markers.which { return which(t, nextClasses) }
    if c.has([.beForm, .modal]) && !(c.has(.noun) && afterNounPhraseStart(t)) { return .auxiliary }
    if c.has(.haveForm) {
      return nextClasses.has([.participle, .beForm]) || nextClasses.contains(.negation) ? .auxiliary : .verb
    }
    if c.has(.doForm) { return nextClasses.contains(.baseVerb) ? .auxiliary : .verb }
    if c == .negation || word == markers.not || word == markers.contractedNot { return .particle }
    if c.contains(.possessivePronoun) { return .pronoun }
    if c.contains(.coordinator) { return .coordinatingConjunction }
    if c.has([.determiner, .pronoun]) && !c.has([.preposition, .subordinator]) {
      if c.contains(.determiner) && nominalFollows(t) { return .determiner }
      // 'sold 3 percent more to': without a noun it says how much.
      return c.contains(.pronoun) ? .pronoun : c.contains(.adjective) ? .adverb : .determiner
    }
    if c.contains(.preposition) && c.contains(.subordinator) { return subordinatorOrPreposition(t) }
    if c.contains(.preposition) { return c.has([.gerund]) && previous(t)?.tag == .auxiliary ? .verb : .adposition }
    if c.contains(.subordinator) { return .subordinatingConjunction }
    return nil
  }

  /// 'the firm, which makes ships' takes up the firm, 'which firm' asks.
  private func which(_ t: Int, _ nextClasses: WordClasses) -> PartOfSpeech {
    let takesUp = previous(t).map { [.noun, .properNoun, .punctuation, .adposition].contains($0.tag) } ?? false
    return takesUp && nextClasses.has([.verb, .auxiliary, .pronoun]) || !nominalFollows(t) ? .pronoun : .determiner
  }

  private func that(_ t: Int, _ nextClasses: WordClasses) -> PartOfSpeech {
    guard let p = previous(t) else { return nominalFollows(t) ? .determiner : .pronoun }
    if p.tag == .verb || p.tag == .noun || p.tag == .properNoun || p.tag == .adjective || p.tag == .punctuation {
      return nextClasses.has([.verb, .auxiliary]) && !nextClasses.has([.noun, .determiner])
        ? .pronoun : .subordinatingConjunction
    }
    return nominalFollows(t) ? .determiner : .pronoun
  }

  /// 'before', 'since', 'as': a subordinator when a finite verb follows before the clause ends.
  private func subordinatorOrPreposition(_ t: Int) -> PartOfSpeech {
    var i = t + 1
    while i < min(range.upperBound, t + 9) {
      let c = classes(i)
      if analysis.tokens[i].kind == .punctuation || c.has([.relative]) && i > t + 1 { break }
      if c.has([.beForm, .haveForm, .modal]) && names[i] == nil
        || (c.contains(.past) && !c.has([.noun, .adjective]) && i > t + 1)
      {
        return .subordinatingConjunction
      }
      i += 1
    }
    return .adposition
  }

  /// A noun phrase goes on after `t`.
  private func nominalFollows(_ t: Int) -> Bool {
    guard t + 1 < range.upperBound else { return false }
    if names[t + 1] != nil { return true }
    let token = analysis.tokens[t + 1]
    if token.kind == .number || token.kind == .symbol { return true }
    guard token.kind == .word else { return false }
    let c = classes(t + 1)
    if c.has([.auxiliary, .preposition, .coordinator, .pronoun]) && !c.has([.noun, .adjective, .determiner]) {
      return false
    }
    return c.has([.noun, .adjective, .numeral, .participle, .gerund, .adverb, .determiner]) || !c.has(.verb)
  }

  private func afterNounPhraseStart(_ t: Int) -> Bool {
    guard let p = previous(t) else { return false }
    return p.tag == .determiner || p.tag == .adjective
      || (p.tag == .pronoun && classes(p.index).contains(.possessivePronoun))
  }

  // MARK: Open classes

  private func open(_ t: Int, _ c: WordClasses) -> PartOfSpeech {
    if !c.has(.open) { return unknown(t) }
    if c.has(.verb) {
      if c.has([.noun, .adjective]) { return verbOrNominal(t, c) }
      return purelyVerbal(t, c)
    }
    if c.contains(.adverb) && !c.has([.noun, .adjective]) { return .adverb }
    if c.contains(.adverb), t == range.lowerBound || previous(t)?.tag == .punctuation, nextIsPunctuation(t) {
      return .adverb
    }
    if c.contains(.adjective) && c.contains(.noun) { return followedByNominal(t) || afterBe(t) ? .adjective : .noun }
    if c.contains(.adjective) { return c.contains(.adverb) && !followedByNominal(t) ? .adverb : .adjective }
    return .noun
  }

  /// A form that only a verb has: participles before a noun are adjectives ('the desired zone').
  private func purelyVerbal(_ t: Int, _ c: WordClasses) -> PartOfSpeech {
    guard let p = previous(t) else { return .verb }
    let inNounPhrase = p.tag == .determiner || p.tag == .adjective || p.tag == .numeral || isPossessive(p.index, p.tag)
    if inNounPhrase && c.has([.participle, .gerund]) { return followedByNominal(t) ? .adjective : .noun }
    if p.tag == .adposition && c.has([.participle, .past]) && followedByNominal(t) { return .adjective }
    return .verb
  }

  private func verbOrNominal(_ t: Int, _ c: WordClasses) -> PartOfSpeech {
    let nominal: PartOfSpeech =
      c.contains(.adjective) && followedByNominal(t) ? .adjective : c.contains(.noun) ? .noun : .adjective
    guard let p = previous(t) else {
      return c.contains(.gerund) && nominalFollows(t) && !c.contains(.adjective) ? .verb : nominal
    }
    let pc = classes(p.index)
    switch p.tag {
    case .particle where analysis.words[p.index] == markers.to: return c.contains(.baseVerb) ? .verb : nominal
    case .auxiliary:
      if pc.has([.modal, .doForm]) { return c.contains(.baseVerb) ? .verb : nominal }
      return c.has([.participle, .gerund]) ? .verb : nominal
    case .determiner, .adjective, .numeral: return nominal
    case .adposition: return c.contains(.gerund) && nominalFollows(t) && !followedByOf(t) ? .verb : nominal
    case .pronoun:
      return pc.contains(.possessivePronoun) && !(pc.contains(.pronoun) && c.contains(.past)) ? nominal : .verb
    case .particle where isPossessive(p.index, p.tag): return nominal
    case .particle: return c.has([.participle, .baseVerb]) ? .verb : nominal
    case .noun, .properNoun: return afterNominal(t, c, nominal, plural: pc.contains(.plural))
    case .coordinatingConjunction:
      if hasFiniteVerb, c.contains(.past) && !c.contains(.adjective) { return .verb }
      return sameAsBeforeConjunction(p.index, c) ?? nominal
    case .verb: return nominal
    case .punctuation: return c.has([.past, .gerund]) && !c.contains(.adjective) ? .verb : nominal
    default: return nominal
    }
  }

  /// After a noun: a verb when its form agrees, no finite verb came before, and what follows looks like an object.
  private func afterNominal(_ t: Int, _ c: WordClasses, _ nominal: PartOfSpeech, plural: Bool) -> PartOfSpeech {
    if c.contains(.past) { return .verb }
    if c.contains(.plural), nextIsPreposition(t), verbComesLater(t) { return nominal }
    if c.contains(.gerund) { return nominalFollows(t) || nextIsPreposition(t) ? .verb : nominal }
    let agrees = c.contains(.thirdSingular) && !plural || c.contains(.baseVerb) && plural
    guard agrees, !hasFiniteVerb, let n = next(t) else { return nominal }
    let nc = classes(n)
    let objectLike =
      nc.has([.determiner, .possessivePronoun, .pronoun, .preposition, .subordinator]) || names[n] != nil
      || analysis.tokens[n].kind == .number || analysis.words[n] == markers.to || nc.contains(.adverb)
      || (nc.has([.adjective, .noun]) && !nc.has([.thirdSingular, .past, .auxiliary]))
    return objectLike ? .verb : nominal
  }

  /// A word that can only be a verb comes before the clause ends: 'US sanctions against Iran *were* lifted'.
  private func verbComesLater(_ t: Int) -> Bool {
    var i = t + 1
    while i < range.upperBound, analysis.tokens[i].kind != .punctuation {
      let c = classes(i)
      if c.has([.coordinator, .subordinator, .relative]) && !c.has([.preposition, .determiner]) { return false }
      if names[i] == nil, c.has([.beForm, .haveForm, .modal]) || c.contains(.past) && !c.has([.noun, .adjective]) {
        return true
      }
      i += 1
    }
    return false
  }

  private func sameAsBeforeConjunction(_ conjunction: Int, _ c: WordClasses) -> PartOfSpeech? {
    guard conjunction > range.lowerBound, tags[conjunction - 1] == .verb else { return nil }
    return classes(conjunction - 1).intersection(.verb).isDisjoint(with: c) ? nil : .verb
  }

  private func followedByNominal(_ t: Int) -> Bool {
    guard t + 1 < range.upperBound, analysis.tokens[t + 1].kind == .word else {
      // 'dual-use goods': the parts around a hyphen belong to one phrase.
      return t + 2 < range.upperBound && analysis.tokens[t + 1].isJoined && analysis.tokens[t + 2].isJoined
        && analysis.tokens[t + 1].kind == .punctuation && analysis.text(t + 1..<t + 2) == "-"
    }
    if names[t + 1] == .properNoun { return true }
    let c = classes(t + 1)
    if c.has(.closed) { return false }
    return c.has([.noun, .adjective]) || !c.has(.open)
  }

  private func followedByOf(_ t: Int) -> Bool {
    t + 1 < range.upperBound && analysis.words[t + 1] == markers.of
  }

  private func nextIsPunctuation(_ t: Int) -> Bool {
    t + 1 < range.upperBound && analysis.tokens[t + 1].kind == .punctuation
  }

  private func afterBe(_ t: Int) -> Bool {
    previous(t).map { $0.tag == .auxiliary && classes($0.index).contains(.beForm) } ?? false
  }

  private func nextIsPreposition(_ t: Int) -> Bool {
    next(t).map { classes($0).contains(.preposition) } ?? false
  }

  private func isPossessive(_ t: Int, _ tag: PartOfSpeech) -> Bool {
    (tag == .particle && analysis.words[t] == markers.genitive) || classes(t).contains(.possessivePronoun)
      || (analysis.tokens[t].kind == .punctuation && analysis.tokens[t].isJoined && analysis.text(t..<t + 1) == "'")
  }

  /// By spelling, for words that the lexicon does not have.
  private func unknown(_ t: Int) -> PartOfSpeech {
    let bytes = analysis.document.bytes[analysis.tokens[t].range.range]
    if let first = bytes.first, first >= 0x41, first <= 0x5A { return .properNoun }
    func ends(_ suffix: String) -> Bool {
      bytes.count > suffix.utf8.count + 2 && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
    if ends("ly") { return .adverb }
    let p = previous(t)
    let nominalContext =
      p.map { $0.tag == .determiner || $0.tag == .adjective || isPossessive($0.index, $0.tag) } ?? true
    if ends("ed") { return nominalContext && followedByNominal(t) ? .adjective : .verb }
    if ends("ing") { return followedByNominal(t) ? .adjective : nominalContext ? .noun : .verb }
    if ["ous", "ful", "ive", "able", "ible", "al", "ic", "ary", "ish", "less"].contains(where: ends) {
      return .adjective
    }
    return .noun
  }
}

/// The few words that the tagger's rules ask for by name.
private struct TagMarkers {
  let to, genitive, thatWord, which, not, contractedNot, of, no, longer: WordID
  let days: Set<WordID>

  init(_ lexicon: Lexicon) {
    to = lexicon.id("to")
    genitive = lexicon.id("'s")
    thatWord = lexicon.id("that")
    which = lexicon.id("which")
    not = lexicon.id("not")
    contractedNot = lexicon.id("n't")
    of = lexicon.id("of")
    no = lexicon.id("no")
    longer = lexicon.id("longer")
    days = Set(["today", "yesterday", "tomorrow", "tonight"].map { lexicon.id($0) })
  }
}
