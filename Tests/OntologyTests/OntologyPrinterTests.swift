import QuipuOntology
import Testing

@Suite struct OntologyPrinterTests {
  @Test func treesAreIndented() throws {
    let o = try ontology(OntologyTests.body)
    #expect(
      OntologyPrinter(o).show() == """
        Classes (4)
          Agent
            Person
          Place
            Country

        Relations (5)
          RELATED_TO: any → any
            WORKS_FOR: Person → Agent or Country, inverse EMPLOYS
              LEADS: Person → Agent or Country
            EMPLOYS: any → any, inverse WORKS_FOR
          BORDERS: Country → Place, symmetric

        """)
    #expect(OntologyPrinter(o, showsComments: true).show().contains("\n  Agent — Who acts.\n    Person\n"))
  }
}
