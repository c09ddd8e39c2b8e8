/// What a sentence must hold whatever its words look like one by one: news has sentences that treebanks of the web do not.
///
/// Two rules over tags that are decided, each with evidence in `Ontology/rules` and `tags.case`: a full sentence without a
/// finite verb gets the likeliest ('Norway borders Sweden.'), and a verb at the beginning of a clause is none when the
/// clause's verb comes later ('trade between X and Y grew', 'exports to X rose'). On the development treebanks they change
/// almost nothing.
struct ClauseConstraints {
  private let first: UnsafeMutablePointer<TokenRecord>
  private let count: Int

  init(_ first: UnsafeMutablePointer<TokenRecord>, count: Int) {
    self.first = first
    self.count = count
  }

  /// `loss(i)` is what it costs to take token `i` for a verb. Complexity: O(tokens).
  func apply(loss: (Int) -> Int32) {
    for i in 0..<count {
      if isImperativeByMistake(i) { set(i, .noun) }
      if isVerbByMistake(i) {
        set(i, .noun)
        set(i + 1, .adposition)
      }
    }
    guard isFullSentence, !(0..<count).contains(where: isFinite) else { return }
    var best: (index: Int, loss: Int32)?
    for i in 1..<max(count, 1) where mayBeVerb(i) {
      let own = loss(i)
      if best.map({ own < $0.loss }) ?? true { best = (i, own) }
    }
    if let best { set(best.index, .verb) }
  }

  private func tag(_ i: Int) -> PartOfSpeech { first[i].partOfSpeech }
  private func classes(_ i: Int) -> WordClasses { WordClasses(rawValue: first[i].lexicon) }
  private func set(_ i: Int, _ tag: PartOfSpeech) { first[i].tag = UInt32(tag.rawValue) + 1 }

  private var isFullSentence: Bool {
    guard count > 2 else { return false }
    return tag(count - 1) == .punctuation && first[count - 1].flags.contains(.hasPeriod)
  }

  private func isFinite(_ i: Int) -> Bool {
    switch tag(i) {
    case .auxiliary: true
    case .verb: i == 0 || tag(i - 1) != .particle
    default: false
    }
  }

  /// A form that is finite for certain, or may be one, behind what may be its subject.
  private func mayBeVerb(_ i: Int) -> Bool {
    guard [.noun, .properNoun, .adjective].contains(tag(i)), !first[i].flags.contains(.startsUpper),
      classes(i).has([.thirdSingular, .past])
    else { return false }
    return [.noun, .properNoun, .pronoun].contains(tag(i - 1))
  }

  /// A base form that is a noun as well, at the beginning of a clause and before a preposition, when a finite verb that has
  /// no other subject follows.
  private func isImperativeByMistake(_ i: Int) -> Bool {
    guard tag(i) == .verb, i + 2 < count, tag(i + 1) == .adposition, i == 0 || first[i - 1].isComma,
      classes(i).contains(.noun), classes(i).contains(.baseVerb), !classes(i).has([.past, .thirdSingular])
    else { return false }
    guard let verb = verbWithoutSubject(from: i + 2) else { return false }
    return tag(verb) == .auxiliary || !classes(verb).has([.baseVerb, .gerund])
  }

  /// A plural that is a verb's form as well, at the beginning of a clause and before a preposition, when a verb in the
  /// past that has no other subject follows.
  private func isVerbByMistake(_ i: Int) -> Bool {
    guard tag(i) == .verb, i + 2 < count,
      i == 0 || first[i - 1].isComma || tag(i - 1) == .subordinatingConjunction,
      classes(i).contains([.plural, .thirdSingular]), isPreposition(i + 1)
    else { return false }
    guard let verb = verbWithoutSubject(from: i + 2), tag(verb - 1) != .coordinatingConjunction else { return false }
    return tag(verb) == .auxiliary || classes(verb).contains(.past)
  }

  /// The next verb, when nothing before it begins another clause or may be its subject but a noun.
  private func verbWithoutSubject(from start: Int) -> Int? {
    for j in start..<count {
      switch tag(j) {
      case .punctuation, .subordinatingConjunction, .pronoun, .particle: return nil
      case .verb, .auxiliary: return j
      default: continue
      }
    }
    return nil
  }

  /// 'to' before a noun is no infinitive's.
  private func isPreposition(_ i: Int) -> Bool {
    guard tag(i) == .particle, first[i].isTo, i + 1 < count else { return tag(i) == .adposition }
    return ![.verb, .auxiliary, .adverb].contains(tag(i + 1))
  }
}

extension TokenRecord {
  private static let comma = FeatureHash.word(",")
  private static let to = FeatureHash.word("to")
  fileprivate var isTo: Bool { folded == TokenRecord.to }
  fileprivate var isComma: Bool { form == TokenRecord.comma }
}
