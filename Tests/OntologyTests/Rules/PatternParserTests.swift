import Testing

@testable import QuipuOntology

@Suite struct PatternParserTests {
  private func kinds(_ text: String) throws -> [PatternElement.Kind] { try PatternParser.parse(text).map(\.kind) }

  private func message(_ text: String) -> String {
    do throws(RuleSyntaxError) {
      _ = try PatternParser.parse(text)
      return "no error"
    } catch {
      return error.message
    }
  }

  @Test func wordsAndLemmas() throws {
    #expect(try kinds("said =say|tell of|for , 's|’s") == [
      .words(["said"]), .lemmas(["say", "tell"]), .words(["of", "for"]), .words([","]), .words(["'s", "’s"]),
    ])
  }

  @Test func mentionsRolesAndValues() throws {
    #expect(try kinds("<Person> <City|Country> <Any> <role> <money> <date>") == [
      .mention(["Person"]), .mention(["City", "Country"]), .mention([]), .role, .value("money"), .value("date"),
    ])
  }

  @Test(arguments: PatternParser.valueKinds) func everyKindOfValue(_ kind: String) throws {
    #expect(try kinds("<\(kind)>") == [.value(kind)])
  }

  @Test func tagsGapsAndEnds() throws {
    #expect(try kinds("^ [ADJ|NOUN] ..6 [DET] $") == [
      .sentenceStart, .tags(["ADJ", "NOUN"]), .gap(6), .tags(["DET"]), .sentenceEnd,
    ])
  }

  @Test func capturesAndCounts() throws {
    let pattern = try PatternParser.parse("subject:<Person> ,? [ADJ]* the|a? object:<City>")
    #expect(pattern.map(\.capture) == ["subject", nil, nil, nil, "object"])
    #expect(pattern.map(\.count) == [.one, .optional, .any, .optional, .one])
    #expect(pattern[1].kind == .words([","]))
    #expect(pattern[3].kind == .words(["the", "a"]))
  }

  /// A mark by itself is the mark, not a count.
  @Test func questionMarkStarAndDots() throws {
    let pattern = try PatternParser.parse("? * ..")
    #expect(pattern.map(\.kind) == [.words(["?"]), .words(["*"]), .words([".."])])
    #expect(pattern.allSatisfy { $0.count == .one })
  }

  @Test(arguments: [
    ("", "the pattern is empty"), ("  ", "the pattern is empty"),
    ("<Person", "'<Person' lacks its '>'"), ("subject:<Person ,", "'subject:<Person' lacks its '>'"),
    ("[ADJ", "'[ADJ' lacks its ']'"), ("[ADJ|NOUN?", "'[ADJ|NOUN?' lacks its ']'"),
    ("a ..x b", "'..x' wants a number after '..'"), ("..0", "'..0' wants a number after '..'"),
    ("subject:", "'subject:' names nothing to match"),
  ])
  func errors(_ pattern: String, _ expected: String) {
    #expect(message(pattern) == expected)
  }

  @Test func errorHasTheLineOfTheRule() {
    #expect(
      failure { try RuleParser.parse("rule r\n relation X\n tokens subject:<Person", name: "r.rules") }
        .hasPrefix("r.rules:3: 'subject:<Person' lacks its '>'"))
  }
}
