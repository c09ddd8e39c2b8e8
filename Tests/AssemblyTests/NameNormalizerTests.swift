import Testing

@testable import QuipuAssembly

@Suite struct NameNormalizerTests {
  @Test(arguments: [
    ("The United  Nations", "united nations"), ("U.N.", "un"), ("O’Brien-Smith", "obrien smith"), ("The", "the"),
    ("Łódź Ærø Weiß", "lodz aero weiss"), ("e\u{301}te\u{301}", "ete"), ("Київ", "київ"), ("AT&T", "at and t"),
    ("—", ""),
  ])
  func words(name: String, expected: String) {
    #expect(NameNormalizer.words(name).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("Kestrel Foods, Inc.", "kestrel foods"), ("Kestrel Co. Ltd", "kestrel"), ("Ltd", "ltd"), ("Lark & Co", "lark"),
    ("Kestrel and Lark", "kestrel and lark"), ("Kestrel S.p.A.", "kestrel"),
  ])
  func legalForms(name: String, expected: String) {
    #expect(NameNormalizer.words(name, strippingLegalForm: true).joined(separator: " ") == expected)
  }

  @Test func acronyms() {
    #expect(NameNormalizer.isAcronym("un", of: ["united", "nations"]))
    #expect(NameNormalizer.isAcronym("usa", of: ["united", "states", "of", "america"]))
    #expect(NameNormalizer.isAcronym("dod", of: ["department", "of", "defence"]))
    #expect(!NameNormalizer.isAcronym("u", of: ["united"]))
    #expect(!NameNormalizer.isAcronym("ux", of: ["united", "nations"]))
  }

  @Test func descriptions() {
    #expect(NameNormalizer.isDescription("drone attack"))
    #expect(!NameNormalizer.isDescription("drone Attack"))
    #expect(!NameNormalizer.isDescription("北京"))
    #expect(NameNormalizer.isDescription("ёж"))
    #expect(!NameNormalizer.isDescription("Ёж"))
  }
}
