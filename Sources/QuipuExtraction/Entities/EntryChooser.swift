import QuipuLanguage
import QuipuOntology

/// Chooses among the gazetteer's entries that one name may stand for, once for the whole document.
///
/// One sense per discourse (Gale, Church and Yarowsky 1992): a name that stands beside 'region' or in 'the region of X'
/// anywhere is the region everywhere; a capital city that acts ('Moscow's offensive', 'according to Kyiv') is its
/// country there. What no context decides goes to the best-known entry.
struct EntryChooser {
  let analysis: Analysis
  let resources: ExtractionResources
  /// Folded names that stand for a region somewhere in the document.
  private var regionNames: Set<String> = []
  /// Entries of the lands that the document names.
  private var lands: Set<Int> = []

  init(analysis: Analysis, resources: ExtractionResources) {
    self.analysis = analysis
    self.resources = resources
    for name in analysis.names {
      if name.form == .name && isRegionContext(name) { regionNames.insert(Folding.fold(bare(name))) }
      if name.label == "Country" || name.label == "AdministrativeArea", let entry = name.entries.first {
        lands.insert(Int(entry))
      }
    }
  }

  /// For each name its entry, nil where the gazetteer has none.
  func choose() -> [Int?] {
    analysis.names.map { name in
      guard let first = name.entries.first, name.form != .nominal else { return nil }
      if name.form != .name { return Int(first) }
      if regionNames.contains(Folding.fold(bare(name))), let region = entry(of: name, under: resources.classes.area) {
        return region
      }
      let chosen = insideNamedLand(name) ?? Int(first)
      return actingCapital(name, chosen) ?? chosen
    }
  }

  private func isA(_ entry: Int, _ classID: ClassID) -> Bool {
    resources.ontology.isSubclass(resources.gazetteer.classID(of: entry), of: classID)
  }

  private func entry(of name: NameSpan, under classID: ClassID) -> Int? {
    name.entries.first { isA(Int($0), classID) }.map { Int($0) }
  }

  private func word(_ t: Int) -> String { analysis.text(t..<t + 1).lowercased() }

  // MARK: Regions

  private static let regionWords: Set<String> = [
    "region", "province", "oblast", "governorate", "state", "district", "prefecture", "county",
  ]

  private func isRegionWord(_ word: some StringProtocol) -> Bool {
    EntryChooser.regionWords.contains(word.lowercased())
  }

  /// The name without 'region of' before it or 'region' after it.
  private func bare(_ name: NameSpan) -> String {
    var words = analysis.text(name.tokens).split(separator: " ")
    if words.count > 2, words[1] == "of", isRegionWord(words[0]) { words.removeFirst(2) }
    if words.count > 1, let last = words.last, isRegionWord(last) { words.removeLast() }
    return words.joined(separator: " ")
  }

  /// 'the region of X', 'X region', 'X province'.
  private func isRegionContext(_ name: NameSpan) -> Bool {
    let words = analysis.text(name.tokens).split(separator: " ")
    if words.count > 1, isRegionWord(words[0]) || isRegionWord(words[words.count - 1]) { return true }
    let (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    if end < analysis.tokens.count, isRegionWord(word(end)),
      analysis.sentenceIndex(of: end) == analysis.sentenceIndex(of: start)
    {
      return true
    }
    if start >= 2 && word(start - 1) == "of" && isRegionWord(word(start - 2)) { return true }
    return isCalledRegion(after: end)
  }

  /// ', the Ukrainian region': an apposition of a few words.
  private func isCalledRegion(after end: Int) -> Bool {
    guard end + 2 < analysis.tokens.count, word(end) == ",", ["the", "a", "an"].contains(word(end + 1)) else {
      return false
    }
    for t in end + 2..<min(end + 5, analysis.tokens.count) {
      if analysis.tokens[t].kind != .word { return false }
      if isRegionWord(word(t)) { return true }
    }
    return false
  }

  // MARK: Cities

  /// Of several places with one name, the one inside a land that the document names, unless another is far better
  /// known.
  private func insideNamedLand(_ name: NameSpan) -> Int? {
    guard name.entries.count > 1 else { return nil }
    let gazetteer = resources.gazetteer
    let best = Int(name.entries[0])
    guard isA(best, resources.classes.place), !isA(best, resources.classes.country) else { return nil }
    let nearby = name.entries.lazy.map { Int($0) }.first { entry in
      lands.contains { $0 != entry && gazetteer.isWithin(entry, $0) }
    }
    guard let nearby, gazetteer.rank(of: best) < 20 * max(1, gazetteer.rank(of: nearby)) else { return nil }
    return nearby
  }

  /// The country whose capital the name is, where the capital acts.
  private func actingCapital(_ name: NameSpan, _ entry: Int) -> Int? {
    guard isA(entry, resources.classes.city), let kb = resources.gazetteer.entries[entry].attribute("capitalOf"),
      kb.hasPrefix("iso3166:"), let country = resources.gazetteer.entry(kb: kb), acts(name)
    else { return nil }
    return country.index
  }

  private static let locative: Set<String> = [
    "in", "at", "from", "near", "outside", "inside", "around", "of", "into", "toward", "towards", "through", "across",
    "on",
    "for",
  ]

  private static let dealing: Set<String> = ["for", "with", "against", "between"]

  /// 'according to Kyiv', 'Kyiv's bombings' (but not 'Kyiv's streets'), 'Kyiv attacked'.
  private func acts(_ name: NameSpan) -> Bool {
    let (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    let before = start > 0 ? word(start - 1) : ""
    // 'trade with Beijing', 'support for Moscow' are dealings with a government, 'a walk through Moscow' is none.
    if EntryChooser.dealing.contains(before), start >= 2,
      resources.rules.isActionNoun(analysis.words[start - 2], resources.lexicon)
    {
      return true
    }
    if EntryChooser.locative.contains(before) { return false }
    if before == "to", start >= 2, word(start - 2) == "according" { return true }
    guard end < analysis.tokens.count else { return false }
    let next = word(end)
    if next == "'s" || next == "’s" {
      return (end + 1..<min(end + 4, analysis.tokens.count)).contains {
        resources.rules.isActionNoun(analysis.words[$0], resources.lexicon)
      }
    }
    var verb = end
    while verb < min(end + 3, analysis.tokens.count), [.auxiliary, .particle, .adverb].contains(analysis.tags[verb]) {
      verb += 1
    }
    return verb < analysis.tokens.count && isActionVerb(verb)
  }

  private func isActionVerb(_ t: Int) -> Bool {
    analysis.tags[t] == .verb
      && (resources.rules.isActionVerb(analysis.lemmas[t]) || resources.speech.speech[analysis.lemmas[t]] != nil)
  }
}
