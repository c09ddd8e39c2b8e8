import Testing

@testable import QuipuLanguage

@Suite struct LemmaRuleTests {
  private func apply(_ text: String, _ form: String) -> String? {
    guard let rule = LemmaRule(text: text) else { return nil }
    var out: [UInt8] = []
    Array(form.utf8).withUnsafeBufferPointer { rule.apply($0, into: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  @Test func rulesAreApplied() {
    #expect(apply("fold 3 y", "Parties") == "party")
    #expect(apply("keep 1 ", "Parties") == "Partie")
    #expect(apply("keep 0 ", "NATO") == "NATO")
    #expect(apply("fold 3 not", "N’t") == "not")
    #expect(apply("title 0 ", "OSLO") == "Oslo")
    #expect(apply("title 1 ", "ångströms") == "ångström")
    #expect(apply("title 0 ", "") == "")
  }

  @Test func aRuleThatDoesNotFitLeavesTheForm() {
    #expect(apply("fold 4 ", "Ab") == "ab")
    #expect(apply("keep 1 x", "é") == "é")
  }

  @Test(arguments: ["", "fold", "fold 3", "fold x y", "fold -1 y", "take 3 y"]) func noRules(_ text: String) {
    #expect(LemmaRule(text: text) == nil)
  }

  @Test func rulesSurviveTheirText() {
    for rule in [
      LemmaRule(.fold, removed: 3, added: Array("y".utf8)), LemmaRule(.keep, removed: 0, added: []),
      LemmaRule(.title, removed: 12, added: Array(" a b".utf8)),
    ] { #expect(LemmaRule(text: rule.text) == rule) }
  }
}
