import Testing

@testable import QuipuExtraction

@Suite struct MailNamesTests {
  @Test(arguments: [
    ("Lund, Anna", "Anna Lund"), ("Anna Lund@FJORD", "Anna Lund"), ("van Dahl, Tom M.", "Tom M. van Dahl"),
    ("Lund, Anna@FJORD", "Anna Lund"),
  ])
  func areTurned(_ name: String, _ said: String) { #expect(MailNames.said(name) == said) }

  @Test(arguments: ["Anna Lund", "Tom Dahl, Jr.", "Tom Dahl, MD", "Dahl, Tom, Jr.", "@anna", "Lund,", "Lund, ", ""])
  func othersStay(_ name: String) { #expect(MailNames.said(name) == name) }
}
