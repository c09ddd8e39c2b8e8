import QuipuClaims
import QuipuCore
import QuipuLanguage
import QuipuOntology

/// Groups the names of one document into entities: known names by their gazetteer entry, others by name and its variants.
///
/// Longer names come first, so that 'Peskov' finds 'Dmitri Peskov' wherever that stands; what a short form may stand for
/// is decided in the whole document at once. Complexity: O(names · entities of the same first or last word).
struct EntityLinker {
  let analysis: Analysis
  let resources: ExtractionResources
  private var out: DocumentEntities
  /// Entities by gazetteer entry, and by folded full name.
  private var byEntry: [Int: Int] = [:]
  private var byName: [String: Int] = [:]
  /// Entities without entry by each folded word of their names.
  private var byWord: [String: [Int]] = [:]
  private var entityOfName: [Int?]

  init(analysis: Analysis, resources: ExtractionResources) {
    self.analysis = analysis
    self.resources = resources
    out = DocumentEntities(tokenCount: analysis.tokens.count)
    entityOfName = [Int?](repeating: nil, count: analysis.names.count)
  }

  mutating func link() -> DocumentEntities {
    let choice = EntryChooser(analysis: analysis, resources: resources).choose()
    let names = analysis.names
    let order = names.indices.sorted { a, b in
      let (la, lb) = (names[a].tokens.count, names[b].tokens.count)
      if la != lb { return la > lb }
      // 'Talvian' may be the adjective of a 'Talvia' that comes later.
      let (da, db) = (isDerivable(names[a]), isDerivable(names[b]))
      return da != db ? db : a < b
    }
    for i in order where choice[i] != nil && names[i].form != .nominal { entityOfName[i] = known(i, entry: choice[i]) }
    for i in order where entityOfName[i] == nil { entityOfName[i] = bracketed(i) ?? unknown(i) }
    for i in names.indices {
      guard let entity = entityOfName[i] else { continue }
      let kind: MentionKind = names[i].form == .nominal ? .nominal : .name
      out.add(EntityMention(tokens: names[i].tokens, kind: kind, form: names[i].form, entity: entity))
      if names[i].form == .name || names[i].form == .nominal { out.entities[entity].addName(plainName(names[i].tokens)) }
    }
    return out
  }

  private func isDerivable(_ name: NameSpan) -> Bool {
    guard name.entries.isEmpty, name.tokens.count == 1 else { return false }
    let text = analysis.text(name.tokens)
    return ["an", "ese", "ish"].contains { text.hasSuffix($0) }
  }

  /// The name as it stands in the text, without a final genitive.
  private func plainName(_ tokens: Range<Int>) -> String {
    analysis.text(tokens).split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == " " }).joined(separator: " ")
  }

  private mutating func known(_ i: Int, entry: Int?) -> Int? {
    guard let entry else { return nil }
    if let entity = byEntry[entry] { return entity }
    let name = analysis.names[i]
    var draft = EntityDraft(classID: resources.gazetteer.classID(of: entry), entry: entry)
    if name.form == .people { draft.classID = resources.classes.group; draft.entry = nil }
    return register(draft, name: name.form == .people ? plainName(name.tokens) : nil, entry: name.form == .people ? nil : entry)
  }

  private mutating func register(_ draft: EntityDraft, name: String?, entry: Int?) -> Int {
    if let name, let entity = byName[key(name, draft.classID)] { return entity }
    let index = out.entities.count
    out.entities.append(draft)
    if let entry {
      byEntry[entry] = index
      for known in [resources.gazetteer.entries[entry].name] {
        byName[key(known, draft.classID)] = index
        index1(words: Folding.fold(known), entity: index)
      }
    }
    if let name {
      byName[key(name, draft.classID)] = index
      index1(words: Folding.fold(name), entity: index)
    }
    return index
  }

  private mutating func index1(words: String, entity: Int) {
    for word in words.split(whereSeparator: { $0 == " " || $0 == "-" }) { byWord[String(word), default: []].append(entity) }
  }

  private func key(_ name: String, _ classID: ClassID) -> String {
    let family = resources.ontology.isSubclass(classID, of: resources.classes.person) ? "p" : ""
    return family + Folding.fold(name)
  }

  /// 'Naval Forces Central Command (NAVCENT)': letters in brackets after a name are another name of it.
  private func bracketed(_ i: Int) -> Int? {
    let name = analysis.names[i]
    let start = name.tokens.lowerBound
    guard i > 0, start >= 2, name.tokens.upperBound < analysis.tokens.count, bytes(start - 1).elementsEqual("(".utf8),
      bytes(name.tokens.upperBound).elementsEqual(")".utf8) || analysis.tokens[name.tokens.upperBound].kind == .number
    else { return nil }
    let text = analysis.text(name.tokens)
    guard text.contains(where: { $0.isUppercase }), !text.contains(where: { $0.isLowercase }) else { return nil }
    guard let before = analysis.names.indices.last(where: { $0 < i && analysis.names[$0].form != .nominal }) else { return nil }
    let end = analysis.names[before].tokens.upperBound
    // 's' may stand between: 'Command's (NAVCENT)'.
    return start - 1 - end <= 1 ? entityOfName[before] : nil
  }

  private func bytes(_ t: Int) -> ArraySlice<UInt8> { analysis.document.bytes[analysis.tokens[t].range.range] }

  private mutating func unknown(_ i: Int) -> Int? {
    let name = analysis.names[i]
    let text = plainName(name.tokens)
    let classID = name.label.flatMap { resources.ontology.classID($0) } ?? resources.classes.organization
    if let entity = byName[key(text, classID)] { return entity }
    if let entity = variant(of: text, classID) { return entity }
    return register(EntityDraft(classID: classID, entry: nil), name: text, entry: nil)
  }

  /// An entity already there that the shorter name stands for.
  private func variant(of text: String, _ classID: ClassID) -> Int? {
    let words = Folding.fold(text).split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
    guard let first = words.first, let last = words.last else { return nil }
    let isPerson = resources.ontology.isSubclass(classID, of: resources.classes.person)
    if words.count == 1 || isPerson {
      let isLand = resources.ontology.isSubclass(classID, of: resources.classes.place)
      let candidates = isLand ? [] : (byWord[last] ?? []).filter { compatible($0, classID, isPerson) }
      if let match = unique(candidates, words, isPerson) { return match }
      if words.count == 1, let match = acronym(text, classID) { return match }
      return derivedAdjective(first, words)
    }
    // 'State Department' for 'US State Department': all words in the same order at the end of a longer name.
    let candidates = (byWord[first] ?? []).filter { compatible($0, classID, false) && ends(out.entities[$0], with: words) }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private func unique(_ candidates: [Int], _ words: [String], _ isPerson: Bool) -> Int? {
    let last = words[words.count - 1]
    // A surname is the last word, or in some languages the first ('Xi', 'Yuen Ren Chao' 'Chao').
    let byLast = isPerson ? candidates.filter { nameWords($0).contains { $0.last == last } } : []
    let byFirst = candidates.filter { nameWords($0).contains { $0.first == last } }
    if words.count > 1 {
      // 'Nouri Maliki' and 'Nouri al-Maliki': the same first and last words.
      let same = candidates.filter { nameWords($0).contains { $0.first == words[0] && $0.last == last } }
      return Set(same).count == 1 ? same[0] : nil
    }
    if let one = Set(byLast).count == 1 ? byLast.first : nil { return one }
    if !byLast.isEmpty { return isPerson ? byLast.first : nil }
    return Set(byFirst).count == 1 ? byFirst[0] : nil
  }

  private func nameWords(_ entity: Int) -> [[String]] {
    var names = out.entities[entity].names.map(\.text)
    names += byName.filter { $0.value == entity }.keys.map { $0 }.sorted()
    return names.map { Folding.fold($0).split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init) }.map { words in
      // Keys of people carry a family mark.
      words
    }
  }

  private func compatible(_ entity: Int, _ classID: ClassID, _ isPerson: Bool) -> Bool {
    let other = out.entities[entity].classID
    let ontology = resources.ontology
    if isPerson { return ontology.isSubclass(other, of: resources.classes.person) }
    if ontology.isSubclass(other, of: resources.classes.person) { return false }
    return ontology.family(of: other) == ontology.family(of: classID) || out.entities[entity].entry == nil
  }

  private func ends(_ draft: EntityDraft, with words: [String]) -> Bool {
    draft.names.contains { Folding.fold($0.text).split(separator: " ").map(String.init).suffix(words.count).elementsEqual(words) }
      || draft.entry.map { Folding.fold(resources.gazetteer.entries[$0].name).split(separator: " ").map(String.init).suffix(words.count).elementsEqual(words) } ?? false
  }

  /// 'NAVCENT' has no letters to compare; 'CAIR' has: the capitals of a longer name, small words left out.
  private func acronym(_ text: String, _ classID: ClassID) -> Int? {
    let letters = text.filter { $0 != "." }
    guard letters.count >= 2, letters.allSatisfy({ $0.isUppercase && $0.isASCII }) else { return nil }
    let matches = out.entities.indices.filter { e in
      out.entities[e].entry == nil && byName.contains { $0.value == e && AcronymRule.matches(letters, nameOf: e, in: analysis, names: entityNames(e)) }
    }
    return matches.count == 1 ? matches[0] : nil
  }

  private func entityNames(_ e: Int) -> [String] {
    analysis.names.indices.filter { entityOfName[$0] == e }.map { plainName(analysis.names[$0].tokens) }
  }

  /// 'Talvian' beside a country 'Talvia': the adjective of a name that the gazetteer does not have.
  private func derivedAdjective(_ word: String, _ words: [String]) -> Int? {
    guard words.count == 1, word.count >= 5, ["n", "ese", "ish", "i"].contains(where: { word.hasSuffix($0) }) else { return nil }
    return out.entities.indices.first { e in
      guard resources.ontology.isSubclass(out.entities[e].classID, of: resources.classes.place), out.entities[e].entry == nil else { return false }
      return byName.contains { entry in
        entry.value == e && entry.key.count >= 4 && entry.key.count <= word.count + 1
          && word.hasPrefix(entry.key.prefix(max(4, entry.key.count - 1)))
      }
    }
  }
}

/// Whether letters are the initials of a name.
enum AcronymRule {
  static func matches(_ letters: String, nameOf entity: Int, in analysis: Analysis, names: [String]) -> Bool {
    names.contains { initials($0) == letters || initials($0, all: true) == letters }
  }

  /// The capitals that words begin with; with `all`, the first letters of all words but articles.
  static func initials(_ name: String, all: Bool = false) -> String {
    String(
      name.split(whereSeparator: { $0 == " " || $0 == "-" }).compactMap { word in
        guard let c = word.first else { return nil }
        return c.isUppercase ? c : all && word != "the" ? Character(c.uppercased()) : nil
      })
  }
}
