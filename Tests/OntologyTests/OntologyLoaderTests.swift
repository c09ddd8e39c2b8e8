import QuipuOntology
import Testing

@Suite struct OntologyLoaderTests {
  @Test func laterFilesExtend() throws {
    try withFolder([
      "base.ttl": prefixes + "q:Weapon a owl:Class ; rdfs:label \"weapon\" .\n"
        + "q:uses a owl:ObjectProperty ; rdfs:range q:Weapon .",
      "more/1.ttl": prefixes + "my:Drone a owl:Class ; rdfs:subClassOf q:Weapon .\nq:Weapon rdfs:label \"arm\" .",
      "more/2.ttl": prefixes + "my:Tool a owl:Class .\nq:uses rdfs:range my:Tool .",
      "more/notes.txt": "not read",
    ]) { folder in
      let o = try Ontology.load([folder + "/base.ttl", folder + "/more"])
      #expect(o.classes.map(\.name) == ["Weapon", "Drone", "Tool"])
      #expect(o.classes[0].label == "arm")
      #expect(o.classes[1].iri == "https://example.org/my#Drone")
      #expect(o[try #require(o.classes[1].parent)].name == "Weapon")
      #expect(o.relations[0].range.map { o[$0].name } == ["Weapon", "Tool"])
      #expect(o.classes[2].location.description == "\(folder)/more/2.ttl:5")
    }
  }

  @Test func conflictingParentInALaterFile() throws {
    try withFolder([
      "a.ttl": prefixes + "q:A a owl:Class . q:B a owl:Class . q:C a owl:Class ; rdfs:subClassOf q:A .",
      "b.ttl": prefixes + "\nq:C rdfs:subClassOf q:B .",
    ]) { folder in
      let text = failure { try Ontology.load([folder]) }
      #expect(text == "\(folder)/b.ttl:6: C has two parents, A (\(folder)/a.ttl:5) and B; keep one")
    }
  }

  @Test func problemsOfAllFilesTogether() throws {
    try withFolder(["a.ttl": prefixes + "q:A a a a .", "b.ttl": prefixes + "no:B a owl:Class .", "empty/x.txt": ""]) {
      folder in
      let error = #expect(throws: OntologyError.self) {
        try Ontology.load([folder, folder + "/nowhere.ttl", folder + "/empty"])
      }
      let problems = error?.problems ?? []
      #expect(
        problems.map(\.location.description) == [
          "\(folder)/a.ttl:5", "\(folder)/b.ttl:5", "\(folder)/nowhere.ttl", "\(folder)/empty",
        ])
      #expect(problems.last?.message == "the folder holds no .ttl file; put one there or name another folder")
    }
  }
}
