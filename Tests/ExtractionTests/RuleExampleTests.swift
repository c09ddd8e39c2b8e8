import QuipuClaims
import QuipuExtraction
import QuipuOntology
import Testing

/// Every `example` and `silent` line under `Ontology/rules`, each read by the whole extractor.
@Suite struct RuleExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: RuleDefinition
    var example: RuleDefinition.Example
    var testDescription: String { "\(rule.id), line \(example.location.line): \(example.text)" }
    /// What the list of known failures calls it.
    var key: String { "\(rule.id) | \(example.text)" }
  }

  static let cases: [Case] = ((try? Standard.rules.get()) ?? []).flatMap { rule in
    rule.examples.map { Case(rule: rule, example: $0) }
  }

  /// `rule | text | reason`, in `Cases/examples-failing.case`.
  static let failing: [String: String] = Dictionary(
    ((try? caseLines("examples-failing.case")) ?? []).map { line in
      let parts = fields(line.text)
      return (parts.prefix(2).joined(separator: " | "), parts.count > 2 ? parts[2] : "")
    }, uniquingKeysWith: { a, _ in a })

  @Test func everyRuleIsRead() throws {
    let rules = try Standard.rules.get()
    #expect(rules.count > 50)
    #expect(RuleExampleTests.cases.count > rules.count / 2)
  }

  @Test func listOfFailuresNamesExamplesAndReasons() {
    let keys = Set(RuleExampleTests.cases.map(\.key))
    for (key, reason) in RuleExampleTests.failing {
      #expect(keys.contains(key), "there is no such example any more: \(key)")
      #expect(!reason.isEmpty, "no reason is given for: \(key)")
    }
    #expect(RuleExampleTests.failing.count * 10 <= RuleExampleTests.cases.count)
  }

  @Test(arguments: cases) func example(_ c: Case) throws {
    let extractor = try Standard.extractor.get()
    let found = try Standard.extract(c.example.text)
    if let reason = RuleExampleTests.failing[c.key] {
      withKnownIssue("known to fail: \(reason)") { check(c, found, extractor.resources.ontology) }
    } else {
      check(c, found, extractor.resources.ontology)
    }
  }

  private func check(_ c: Case, _ found: DocumentClaims, _ ontology: Ontology) {
    let comment = Comment(rawValue: "\(c.rule.location): \(c.example.text) -> \(found.summary)")
    if c.example.expected.isEmpty {
      #expect(!found.claims.contains { $0.rule == c.rule.id }, comment)
    }
    for want in c.example.expected {
      let isSymmetric = ontology.relationID(want.relation).map { ontology[$0].isSymmetric } ?? false
      let candidates = found.claims(want.subject, want.relation, want.object, isSymmetric: isSymmetric)
      let matches = candidates.contains { claim in
        want.qualifiers.allSatisfy { claim.qualifiers.contains(Qualifier($0.key, $0.value)) }
      }
      #expect(matches, comment)
    }
  }
}
