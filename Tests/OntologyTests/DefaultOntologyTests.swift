import Foundation
import QuipuOntology
import Testing

@Suite struct DefaultOntologyTests {
  /// The project's agreed names, beside the repository; absent from a plain clone.
  static let vocabulary = packageRoot + "/../shared/vocabulary.md"
  static var hasVocabulary: Bool { FileManager.default.fileExists(atPath: vocabulary) }

  func load() throws -> Ontology { try Ontology.load([packageRoot + "/Ontology/quipu.ttl"]) }

  /// The cells of the Markdown table under a heading.
  func table(_ heading: String) throws -> [[String]] {
    let text = try String(contentsOfFile: Self.vocabulary, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading) })
    return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test(.enabled(if: hasVocabulary)) func classesOfTheVocabulary() throws {
    let o = try load()
    let rows = try table("Classes")
    #expect(rows.count == 35)
    for row in rows {
      let id = try #require(o.classID(row[0]), "\(row[0])")
      #expect(o[id].parent.map { o[$0].name } ?? "(root)" == row[1], "\(row[0])")
    }
  }

  @Test(.enabled(if: hasVocabulary)) func relationsOfTheVocabulary() throws {
    let o = try load()
    let rows = try table("Relations")
    #expect(rows.count == 35)
    for row in rows {
      for name in row[0].split(separator: " / ") {
        let id = try #require(o.relationID(name), "\(name)")
        let parent = o[id].parent.map { o[$0].name }
        #expect(parent == (row[2] == "(root)" || row[2] == "—" ? nil : row[2]), "\(name)")
        #expect(o[id].isSymmetric == row[1].contains("*s*"), "\(name)")
        let sides = row[1].replacingOccurrences(of: "*s*", with: "").components(separatedBy: " → ")
        try check(sides[0], admits: o[id].domain, in: o, name)
        if sides.count == 2 && sides[1].contains("the same") {
          #expect(o[id].range == o[id].domain, "\(name)")
        } else if sides.count == 2 && !sides[1].contains("claim") {
          try check(sides[1], admits: o[id].range, in: o, name)
        }
      }
    }
  }

  /// Each class named in a cell such as 'Agent or Country' is admitted.
  func check(_ cell: String, admits: [ClassID], in o: Ontology, _ relation: Substring) throws {
    if cell.trimmingCharacters(in: .whitespaces) == "any" {
      #expect(admits.isEmpty, "\(relation)")
      return
    }
    for word in cell.replacingOccurrences(of: " or ", with: ",").split(separator: ",") {
      let name = word.trimmingCharacters(in: .whitespaces)
      let id = try #require(o.classID(name), "\(relation): \(name)")
      #expect(admits.contains { o.isSubclass(id, of: $0) }, "\(relation): \(name)")
    }
  }

  @Test func aCountryActsWhereverAnAgentDoes() throws {
    let o = try load()
    let agent = try #require(o.classID("Agent"))
    let country = try #require(o.classID("Country"))
    for r in o.relations {
      for side in [r.domain, r.range] where side.contains(agent) {
        #expect(side.contains { o.isSubclass(country, of: $0) }, "\(r.name)")
      }
    }
    let opposes = try #require(o.relationID("OPPOSES"))
    #expect(o.accepts(opposes, subject: country, object: country))
    let city = try #require(o.classID("City"))
    #expect(!o.accepts(opposes, subject: city, object: country))
  }

  @Test func everythingIsDescribed() throws {
    let o = try load()
    for c in o.classes { #expect(c.label != c.name && !c.comment.isEmpty, "\(c.name)") }
    for r in o.relations { #expect(r.label != r.localName || !r.label.contains { $0.isUppercase }, "\(r.name)") }
    for r in o.relations { #expect(!r.comment.isEmpty, "\(r.name)") }
    #expect(o.relations.allSatisfy { $0.iri == Ontology.namespace + $0.localName })
  }

  @Test func lexiconsFitTheOntology() throws {
    let o = try load()
    let folder = packageRoot + "/Ontology/lexicon/"
    let roles = try LexiconTable.load(folder + "roles.tsv", columns: ["title", "relation", "role", "scope"])
    #expect(roles.rows.count >= 250)
    for r in try roles.values("relation") { #expect(o.relationID(r) != nil, "\(r)") }
    let scopes = ["government", "company", "military", "academic", "media", "religious", "sports", "general"]
    for s in try roles.values("scope") { #expect(scopes.contains(s), "\(s)") }
    let designators = try LexiconTable.load(folder + "designators.tsv", columns: ["word", "class", "position"])
    #expect(designators.rows.count >= 350)
    for c in try designators.values("class") { #expect(o.classID(c) != nil, "\(c)") }
    for p in try designators.values("position") { #expect(["first", "last", "any"].contains(p), "\(p)") }
    let groups = try LexiconTable.load(folder + "group-nouns.tsv", columns: ["noun", "class", "relation"])
    for c in try groups.values("class") { #expect(o.classID(c) != nil, "\(c)") }
    for r in try groups.values("relation") { #expect(r.isEmpty || o.relationID(r) != nil, "\(r)") }
    let verbs = try LexiconTable.load(folder + "verbs.tsv", columns: ["lemma", "past", "participle", "3sg", "gerund"])
    #expect(verbs.rows.count >= 250)
    for name in ["honorifics", "kinship"] {
      for g in try LexiconTable.load(folder + name + ".tsv").values("gender") {
        #expect(["male", "female", ""].contains(g), "\(g)")
      }
    }
    let calendar = try WordList.load(folder + "calendar.txt")
    #expect(calendar.words.contains("Tuesday"))
  }

  @Test(arguments: ["roles", "honorifics", "kinship", "group-nouns", "verbs"])
  func noWordTwice(_ name: String) throws {
    let table = try LexiconTable.load(packageRoot + "/Ontology/lexicon/\(name).tsv")
    var seen: Set<String> = []
    for row in table.rows { #expect(seen.insert(row[0]).inserted, "\(row.location): \(row[0])") }
  }
}
