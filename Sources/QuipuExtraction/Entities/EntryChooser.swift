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

  /// For each name its entry, nil where the gazetteer has none.
  func choose() -> [Int?] {
    let names = analysis.names
    var regionNames: Set<String> = []
    for name in names where name.form == .name && isRegionContext(name) {
      regionNames.insert(Folding.fold(bare(name)))
    }
    return names.map { name in
      guard let first = name.entries.first, name.form != .nominal else { return nil }
      if name.form != .name { return Int(first) }
      if regionNames.contains(Folding.fold(bare(name))), let region = entry(of: name, under: resources.classes.area) { return region }
      let chosen = withinMentioned(name) ?? Int(first)
      return actingCapital(name, chosen) ?? chosen
    }
  }

  private func bare(_ name: NameSpan) -> String {
    var words = analysis.text(name.tokens).split(separator: " ")
    if words.count > 2, words[1] == "of", EntryChooser.regionWords.contains(words[0].lowercased()) { words.removeFirst(2) }
    guard words.count > 1, let last = words.last, EntryChooser.regionWords.contains(last.lowercased()) else { return words.joined(separator: " ") }
    return words.dropLast().joined(separator: " ")
  }

  private static let regionWords: Set<String> = ["region", "province", "oblast", "governorate", "state", "district", "prefecture", "county"]

  /// 'the region of X', 'X region', 'X province'.
  private func isRegionContext(_ name: NameSpan) -> Bool {
    let words = analysis.text(name.tokens).split(separator: " ")
    if let first = words.first, let last = words.last, words.count > 1,
      EntryChooser.regionWords.contains(last.lowercased()) || EntryChooser.regionWords.contains(first.lowercased())
    {
      return true
    }
    let start = name.tokens.lowerBound
    let end = name.tokens.upperBound
    if end < analysis.tokens.count, EntryChooser.regionWords.contains(word(end)) , analysis.sentenceIndex(of: end) == analysis.sentenceIndex(of: start) { return true }
    return start >= 2 && word(start - 1) == "of" && EntryChooser.regionWords.contains(word(start - 2))
  }

  private func word(_ t: Int) -> String { analysis.text(t..<t + 1).lowercased() }

  private func entry(of name: NameSpan, under classID: ClassID) -> Int? {
    name.entries.first { resources.ontology.isSubclass(resources.gazetteer.classID(of: Int($0)), of: classID) }.map { Int($0) }
  }

  /// Of several places with one name, the one inside a country that the document names; cities only.
  private func withinMentioned(_ name: NameSpan) -> Int? {
    guard name.entries.count > 1 else { return nil }
    let countries = Set(analysis.names.compactMap { other in
      other.label == "Country" || other.label == "AdministrativeArea" ? other.entries.first.map { Int($0) } : nil
    })
    let best = Int(name.entries[0])
    guard resources.ontology.isSubclass(resources.gazetteer.classID(of: best), of: resources.classes.place) else { return nil }
    if resources.ontology.isSubclass(resources.gazetteer.classID(of: best), of: resources.classes.country) { return nil }
    let nearby = name.entries.first { entry in countries.contains { $0 != Int(entry) && resources.gazetteer.isWithin(Int(entry), $0) } }
    guard let nearby, resources.gazetteer.rank(of: best) < 20 * max(1, resources.gazetteer.rank(of: Int(nearby))) else { return nil }
    return Int(nearby)
  }

  /// The country whose capital the name is, where the capital acts.
  private func actingCapital(_ name: NameSpan, _ entry: Int) -> Int? {
    guard resources.ontology.isSubclass(resources.gazetteer.classID(of: entry), of: resources.classes.city),
      let kb = resources.gazetteer.entries[entry].attribute("capitalOf"), kb.hasPrefix("iso3166:"),
      let country = resources.gazetteer.entry(kb: kb), acts(name)
    else { return nil }
    return country.index
  }

  private func acts(_ name: NameSpan) -> Bool {
    let start = name.tokens.lowerBound
    let end = name.tokens.upperBound
    let before = start > 0 ? word(start - 1) : ""
    if EntryChooser.locative.contains(before) { return false }
    if before == "to", start >= 2, word(start - 2) == "according" { return true }
    guard end < analysis.tokens.count else { return false }
    let next = word(end)
    // 'Kyiv's bombings' acts; 'Kyiv's streets' does not: the noun must be one of action or policy.
    if next == "'s" || next == "’s" {
      return (end + 1..<min(end + 4, analysis.tokens.count)).contains { resources.rules.isActionNoun(analysis.words[$0], resources.lexicon) }
    }
    return next == "'" ? false : analysis.tags.isEmpty ? false : analysis.tags[end] == .verb && resources.rules.isActionVerb(analysis.lemmas[end])
      || (end + 1 < analysis.tokens.count && analysis.tags[end] == .auxiliary && analysis.tags[end + 1] == .verb && resources.rules.isActionVerb(analysis.lemmas[end + 1]))
  }

  private static let locative: Set<String> = ["in", "at", "from", "near", "outside", "inside", "around", "of", "into", "toward", "towards", "through", "across", "on", "for"]
}
