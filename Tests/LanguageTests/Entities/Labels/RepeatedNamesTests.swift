import Testing

@testable import QuipuLanguage

@Suite struct RepeatedNamesTests {
  private func parted(_ text: String) -> String {
    LabelledWords(text, lexicon: ["Anna": [.givenName], "Boutros": [.givenName]])
      .after { RepeatedNames.part($0, person: 0) }
  }

  @Test func theSecondBeginsAName() {
    #expect(parted("Yours , [Person Anna Anna Lund] Fjord") == "Yours , [Person Anna] [Person Anna Lund] Fjord")
    #expect(parted("[Person Anna Anna]") == "[Person Anna] [Person Anna]")
  }

  @Test(arguments: [
    "[Person Boutros Boutros - Ghali]", "[Person Lund Lund]", "[Person Anna Lund Anna]", "[Organization Anna Anna]",
    "[Person Anna] Anna",
  ])
  func allElseStays(_ text: String) { #expect(parted(text) == text) }
}
