import QuipuLanguage

/// Cuts a tagged sentence into noun phrases, verb groups and the words between them.
///
/// Base noun phrases without embedding and verb groups with their chains, after S. Abney, "Parsing by Chunks" (1991).
/// Rules ask `Clause` for arguments, which joins chunks by the dependency tree, and never see chunks.
struct Chunker {
  let analysis: Analysis
  let lexicon: Lexicon
  let speech: SpeechLexicon
  /// First token of a date or time value → its end.
  private var dateEnd: [Int: Int] = [:]
  private let entities: DocumentEntities
  private let words: MarkerWords

  init(analysis: Analysis, resources: ExtractionResources, entities: DocumentEntities) {
    self.analysis = analysis
    lexicon = resources.lexicon
    speech = resources.speech
    self.entities = entities
    words = MarkerWords(resources.lexicon)
    for value in analysis.values where [.date, .time, .duration].contains(value.kind) {
      dateEnd[value.tokens.lowerBound] = value.tokens.upperBound
    }
  }

  func chunks(of sentence: Range<Int>) -> [Chunk] {
    var out: [Chunk] = []
    var t = sentence.lowerBound
    while t < sentence.upperBound {
      let chunk = next(t, limit: sentence.upperBound, after: out.last)
      out.append(chunk)
      t = max(chunk.tokens.upperBound, t + 1)
    }
    return out
  }

  private func next(_ t: Int, limit: Int, after previous: Chunk?) -> Chunk {
    if let end = dateEnd[t], !insideName(t) { return simple(.value, t..<min(end, limit)) }
    if isDay(t, limit) { return simple(.value, t..<t + 1) }
    let tag = analysis.tags[t]
    if isCompound(t, limit) {
      return Chunk(kind: .preposition, tokens: t..<t + 2, head: t, lemma: analysis.words[t])
    }
    switch tag {
    case .punctuation: return punctuation(t)
    case .coordinatingConjunction: return simple(.coordinator, t..<t + 1)
    case .subordinatingConjunction: return simple(.subordinator, t..<t + 1)
    case .adposition: return simple(.preposition, t..<t + 1)
    case .auxiliary, .verb: return verb(t, limit)
    case .particle:
      if analysis.words[t] == words.to || lexicon.classes(analysis.words[t]).contains(.negation) {
        return verb(t, limit)
      }
      return simple(.other, t..<t + 1)
    case .adverb where lexicon.classes(analysis.words[t]).contains(.negation) && verbFollows(t, limit):
      return verb(t, limit)
    case .adverb: return simple(.adverb, t..<t + 1)
    case .pronoun where isRelative(t, previous): return simple(.relative, t..<t + 1)
    case .pronoun where lexicon.classes(analysis.words[t]).contains(.possessivePronoun): return noun(t, limit)
    case .pronoun: return simple(.noun, t..<t + 1)
    default: return noun(t, limit)
    }
  }

  /// 'X today met Y': without the document's date it is no value.
  private func isDay(_ t: Int, _ limit: Int) -> Bool {
    words.days.contains(analysis.words[t]) && !insideName(t) && !(t + 1 < limit && isGenitive(t + 1))
  }

  private func insideName(_ t: Int) -> Bool {
    entities.mention(covering: t).map { entities.mentions[$0].tokens.count > 1 } ?? false
  }

  private func simple(_ kind: Chunk.Kind, _ tokens: Range<Int>) -> Chunk {
    Chunk(kind: kind, tokens: tokens, head: tokens.lowerBound, lemma: analysis.lemmas[tokens.lowerBound])
  }

  private func punctuation(_ t: Int) -> Chunk {
    let bytes = analysis.document.bytes[analysis.tokens[t].range.range]
    let kind: Chunk.Kind =
      switch bytes.first ?? 0 {
      case UInt8(ascii: ","): .comma
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): .bracket
      case UInt8(ascii: "-") where analysis.tokens[t].isJoined && bytes.count == 1: .other
      case UInt8(ascii: "'"), UInt8(ascii: "`"): .other
      // The hyphens of U+2010 and U+2011 inside a word.
      case 0xE2
      where analysis.tokens[t].isJoined && bytes.dropFirst().first == 0x80
        && (bytes.last == 0x90 || bytes.last == 0x91):
        .other
      default: .stop
      }
    return simple(kind, t..<t + 1)
  }

  /// 'according to', 'because of', 'due to' are one preposition whose lemma is the first word. Treebanks tag that word as
  /// what it comes from: verb, adjective, conjunction.
  private func isCompound(_ t: Int, _ limit: Int) -> Bool {
    words.compounds.contains(analysis.words[t]) && t + 1 < limit && analysis.tags[t + 1] == .adposition
      && !analysis.tokens[t + 1].isJoined
  }

  private func isRelative(_ t: Int, _ previous: Chunk?) -> Bool {
    let word = analysis.words[t]
    guard lexicon.classes(word).contains(.relative) else { return false }
    guard let previous else { return false }
    return previous.kind == .noun || previous.kind == .comma || previous.kind == .value || previous.kind == .preposition
      || previous.kind == .bracket
  }

  // MARK: Verb groups

  private func verb(_ start: Int, _ limit: Int) -> Chunk {
    var group = VerbGroup(form: .finite)
    var t = start
    var main = start
    var sawBe = false
    var sawTo = false
    var isOpen = false  // The verb before has been taken over: another one must come.
    loop: while t < limit {
      let word = analysis.words[t]
      let classes = lexicon.classes(word)
      switch analysis.tags[t] {
      case .auxiliary:
        if t > start, analysis.tags[main] == .verb { break loop }
        if classes.contains(.modal) { group.modality = modality(word) }
        if classes.contains(.beForm) { sawBe = true }
        main = t
        t += 1
      case .particle where word == words.to:
        guard t + 1 < limit, [.verb, .auxiliary, .adverb].contains(analysis.tags[t + 1]) else { break loop }
        if analysis.tags[main] == .verb, main < t {
          guard speech.catenatives[analysis.lemmas[main]] != nil || sawBe else { break loop }
          absorb(main, into: &group)
          isOpen = true
          sawBe = false
        } else if sawBe {
          group.modality = .planned
          sawBe = false
        } else {
          sawTo = true
        }
        t += 1
      case .particle where classes.contains(.negation) || word == words.not:
        group.isNegated.toggle()
        t += 1
      case .adverb:
        if classes.contains(.negation) { group.isNegated.toggle() }
        guard verbFollows(t, limit) else { break loop }
        t += 1
      case .verb:
        if analysis.tags[main] == .verb, main < t, !isOpen {
          guard speech.catenatives[analysis.lemmas[main]] != nil, classes.contains(.gerund) else { break loop }
          absorb(main, into: &group)
        }
        isOpen = false
        main = t
        t += 1
      default:
        // 'threatened on Monday to attack', 'threatened Monday to attack'.
        guard t > start, let next = afterDay(t, limit), next < limit, analysis.words[next] == words.to,
          speech.catenatives[analysis.lemmas[main]] != nil
        else { break loop }
        t = next
      }
    }
    if t == start { t = start + 1 }
    finish(&group, main: main, start: start, sawBe: sawBe, sawTo: sawTo)
    if t < limit, analysis.tags[t] == .adverb || analysis.tags[t] == .adposition { group.particle = analysis.words[t] }
    return Chunk(kind: .verb, tokens: start..<t, head: main, lemma: analysis.lemmas[main], verb: group)
  }

  /// The token behind a day that stands at `t`, with its preposition.
  private func afterDay(_ t: Int, _ limit: Int) -> Int? {
    let day = analysis.tags[t] == .adposition ? t + 1 : t
    guard day < limit, !insideName(day) else { return nil }
    return dateEnd[day] ?? (isDay(day, limit) ? day + 1 : nil)
  }

  private func verbFollows(_ t: Int, _ limit: Int) -> Bool {
    var n = t + 1
    while n < limit, analysis.tags[n] == .adverb { n += 1 }
    return n < limit && (analysis.tags[n] == .verb || analysis.tags[n] == .auxiliary || analysis.tags[n] == .particle)
  }

  /// Takes a governing verb's effect over: 'failed to', 'agreed to', 'threatened to'.
  private func absorb(_ main: Int, into group: inout VerbGroup) {
    let lemma = analysis.lemmas[main]
    group.chain.append(lemma)
    switch speech.catenatives[lemma] ?? .plain {
    case .plain: break
    case .negative: group.isNegated.toggle()
    case .planned: group.modality = .planned
    case .possible: group.modality = .possible
    case .demanded: group.modality = .demanded
    }
  }

  private func modality(_ word: WordID) -> VerbGroup.Modalities {
    // 'should' asks, though it is a form of 'shall'.
    let lemma = words.demanded.contains(word) ? word : lexicon.verbLemma(word)
    if words.possible.contains(lemma) { return .possible }
    if words.demanded.contains(lemma) { return .demanded }
    return words.planned.contains(lemma) ? .planned : .none
  }

  private func finish(_ group: inout VerbGroup, main: Int, start: Int, sawBe: Bool, sawTo: Bool) {
    let classes = lexicon.classes(analysis.words[main])
    if sawTo {
      group.form = .infinitive
    } else if main == start || group.chain.count > 0 && analysis.tags[start] == .verb {
      let first = lexicon.classes(analysis.words[start])
      if first.contains(.gerund) {
        group.form = .gerund
      } else if first.contains(.participle), !first.contains(.past) {
        group.form = .participle
      }
    }
    guard analysis.tags[main] == .verb, classes.contains(.participle) else { return }
    if sawBe && !classes.contains(.gerund) { group.isPassive = true }
    if main == start, group.form == .participle { group.isPassive = true }
  }

  // MARK: Noun phrases

  private func noun(_ start: Int, _ limit: Int) -> Chunk {
    var chunk = Chunk(kind: .noun, tokens: start..<start + 1, head: start, lemma: analysis.lemmas[start])
    var t = start
    while t < limit {
      if t > start, dateEnd[t] != nil && !insideName(t) || isDay(t, limit) { break }
      if let m = entities.mention(covering: t), entities.mentions[m].form != .nominal,
        entities.mentions[m].tokens.lowerBound == t
      {
        if t > start, startsNewPhrase(m, after: t - 1) { break }
        t = min(limit, entities.mentions[m].tokens.upperBound)
        chunk.head = t - 1
        continue
      }
      guard continues(t, start: start, limit: limit) else { break }
      let word = analysis.words[t]
      if analysis.tags[t] == .determiner, t == start { chunk.determiner = word }
      if analysis.tags[t] == .pronoun { chunk.possessor = t }
      if isGenitive(t) {
        chunk.possessor = chunk.head
      } else if [.noun, .properNoun, .numeral, .adjective, .other].contains(analysis.tags[t]) {
        chunk.head = t
      }
      t += 1
    }
    if t == start { t = start + 1 }
    chunk.tokens = start..<t
    // The head is the last noun, not an adjective after it.
    if let last = (start..<t).last(where: { [.noun, .properNoun].contains(analysis.tags[$0]) }),
      analysis.tags[chunk.head] != .properNoun
    {
      chunk.head = last
    }
    chunk.lemma = analysis.lemmas[chunk.head]
    return chunk
  }

  private func continues(_ t: Int, start: Int, limit: Int) -> Bool {
    let tag = analysis.tags[t]
    switch tag {
    case .adjective, .noun, .properNoun, .numeral, .symbol: return true
    case .determiner: return t == start || analysis.tags[t - 1] == .determiner
    case .pronoun: return t == start
    case .particle: return isGenitive(t)
    case .punctuation:
      if isGenitive(t) { return true }
      // A hyphen inside a compound.
      return analysis.tokens[t].isJoined && t + 1 < limit && analysis.tokens[t + 1].isJoined && isHyphen(t) && t > start
    case .coordinatingConjunction:
      // 'political and military leaders': two adjectives before one noun.
      return t > start && t + 2 < limit && analysis.tags[t - 1] == .adjective && analysis.tags[t + 1] == .adjective
        && entities.mention(covering: t - 1) == nil && [.noun, .adjective].contains(analysis.tags[t + 2])
    case .adverb: return t == start && t + 1 < limit && [.adjective, .numeral].contains(analysis.tags[t + 1])
    case .other: return true
    default: return false
    }
  }

  /// A name after a complete name is another phrase, unless a genitive or an adjective joins them.
  private func startsNewPhrase(_ m: Int, after t: Int) -> Bool {
    guard let previous = entities.mention(covering: t), previous != m else { return false }
    let form = entities.mentions[previous].form
    return form == .people
  }

  private func isGenitive(_ t: Int) -> Bool {
    if analysis.tags[t] == .particle, analysis.words[t] == words.genitive { return true }
    guard analysis.tags[t] == .punctuation, analysis.tokens[t].isJoined, t > 0, t + 1 < analysis.tokens.count else {
      return false
    }
    let bytes = analysis.document.bytes[analysis.tokens[t].range.range]
    let isApostrophe = bytes.elementsEqual("'".utf8) || bytes.elementsEqual("’".utf8)
    let before = analysis.document.bytes[Int(analysis.tokens[t].range.start) - 1]
    return isApostrophe && before == UInt8(ascii: "s") && !analysis.tokens[t + 1].isJoined
  }

  private func isHyphen(_ t: Int) -> Bool {
    analysis.document.bytes[analysis.tokens[t].range.range].elementsEqual("-".utf8)
  }
}

/// Ids of the words that the mechanisms ask for.
struct MarkerWords {
  let to, not, genitive, by, of, from, and, between, according, that: WordID
  let compounds: Set<WordID>
  let possible, planned, demanded: Set<WordID>
  /// Conjunctions that leave open whether what follows is so.
  let conditional: Set<WordID>
  /// Nouns that a name in 'of X' or beside a comma gives a name to: 'the region of X'.
  let classNouns: Set<WordID>
  /// Before a date that is only compared with: always, and after a percentage.
  let than, against: Set<WordID>
  /// Verbs that join a subject to what it is or becomes.
  let copulas: Set<WordID>
  /// Verbs whose subject does what an infinitive behind their object says: 'visited X to meet Y'.
  let subjectControl: Set<WordID>
  /// Days that are told from the day of speaking.
  let days: Set<WordID>

  init(_ lexicon: Lexicon) {
    func ids(_ words: String) -> Set<WordID> {
      Set(words.split(separator: " ").map { lexicon.id(String($0)) }.filter { $0 != Lexicon.unknown })
    }
    to = lexicon.id("to")
    not = lexicon.id("not")
    genitive = lexicon.id("'s")
    by = lexicon.id("by")
    and = lexicon.id("and")
    between = lexicon.id("between")
    according = lexicon.id("according")
    of = lexicon.id("of")
    from = lexicon.id("from")
    that = lexicon.id("that")
    conditional = ids("if unless whether")
    classNouns = ids(
      "region city town village province state island republic port district county capital territory government people "
        + "kingdom parts members ministry leaders officials authorities")
    than = ids("than versus")
    against = ids("on from over")
    copulas = ids("be become remain")
    subjectControl = ids("visit leave reach enter cross tour use spend take make")
    days = ids("today yesterday tomorrow tonight")
    compounds = ids("according due because out such as along together prior thanks instead ahead")
    possible = ids("may might could can")
    planned = ids("will shall would")
    demanded = ids("should must ought")
  }
}
