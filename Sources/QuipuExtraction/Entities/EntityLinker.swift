import QuipuClaims
import QuipuCore
import QuipuLanguage
import QuipuOntology

/// Groups the names of one document into entities: known names by their gazetteer entry, others by name and its
/// variants.
///
/// Longer names come first, so that a surname finds the full name wherever that stands; what a short form may stand for
/// is decided in the whole document at once. Complexity: O(names · entities that share a word with the name).
struct EntityLinker {
  let analysis: Analysis
  let resources: ExtractionResources
  private var out: DocumentEntities
  private var index = NameIndex()
  private var entityOfName: [Int?]

  init(analysis: Analysis, resources: ExtractionResources) {
    self.analysis = analysis
    self.resources = resources
    out = DocumentEntities(tokenCount: analysis.tokens.count)
    entityOfName = [Int?](repeating: nil, count: analysis.names.count)
  }

  mutating func link() -> DocumentEntities {
    let chosen = EntryChooser(analysis: analysis, resources: resources).choose()
    let order = readingOrder()
    for i in order {
      if let entry = chosen[i], analysis.names[i].form != .nominal { entityOfName[i] = known(i, entry: entry) }
    }
    for i in order where entityOfName[i] == nil { entityOfName[i] = bracketed(i) ?? unknown(i) }
    for (i, name) in analysis.names.enumerated() {
      guard let entity = entityOfName[i] else { continue }
      let kind: MentionKind = name.form == .nominal ? .nominal : .name
      out.add(EntityMention(tokens: name.tokens, kind: kind, form: name.form, entity: entity))
      if name.form == .name || name.form == .nominal { out.entities[entity].addName(plainName(name)) }
    }
    return out
  }

  /// Longer names before shorter ones, and of one length those that may be adjectives of others last: 'Talvian' may
  /// belong to a 'Talvia' that comes later.
  private func readingOrder() -> [Int] {
    let names = analysis.names
    let derivable = names.map { isDerivable($0) }
    return names.indices.sorted { a, b in
      let (la, lb) = (names[a].tokens.count, names[b].tokens.count)
      if la != lb { return la > lb }
      return derivable[a] != derivable[b] ? derivable[b] : a < b
    }
  }

  private func isDerivable(_ name: NameSpan) -> Bool {
    guard name.entries.isEmpty, name.tokens.count == 1 else { return false }
    let text = analysis.text(name.tokens)
    return ["an", "ese", "ish"].contains { text.hasSuffix($0) }
  }

  /// The name as it stands in the text, with single blanks; of people as it is said.
  private func plainName(_ name: NameSpan) -> String {
    let text = analysis.text(name.tokens).split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == " " })
      .joined(separator: " ")
    let isPerson = name.label.flatMap { resources.ontology.classID($0) }.map { self.isPerson($0) } ?? false
    return isPerson ? MailNames.said(text) : text
  }

  // MARK: Known names

  private mutating func known(_ i: Int, entry: Int) -> Int {
    let name = analysis.names[i]
    if name.form == .people {
      return unlessThere(EntityDraft(classID: resources.classes.group, entry: nil), name: plainName(name))
    }
    if let entity = index.byEntry[entry] { return entity }
    let draft = EntityDraft(classID: resources.gazetteer.classID(of: entry), entry: entry)
    let entity = register(draft, name: resources.gazetteer.entries[entry].name)
    index.byEntry[entry] = entity
    return entity
  }

  private mutating func unlessThere(_ draft: EntityDraft, name: String) -> Int {
    index.byName[key(name, draft.classID)] ?? register(draft, name: name)
  }

  private mutating func register(_ draft: EntityDraft, name: String) -> Int {
    let entity = out.entities.count
    out.entities.append(draft)
    let isLand = draft.entry == nil && resources.ontology.isSubclass(draft.classID, of: resources.classes.place)
    index.add(name, key: key(name, draft.classID), entity: entity, isNewPlace: isLand)
    return entity
  }

  /// People and everything else are two spaces of names.
  private func key(_ name: String, _ classID: ClassID) -> String {
    (isPerson(classID) ? "p " : "") + Folding.fold(name)
  }

  private func isPerson(_ classID: ClassID) -> Bool {
    resources.ontology.isSubclass(classID, of: resources.classes.person)
  }

  // MARK: Other names

  private mutating func unknown(_ i: Int) -> Int {
    let name = analysis.names[i]
    let text = plainName(name)
    let classID = name.label.flatMap { resources.ontology.classID($0) } ?? resources.classes.organization
    if let entity = index.byName[key(text, classID)] { return entity }
    if let entity = variant(of: text, classID) { return entity }
    return register(EntityDraft(classID: classID, entry: nil), name: text)
  }

  /// An entity already there that the shorter name stands for.
  private func variant(of text: String, _ classID: ClassID) -> Int? {
    let words = NameIndex.words(text)
    guard let first = words.first, let last = words.last else { return nil }
    if isPerson(classID) {
      return personNamed(first, last, words.count) ?? (words.count == 1 ? derivedAdjective(first) : nil)
    }
    if words.count == 1 {
      if let match = uniqueByFirstWord(first, classID)
        ?? index.acronym(text, where: { !isPerson(out.entities[$0].classID) })
      {
        return match
      }
      return derivedAdjective(first)
    }
    // 'State Department' for 'US State Department', 'Kestrel Foods' for 'Kestrel Foods Ltd': all its words end or begin
    // the longer name; a place is never short for a longer name.
    if let entity = index.only(endingIn: words, where: { compatible($0, classID) }) { return entity }
    let isPlace = resources.ontology.isSubclass(classID, of: resources.classes.place)
    return isPlace ? nil : index.only(beginningWith: words) { compatible($0, classID) }
  }

  /// A surname is the last word, or in some languages the first ('Xi'); of a longer name first and last words count
  /// ('Nouri Maliki', 'Nouri al-Maliki').
  private func personNamed(_ first: String, _ last: String, _ count: Int) -> Int? {
    func isPerson(_ entity: Int) -> Bool { self.isPerson(out.entities[entity].classID) }
    if count > 1 { return index.only(first: first, last: last, where: isPerson) }
    return index.first(last: last, where: isPerson) ?? index.only(first: last, where: isPerson)
  }

  /// 'Kestrel' for the only name that begins so, 'Kestrel Foods'; a place is never short for a longer name.
  private func uniqueByFirstWord(_ word: String, _ classID: ClassID) -> Int? {
    guard !resources.ontology.isSubclass(classID, of: resources.classes.place) else { return nil }
    return index.only(first: word) { compatible($0, classID) }
  }

  private func compatible(_ entity: Int, _ classID: ClassID) -> Bool {
    let other = out.entities[entity].classID
    if isPerson(other) { return false }
    return resources.ontology.family(of: other) == resources.ontology.family(of: classID)
      || out.entities[entity].entry == nil
  }

  /// 'Talvian' beside a place 'Talvia': the adjective of a name that the gazetteer does not have.
  private func derivedAdjective(_ word: String) -> Int? {
    guard word.count >= 5, ["n", "ese", "ish", "i"].contains(where: { word.hasSuffix($0) }) else { return nil }
    return index.newPlace(of: word)
  }

  /// 'Naval Forces Central Command (NAVCENT)': letters in brackets after a name are another name of it.
  private func bracketed(_ i: Int) -> Int? {
    let name = analysis.names[i]
    let (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard start >= 2, end < analysis.tokens.count, bytes(start - 1).elementsEqual("(".utf8),
      bytes(end).elementsEqual(")".utf8) || analysis.tokens[end].kind == .number
    else { return nil }
    let text = analysis.text(name.tokens)
    guard text.contains(where: \.isUppercase), !text.contains(where: \.isLowercase) else { return nil }
    var before = i - 1
    while before >= 0, analysis.names[before].form == .nominal { before -= 1 }
    // A genitive mark may stand between.
    guard before >= 0, start - 1 - analysis.names[before].tokens.upperBound <= 1 else { return nil }
    return entityOfName[before]
  }

  private func bytes(_ t: Int) -> ArraySlice<UInt8> { analysis.document.bytes[analysis.tokens[t].range.range] }
}
