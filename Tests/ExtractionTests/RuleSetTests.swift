import Foundation
import QuipuExtraction
import QuipuLanguage
import QuipuOntology
import Testing

/// What rules that are good in form may still get wrong against the default ontology.
@Suite struct RuleSetTests {
  /// The default data with the rules of one text in place of its own, and the text of the error.
  private func failure(_ rules: String) throws -> String {
    let base = packageRoot + "/Ontology"
    do {
      let ontology = try Ontology.load([base])
      _ = try ExtractionResources(
        ontology: ontology, gazetteer: Gazetteer(), rules: try RuleParser.parse(rules, name: "my.rules"),
        tables: try RuleSetTests.tables.get())
      return "no error"
    } catch { return "\(error)" }
  }

  private static let tables = Result { try LexiconTables.load(packageRoot + "/Ontology/lexicon") }

  @Test func goodRules() throws {
    #expect(
      try failure(
        "rule r\n relation ATTACKS\n verb attack\n subject subject:Country\n object object:Place\n"
          + "rule s\n relation role\n tokens subject:<Person> , <role> of object:<Organization|Country>") == "no error")
  }

  @Test func unknownRelation() throws {
    #expect(
      try failure("# first\nrule r\n relation ATACKS\n verb attack\n subject subject\n object object")
        == "my.rules:2: rule 'r': there is no relation 'ATACKS'; did you mean 'ATTACKS'?")
    #expect(
      try failure("rule r\n relation QQQQ\n verb attack\n subject subject\n object object")
        == "my.rules:1: rule 'r': there is no relation 'QQQQ'")
  }

  @Test func unknownClassInASlot() throws {
    #expect(
      try failure("rule r\n relation ATTACKS\n verb attack\n subject subject:Contry\n object object")
        == "my.rules:1: rule 'r': there is no class 'Contry'; did you mean 'Country'?")
    #expect(
      try failure("rule r\n relation BORDERS\n noun border\n members between:Plaice")
        == "my.rules:1: rule 'r': there is no class 'Plaice'; did you mean 'Place'?")
  }

  @Test func unknownClassInAPattern() throws {
    #expect(
      try failure("rule r\n relation LEADS\n tokens subject:<Persn> of object:<Country>")
        == "my.rules:1: rule 'r': there is no class 'Persn'; did you mean 'Person'?")
  }

  /// Every kind of value that the analysis knows can stand in a pattern; one that cannot is taken for a class.
  @Test(arguments: NormalizedValue.Kind.allCases) func everyKindOfValueInAPattern(_ kind: NormalizedValue.Kind) throws {
    let pattern = "subject:<Person> runs object:<Organization> <\(kind.rawValue)>"
    #expect(try failure("rule r\n relation LEADS\n tokens \(pattern)") == "no error")
  }

  @Test func allRulesAreTold() throws {
    let text = (1...3).map { "rule r\($0)\n relation NO\($0)\n verb attack\n members subject\n" }.joined()
    let places = try failure(text).split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    #expect(places == ["my.rules:1:", "my.rules:5:", "my.rules:9:"])
  }
}
