import QuipuOntology
import Testing

@Suite struct OntologyBuilderTests {
  @Test func unknownParent() {
    let text = failure { try ontology("q:Weapon a owl:Class .\nmy:Drone a owl:Class ;\n  rdfs:subClassOf q:Wepon .") }
    #expect(
      text == "small.ttl:7: class Drone has the unknown parent <https://quipu-graph.org/ontology#Wepon>; "
        + "declare it or correct the name (did you mean Weapon?)")
  }

  @Test func cycleIsNamedOnce() {
    let text = failure {
      try ontology(
        """
        q:D a owl:Class ; rdfs:subClassOf q:B .
        q:A a owl:Class ; rdfs:subClassOf q:C .
        q:B a owl:Class ; rdfs:subClassOf q:A .
        q:C a owl:Class ; rdfs:subClassOf q:B .
        """)
    }
    #expect(
      text == "small.ttl:6: the classes go round in a circle: A → C → B → A; take one of these parents away")
  }

  @Test func ownParent() {
    let text = failure { try ontology("q:near a owl:ObjectProperty ;\n rdfs:subPropertyOf q:near .") }
    #expect(text == "small.ttl:6: the relations go round in a circle: NEAR → NEAR; take one of these parents away")
  }

  @Test func unknownDomainInAUnionHasItsOwnLine() {
    let text = failure {
      try ontology(
        "q:Place a owl:Class .\nq:near a owl:ObjectProperty ;\n  rdfs:domain [ owl:unionOf (\n    q:Place\n    q:Plaze ) ] ."
      )
    }
    #expect(
      text == "small.ttl:9: relation NEAR has the unknown domain <https://quipu-graph.org/ontology#Plaze>; "
        + "declare the class or correct the name (did you mean Place?)")
  }

  @Test func everyProblemIsTold() {
    let text = failure {
      try ontology(
        """
        q:A a owl:Class ; rdfs:subClassOf q:X .
        q:r a owl:ObjectProperty ; rdfs:range q:Y .
        q:s a owl:ObjectProperty ; owl:inverseOf q:t .
        """)
    }
    let base = "https://quipu-graph.org/ontology#"
    #expect(
      text == """
        small.ttl:5: class A has the unknown parent <\(base)X>; declare it or correct the name (did you mean A?)
        small.ttl:6: relation R has the unknown range <\(base)Y>; declare the class or correct the name (did you mean A?)
        small.ttl:7: relation S has the unknown inverse <\(base)t>; declare it or correct the name (did you mean r?)
        """)
  }

  @Test func twoParents() {
    let text = failure {
      try ontology("q:A a owl:Class . q:B a owl:Class .\nq:C rdfs:subClassOf q:A .\nq:C rdfs:subClassOf q:B .")
    }
    #expect(text == "small.ttl:7: C has two parents, A (small.ttl:6) and B; keep one")
  }

  @Test func classAndRelation() {
    let text = failure { try ontology("q:A a owl:Class .\nq:A a owl:ObjectProperty .") }
    #expect(text == "small.ttl:6: A is declared as a class and as a relation; rename one of them")
  }

  @Test func oneNameInTwoNamespaces() {
    let text = failure { try ontology("q:Ship a owl:Class .\nmy:Ship a owl:Class .") }
    #expect(
      text == "small.ttl:6: the class Ship is declared as <https://quipu-graph.org/ontology#Ship> (small.ttl:5) "
        + "and as <https://example.org/my#Ship>; use the first or choose another name")
  }

  @Test func labelOfNothing() {
    let text = failure { try ontology("q:Person a owl:Class .\nq:Persom rdfs:label \"person\" .") }
    #expect(
      text == "small.ttl:6: Persom has a label but is no class or relation; declare its type (did you mean Person?)")
  }

  @Test func domainThatIsNoClass() {
    let text = failure { try ontology("q:r a owl:ObjectProperty ;\n rdfs:domain [ rdfs:label \"x\" ] .") }
    #expect(
      text == "small.ttl:6: the domain or range of R is neither a class nor a list; write [ owl:unionOf ( q:A q:B ) ]")
  }
}
