import Testing

@testable import QuipuLanguage

@Suite struct AdjacentNamesTests {
  private func parted(_ text: String) -> String {
    LabelledWords(text, lexicon: ["Anna": [.givenName], "Karin": [.givenName], "Walker": [.givenName, .surname]])
      .after { AdjacentNames.part($0, person: 0) }
  }

  @Test func everySecondWordEndsAName() {
    #expect(parted("To [Person Anna Lund Karin Berg] .") == "To [Person Anna Lund] [Person Karin Berg] .")
    #expect(
      parted("[Person Anna Lund Karin Berg Anna Walker]")
        == "[Person Anna Lund] [Person Karin Berg] [Person Anna Walker]")
  }

  @Test(arguments: [
    "[Person Anna Lund Karin]", "[Person Anna Walker Karin Berg]", "[Person Anna Lund von Berg]",
    "[Person Anna von Karin Berg]", "[Person Anna Karin Lund Berg]", "[Organization Anna Lund Karin Berg]",
    "[Person Anna Lund] [Person Karin Berg]",
  ])
  func allElseStays(_ text: String) { #expect(parted(text) == text) }
}
