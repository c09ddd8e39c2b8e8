import Testing

@testable import QuipuLanguage

@Suite struct LabelRulesTests {
  @Test func allRulesAreApplied() {
    let rules = LabelRules(LabelledWords.labels)
    let text = LabelledWords(
      "\" [Person Lund] , [Person Anna] \" of [Organization Fjord] , Inc. met [Person Tom Tom Dahl] in [Place Renton WA]",
      lexicon: ["Tom": [.givenName]], gazetteer: ["WA": (.region, 1)]
    ).after { rules.apply(to: $0.labels, $0.records, count: $0.count) }
    #expect(
      text
        == "\" [Person Lund , Anna] \" of [Organization Fjord , Inc.] met [Person Tom] [Person Tom Dahl] in [Place Renton] [Place WA]"
    )
  }

  @Test func modelsWithoutTheseClassesHaveNone() {
    let text = "\" [Person Lund] , [Person Anna] \""
    #expect(
      LabelledWords(text).after {
        LabelRules(EntityLabels(classes: ["Vessel", "Fish"])).apply(to: $0.labels, $0.records, count: $0.count)
      } == text)
  }
}
