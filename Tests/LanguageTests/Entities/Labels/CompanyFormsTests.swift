import Testing

@testable import QuipuLanguage

@Suite struct CompanyFormsTests {
  private func joined(_ text: String) -> String {
    LabelledWords(text).after { CompanyForms.join($0, organization: 1) }
  }

  @Test(arguments: [
    ("[Organization Fjord Foods] , Inc. of [Place Oslo]", "[Organization Fjord Foods , Inc.] of [Place Oslo]"),
    ("[Organization Fjord] , [Organization Inc] .", "[Organization Fjord , Inc] ."),
    ("[Organization Fjord] , [Organization Inc. Phone] 5", "[Organization Fjord , Inc.] Phone 5"),
    ("[Organization Fjord] , Co. , Ltd. , [Person Anna]", "[Organization Fjord , Co. , Ltd.] , [Person Anna]"),
    ("[Organization Fjord Inc. Phone] 5", "[Organization Fjord Inc.] Phone 5"),
    ("[Organization Fjord LLC , Ltd. Phone]", "[Organization Fjord LLC , Ltd.] Phone"),
    ("[Organization Fjord] , Pvt. Ltd.", "[Organization Fjord , Pvt. Ltd.]"),
  ])
  func theFormBelongsToTheName(_ text: String, _ expected: String) { #expect(joined(text) == expected) }

  @Test(arguments: [
    "[Organization Fjord] , [Organization Limited Brands]", "[Organization Fjord] , limited", "[Organization Fjord] ,",
    "[Person Anna] , Inc.", "[Organization Fjord] Inc.",
  ])
  func allElseStays(_ text: String) { #expect(joined(text) == text) }
}
