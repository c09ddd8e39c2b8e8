import QuipuLanguage
import Testing

@Suite struct DependencyRelationTests {
  @Test func everyRelationHasACodeOfItsOwn() {
    #expect(Set(DependencyRelation.allCases.map(\.code)).count == DependencyRelation.allCases.count)
    for relation in DependencyRelation.allCases { #expect(DependencyRelation(code: relation.code) == relation) }
  }

  @Test func codesStandForTheirRelations() {
    #expect(DependencyRelation.root.code == "root")
    #expect(DependencyRelation.passiveNominalSubject.code == "nsubj:pass")
    #expect(DependencyRelation.relativeClause.code == "acl:relcl")
    #expect(DependencyRelation.caseMarking.code == "case")
    #expect(DependencyRelation.preconjunction.code == "cc:preconj")
    #expect(DependencyRelation.punctuation.code == "punct")
    #expect(DependencyRelation.unspecified.code == "dep")
    #expect(DependencyRelation.passiveNominalSubject.universalCode == "nsubj")
  }

  @Test func unknownSubtypesFallBack() {
    #expect(DependencyRelation(code: "obl:tmod") == .obliqueNominal)
    #expect(DependencyRelation(code: "nonsense") == nil)
    #expect(DependencyRelation(code: "") == nil)
  }
}
