import QuipuAssembly
import QuipuClaims
import QuipuGraph
import Testing

@Suite struct AssemblerTests {
  @Test func randomDocumentsInAnyOrder() throws {
    var random = RandomDocuments(seed: 11)
    for _ in 0..<20 {
      let documents = (0..<6).map { random.document($0) }
      let expected = dump(try World.assembler(documents).graph())
      for _ in 0..<6 {
        let shuffled = documents.shuffled(using: &random.generator)
        #expect(dump(try World.assembler(shuffled).graph()) == expected)
      }
    }
  }

  @Test func everyPermutationOfFour() throws {
    var random = RandomDocuments(seed: 5)
    let documents = (0..<4).map { random.document($0) }
    let expected = dump(try World.assembler(documents).graph())
    for order in permutations([0, 1, 2, 3]) {
      #expect(dump(try World.assembler(order.map { documents[$0] }).graph()) == expected)
    }
  }

  @Test func whatWasWithdrawnWasNeverThere() throws {
    var random = RandomDocuments(seed: 3)
    for _ in 0..<20 {
      let documents = (0..<5).map { random.document($0) }
      var assembler = try World.assembler(documents)
      let removed = documents[2].id
      let withdrew = assembler.withdraw(documentID: removed)
      #expect(withdrew)
      let expected = try World.assembler(documents.filter { $0.id != removed })
      #expect(dump(try assembler.graph()) == dump(try expected.graph()))
      #expect(try assembler.summary() == expected.summary())
      let again = assembler.withdraw(documentID: removed)
      #expect(!again)
      try assembler.add(documents[2])
      #expect(dump(try assembler.graph()) == dump(try World.assembler(documents).graph()))
    }
  }

  @Test func randomGraphsKeepEveryClaim() throws {
    var random = RandomDocuments(seed: 23)
    for _ in 0..<20 {
      let documents = (0..<5).map { random.document($0) }
      let graph = try World.assembler(documents).graph()
      let kept = graph.edges.reduce(0) { count, edge in
        guard case .int(let weight) = graph.property("weight", of: edge),
          case .list(let claims) = graph.property("claims", of: edge)
        else { return count }
        #expect(claims.count == Int(weight))
        return count + claims.count
      }
      #expect(kept == documents.reduce(0) { $0 + $1.claims.count })
      #expect(Set(graph.nodes.map { graph.id(of: $0) }).count == graph.nodeCount)
      for edge in graph.edges {
        let isDenied = graph.property("modality", of: edge) == "denied"
        let isNegative = graph.property("polarity", of: edge) == "negative"
        #expect(graph.property("negated", of: edge) == .bool(isDenied || isNegative))
      }
    }
  }

  @Test func documentIDsAreUnique() throws {
    var assembler = try World.assembler([document("a", [])])
    #expect(throws: AssemblyError.duplicateDocument("a")) { try assembler.add(document("a", [])) }
    #expect(assembler.documentIDs == ["a"])
    #expect(
      "\(AssemblyError.duplicateDocument("a"))"
        == #"document "a" was added before: give every document its own id, or withdraw the earlier one first"#)
  }

  @Test func claimsThatDoNotFitAreRefused() throws {
    #expect(
      refusal(document("d", [entity("Compny", "X")]))
        == #"document "d", entity "X": the ontology has no class "Compny"; did you mean "Company"?"#)
    #expect(
      refusal(document("d", [entity("Zzzzzzzz", "X")]))
        == #"document "d", entity "X": the ontology has no class "Zzzzzzzz"; declare it in the ontology"#)
    let person = entity("Person", "A B")
    #expect(refusal(document("d", [person, person])) == #"document "d": two entities have the id "A B""#)
    #expect(
      refusal(document("d", [person], [claim("A B", "WORKS_FRO", "A B")]))
        == #"document "d": the ontology has no relation "WORKS_FRO"; did you mean "WORKS_FOR"?"#)
    #expect(
      refusal(document("d", [person], [claim("A B", "WORKS_FOR", "C")]))
        == #"document "d", relations[0]: the document has no entity "C""#)
  }

  @Test func optionsLeaveOut() throws {
    let entities = [entity("Person", "Ada Lark"), entity("Company", "Kestrel Foods"), entity("City", "Sula")]
    let claims = [
      claim("Ada Lark", "WORKS_FOR", "Kestrel Foods", 0.9), claim("Ada Lark", "RELATED_TO", "Sula", 0.2, at: 9),
    ]
    let options = Assembler.Options(minimumConfidence: 0.5, includeIsolatedEntities: false)
    let graph = try World.assembler([document("d", entities, claims)], options: options).graph()
    #expect(graph.nodes.map { graph.id(of: $0) } == ["organization:kestrel-foods", "person:ada-lark"])
    #expect(graph.edges.map { graph.type(of: $0) } == ["WORKS_FOR"])
  }

  @Test func nothingMakesAnEmptyGraph() throws {
    let graph = try World.assembler([]).graph()
    #expect(graph.nodeCount == 0)
    #expect(graph.graphProperty("documents") == 0)
  }

  private func refusal(_ document: DocumentClaims) -> String {
    do {
      _ = try World.assembler([document])
      return "accepted"
    } catch { return "\(error)" }
  }

  private func permutations(_ all: [Int]) -> [[Int]] {
    all.isEmpty ? [[]] : all.flatMap { first in permutations(all.filter { $0 != first }).map { [first] + $0 } }
  }
}
