import Foundation
import Testing

@testable import QuipuOntology

@Suite struct RuleParserTests {
  private func only(_ text: String) throws -> RuleDefinition {
    let rules = try RuleParser.parse(text, name: "r.rules")
    #expect(rules.count == 1)
    return try #require(rules.first)
  }

  private func error(_ text: String) -> String { failure { try RuleParser.parse(text, name: "r.rules") } }

  // MARK: Good rules

  @Test func everyPartOfAVerbRule() throws {
    let rule = try only(
      """
      # Comments and empty lines are left out.

      rule sign
        relation AGREES_WITH
        verb sign | ink|seal
        object-head agreement | deal
        subject-head envoy
        particle off
        voice active
        subject subject:Agent|Country, possessor~
        object with:Agent, between~:Country
        polarity negative
        modality planned
        confidence 0.65
        qualifier role = signatory
        qualifier form=treaty=1
        qualifiers value date
        example "A signed with B." => A AGREES_WITH B {role=signatory; date=1975} & B AGREES_WITH A
        silent "A sang."
      """)
    #expect(rule.id == "sign")
    #expect(rule.location == SourceLocation(file: "r.rules", line: 3))
    #expect(rule.relation == "AGREES_WITH")
    #expect(rule.trigger == .verb(["sign", "ink", "seal"]))
    #expect(rule.objectHeads == ["agreement", "deal"])
    #expect(rule.subjectHeads == ["envoy"])
    #expect(rule.particle == "off")
    #expect(rule.voice == .active)
    #expect(rule.subject.map(\.name) == ["subject", "possessor"])
    #expect(rule.subject.map(\.classes) == [["Agent", "Country"], []])
    #expect(rule.subject.map(\.isLoose) == [false, true])
    #expect(rule.isNegative)
    #expect(rule.modality == "planned")
    #expect(rule.confidence == 0.65)
    #expect(rule.fixedQualifiers.map(\.name) == ["role", "form"])
    #expect(rule.fixedQualifiers.map(\.value) == ["signatory", "treaty=1"])
    #expect(rule.gatheredQualifiers == ["value", "date"])
    #expect(rule.examples.map(\.text) == ["A signed with B.", "A sang."])
    #expect(rule.examples.map(\.location.line) == [18, 19])
    #expect(rule.examples[1].expected.isEmpty)
    #expect(
      rule.examples[0].expected == [
        .init(subject: "A", relation: "AGREES_WITH", object: "B", qualifiers: ["role": "signatory", "date": "1975"]),
        .init(subject: "B", relation: "AGREES_WITH", object: "A", qualifiers: [:]),
      ])
  }

  @Test func whatIsLeftOutHasItsDefault() throws {
    let rule = try only("rule r\n relation X\n noun war\n members between, with")
    #expect(rule.voice == .any && !rule.isNegative && rule.modality == nil && rule.confidence == 0.8)
    #expect(rule.members.map(\.name) == ["between", "with"])
    #expect(rule.subject.isEmpty && rule.object.isEmpty && rule.examples.isEmpty && rule.particle == nil)
  }

  @Test func looseSlotWithAClass() throws {
    let rule = try only("rule r\n relation X\n verb v\n subject subject:Country~\n object subject~:Country|City")
    #expect(rule.subject.first?.isLoose == true)
    #expect(rule.subject.first?.classes == ["Country"])
  }

  /// Both orders occur under `Ontology/rules`; the class must not swallow the mark, nor the name keep it.
  @Test func looseMarkMayStandBeforeTheClass() throws {
    let rule = try only("rule r\n relation X\n verb v\n subject subject~:Country\n object object")
    #expect(rule.subject.first?.name == "subject")
    #expect(rule.subject.first?.isLoose == true)
    #expect(rule.subject.first?.classes == ["Country"])
  }

  @Test func adjectiveAndTokenTriggers() throws {
    let rules = try RuleParser.parse(
      "rule a\n\trelation X\n\tadjective critical | wary\n\tsubject copula\n\tobject of\n"
        + "rule t\n relation role\n tokens subject:<Person> , object:<City>",
      name: "r.rules")
    #expect(rules.map(\.id) == ["a", "t"])
    #expect(rules[0].trigger == .adjective(["critical", "wary"]))
    #expect(rules[1].relation == "role")
  }

  @Test func windowsLines() throws {
    let rule = try only("rule r\r\n  relation X\r\n  verb v\r\n  members subject\r\n")
    #expect(rule.relation == "X")
  }

  @Test func emptyFile() throws {
    #expect(try RuleParser.parse("").isEmpty)
    #expect(try RuleParser.parse("# nothing\n\n").isEmpty)
  }

  @Test func expectationsWithNamesInCapitals() throws {
    let rule = try only(
      "rule r\n relation X\n verb v\n members subject\n"
        + " example \"t\" => NATO MEMBER_OF The UN & FBI LEADS John Smith & A ATTACKS B C")
    #expect(rule.examples.first?.expected.map(\.subject) == ["NATO", "FBI", "A"])
    #expect(rule.examples.first?.expected.map(\.relation) == ["MEMBER_OF", "LEADS", "ATTACKS"])
    #expect(rule.examples.first?.expected.map(\.object) == ["The UN", "John Smith", "B C"])
  }

  // MARK: Errors

  @Test(arguments: [
    (
      "  relatoin X",
      "'relatoin' is no part of a rule; the parts are relation, verb, chain, noun, adjective, tokens, name, subject, object, "
        + "members, object-head, subject-head, particle, voice, polarity, modality, confidence, qualifier, qualifiers, example, silent"
    ),
    ("  confidence high", "confidence 'high' is no number from 0 to 1"),
    ("  confidence 1.5", "confidence '1.5' is no number from 0 to 1"),
    ("  confidence -0.1", "confidence '-0.1' is no number from 0 to 1"),
    ("  confidence nan", "confidence 'nan' is no number from 0 to 1"),
    ("  voice middle", "voice 'middle' is none of active, passive, any"),
    ("  qualifier founder", "a qualifier is written 'name=value'"),
    (
      "  subject the owner",
      "'the owner' is no slot; write slots as 'name' or 'name:Class|Class', with commas between them"
    ),
    ("  example A MEETS_WITH B", "the text of an example stands in double quotes"),
    ("  example \"A met B.", "the text of an example stands in double quotes"),
    ("  silent A met B.", "the text of an example stands in double quotes"),
    ("  example \"A met B.\" A MEETS_WITH B", "an example is written '\"text\" => Subject RELATION Object'"),
    ("  example \"A met B.\" => A met B", "'A met B' is no expectation; write 'Subject RELATION Object'"),
    ("  example \"A met B.\" => MEETS_WITH B", "'MEETS_WITH B' is no expectation; write 'Subject RELATION Object'"),
    ("  example \"A met B.\" => A MEETS_WITH B {1975}", "'1975' is no qualifier; write 'name=value'"),
  ])
  func badPart(_ line: String, _ message: String) {
    #expect(error("rule r\n\(line)\n  relation X\n  verb v\n  members subject") == "r.rules:2: \(message)")
  }

  @Test func frameOfTheseCasesIsGood() {
    #expect(error("rule r\n  relation X\n  verb v\n  members subject") == "no error")
  }

  @Test func partOutsideARule() {
    #expect(error("relation X\n") == "r.rules:1: 'relation' stands outside a rule; begin one with 'rule ID'")
  }

  @Test(arguments: ["rule", "rule two words"]) func badID(_ line: String) {
    #expect(
      error("\(line)\n relation X\n verb v\n members subject")
        == "r.rules:1: 'rule' wants one word as its id, such as 'rule attack-verb'")
  }

  @Test func idGivenTwice() {
    let rule = "rule r\n relation X\n verb v\n members subject\n"
    #expect(error(rule + rule) == "r.rules:5: rule 'r' was already defined at r.rules:1; give this one another id")
  }

  @Test func noRelation() {
    #expect(
      error("\nrule r\n verb v\n members subject")
        == "r.rules:2: rule 'r' names no relation; add a line 'relation NAME'")
  }

  @Test func noTrigger() {
    #expect(
      error("rule r\n relation X\n members subject")
        == "r.rules:1: rule 'r' has no trigger; add a line 'verb', 'chain', 'noun', 'adjective', 'tokens' or 'name'")
  }

  @Test(arguments: ["", "\n subject subject", "\n object object"]) func endsMissing(_ lines: String) {
    #expect(
      error("rule r\n relation X\n verb v" + lines)
        == "r.rules:1: rule 'r' needs a 'subject' and an 'object', or 'members'")
  }

  @Test func patternWithoutCaptures() {
    #expect(
      error("rule r\n relation X\n tokens <Person> , object:<City>")
        == "r.rules:1: the pattern of rule 'r' captures no subject; write 'subject:<Class>' in it")
    #expect(
      error("rule r\n relation X\n tokens subject:<Person> , <City>")
        == "r.rules:1: the pattern of rule 'r' captures no object; write 'object:<Class>' in it")
  }

  @Test func allProblemsAreToldTogether() {
    let text = "verb v\nrule a\n relation X\n colour red\nrule b c\n relation X\n verb v\n members subject"
    #expect(
      error(text).split(separator: "\n").map { $0.prefix(while: { $0 != " " }) }
        == ["r.rules:1:", "r.rules:4:", "r.rules:2:", "r.rules:5:"])
  }

  // MARK: Files

  @Test func folderIsReadInTheOrderOfNames() throws {
    let rule = { (id: String) in "rule \(id)\n relation X\n verb v\n members subject\n" }
    try withFolder(["b.rules": rule("two"), "a.rules": rule("one"), "c.txt": "no rule"]) { folder in
      let rules = try RuleParser.load([folder])
      #expect(rules.map(\.id) == ["one", "two"])
      #expect(rules[0].location.description == folder + "/a.rules:1")
      #expect(try RuleParser.load([folder + "/b.rules"]).map(\.id) == ["two"])
    }
  }

  @Test func sameIDInTwoFiles() throws {
    let rule = "rule r\n relation X\n verb v\n members subject\n"
    try withFolder(["a.rules": rule, "b.rules": "\n" + rule]) { folder in
      #expect(
        failure { try RuleParser.load([folder]) }
          == "\(folder)/b.rules:2: rule 'r' was already defined at \(folder)/a.rules:1; give this one another id")
    }
  }

  @Test func missingFileAndEmptyFolder() throws {
    try withFolder(["c.txt": ""]) { folder in
      #expect(
        failure { try RuleParser.load([folder + "/x.rules"]) }
          == "\(folder)/x.rules: there is no such file; check the path")
      #expect(
        failure { try RuleParser.load([folder]) }
          == "\(folder): the folder holds no .rules file; put one there or name another folder")
    }
  }
}
