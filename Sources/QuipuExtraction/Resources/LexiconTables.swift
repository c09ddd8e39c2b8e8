import QuipuLanguage
import QuipuOntology

/// The word tables under `Ontology/lexicon`, as read.
public struct LexiconTables: Sendable {
  var english, verbs, roles, honorifics, designators, kinship, groupNouns, speech, catenatives, directions: LexiconTable
  var givenNames, surnames, calendar, notNames: WordList

  public static func load(_ folder: String) throws(OntologyError) -> LexiconTables {
    func table(_ name: String, _ columns: [String]) throws(OntologyError) -> LexiconTable {
      try LexiconTable.load(folder + "/" + name + ".tsv", columns: columns)
    }
    func list(_ name: String) throws(OntologyError) -> WordList { try WordList.load(folder + "/" + name + ".txt") }
    return LexiconTables(
      english: try table("english", ["word", "tags"]),
      verbs: try table("verbs", ["lemma", "past", "participle", "3sg", "gerund"]),
      roles: try table("roles", ["title", "relation", "role", "scope"]),
      honorifics: try table("honorifics", ["form", "gender", "role"]),
      designators: try table("designators", ["word", "class", "position"]),
      kinship: try table("kinship", ["noun", "gender"]),
      groupNouns: try table("group-nouns", ["noun", "class", "relation"]),
      speech: try table("speech", ["lemma", "kind"]),
      catenatives: try table("catenatives", ["lemma", "effect"]),
      directions: try table("directions", ["lemma", "sign"]),
      givenNames: try list("given-names"), surnames: try list("surnames"), calendar: try list("calendar"),
      notNames: try list("not-names"))
  }

  /// Puts every word into a lexicon, irregular verbs first so that their forms get the right lemma.
  func fill(_ builder: inout Lexicon.Builder) {
    for row in verbs.rows {
      builder.addVerb(row[0], past: row[1], participle: row[2], thirdSingular: row[3], gerund: row[4])
    }
    let irregular = Set(verbs.rows.map { $0[0] })
    for row in english.rows {
      let tags = irregular.contains(row[0]) ? row[1].filter { $0 != "V" } : row[1]
      builder.addBase(row[0], tags: tags.isEmpty ? "-" : tags)
    }
    for word in notNames.words { builder.add(word, .notName) }
    for word in calendar.words { builder.add(word, .calendar) }
    for line in givenNames.words { addName(line, .givenName, to: &builder) }
    for line in surnames.words { addName(line, .surname, to: &builder) }
    for table in [honorifics, designators, kinship, groupNouns, roles] {
      for row in table.rows { for word in row[0].split(separator: " ") { builder.add(String(word), []) } }
    }
    for row in groupNouns.rows { builder.add(row[0], .noun) }
    // Every word of a table is in the lexicon: an unknown one would stand for all unknown words.
    for table in [speech, catenatives] { for row in table.rows { builder.addVerbIfNew(row[0]) } }
    for row in directions.rows { builder.add(row[0], []) }
  }

  /// `name<TAB>rank<TAB>ambiguous?`.
  private func addName(_ line: String, _ kind: WordClasses, to builder: inout Lexicon.Builder) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard let name = fields.first, !name.contains(" ") else { return }
    let ambiguous = fields.count > 2 && !fields[2].isEmpty
    builder.add(String(name), ambiguous ? [kind, .ambiguousName] : kind)
  }

  func signs(_ lexicon: Lexicon) -> [WordID: Bool] {
    var out: [WordID: Bool] = [:]
    for row in directions.rows { out[lexicon.id(row[0])] = row[1] == "+" }
    out[Lexicon.unknown] = nil
    return out
  }

  func cues(lexicon: Lexicon, roles: RoleTable, ontology: Ontology, agent: ClassID) -> NameCues {
    var openers = PhraseMatcher.Builder()
    var labels: [String] = []
    var lastWords: [WordID: String] = [:]
    for row in designators.rows {
      let position = row[2]
      if position != "first" {
        let id = lexicon.id(row[0])
        if id != Lexicon.unknown { lastWords[id] = row[1] }
      }
      if position != "last",
        row[0].contains(" ") || position == "first" || position == "any" && row[0].first?.isUppercase == true
      {
        if position == "any" && !row[0].contains(" ") { continue }
        openers.add(row[0], payload: UInt32(labels.count), matching: .capitalized)
        labels.append(row[1])
      }
    }
    func isAgent(_ name: String) -> Bool {
      ontology.classID(name).map { ontology.isSubclass($0, of: agent) } ?? false
    }
    var cues = NameCues(firstWords: openers.build(), roles: roles.matcher)
    cues.lastWords = lastWords
    cues.firstWordLabels = labels
    cues.families = LexiconTables.families(ontology)
    cues.honorifics = Set(honorifics.rows.map { lexicon.id($0[0]) }.filter { $0 != Lexicon.unknown })
    for row in groupNouns.rows where row[1] == "Facility" || isAgent(row[1]) {
      cues.groupNouns[lexicon.id(row[0])] = row[1]
    }
    return cues
  }

  /// All classes of the ontology with what kind of thing they are.
  private static func families(_ ontology: Ontology) -> [String: NameFamily] {
    let roots: [(ClassID, NameFamily)] = [
      ("Person", .person), ("Place", .place), ("Organization", .organization),
    ].compactMap { name, family in ontology.classID(name).map { ($0, family) } }
    var families: [String: NameFamily] = [:]
    for entry in ontology.classes {
      let family = ontology.classID(entry.name).flatMap { id in
        roots.first { ontology.isSubclass(id, of: $0.0) }?.1
      }
      families[entry.name] = family ?? .other
    }
    return families
  }
}

/// Titles and posts with the relation that each stands for.
struct RoleTable: Sendable {
  struct Role: Sendable {
    var relation: String
    var role: String
    var scope: String
  }

  let matcher: PhraseMatcher
  let roles: [Role]

  init(_ table: LexiconTable) {
    var builder = PhraseMatcher.Builder()
    var list: [Role] = []
    for row in table.rows {
      builder.add(row[0], payload: UInt32(list.count), matching: .insensitive)
      list.append(Role(relation: row[1], role: row[2], scope: row[3]))
    }
    matcher = builder.build()
    roles = list
  }
}

/// Verbs of speaking and of intending, with what they do to what they govern.
struct SpeechLexicon: Sendable {
  enum Speech: String, Sendable { case say, deny, demand }
  enum Effect: String, Sendable { case plain, negative, planned, possible, demanded }

  let speech: [WordID: Speech]
  let catenatives: [WordID: Effect]
  let kinship: [WordID: String]

  init(_ tables: LexiconTables, lexicon: Lexicon) {
    var speech: [WordID: Speech] = [:]
    for row in tables.speech.rows { speech[lexicon.id(row[0])] = Speech(rawValue: row[1]) ?? .say }
    var effects: [WordID: Effect] = [:]
    for row in tables.catenatives.rows { effects[lexicon.id(row[0])] = Effect(rawValue: row[1]) ?? .plain }
    var kin: [WordID: String] = [:]
    for row in tables.kinship.rows { kin[lexicon.id(row[0])] = row[0] }
    self.speech = speech
    catenatives = effects
    kinship = kin
  }
}
