import Testing

@testable import QuipuLanguage

@Suite struct InvertedNamesTests {
  private func joined(_ text: String) -> String { LabelledWords(text).after { InvertedNames.join($0, person: 0) } }

  @Test(arguments: [
    ("To : \" [Person Lund] , [Person Anna] \"", "To : \" [Person Lund , Anna] \""),
    ("“ [Person van Dahl] , [Person Tom M.] ”", "“ [Person van Dahl , Tom M.] ”"),
    ("<< [Person Lund] , < [Person Dahl] , [Person Tom] >", "<< [Person Lund] , < [Person Dahl , Tom] >"),
  ])
  func surnameAndGivenNameBetweenSigns(_ text: String, _ expected: String) { #expect(joined(text) == expected) }

  @Test(arguments: [
    "[Person Lund] , [Person Anna]", "\" [Person Lund] , [Person Anna]", "\" [Person Lund] , [Person Anna] said \"",
    "( [Person Lund] , [Person Anna] )", "\" [Person Lund] , [Person Anna] , [Person Tom] \"",
    "\" [Person Lund] [Person Anna] \"", "\" [Person Lund] ,", "\" [Place Oslo] , [Person Anna] \"",
    "\" [Person Lund] , [Place Oslo] \"",
  ])
  func allElseStays(_ text: String) { #expect(joined(text) == text) }
}
