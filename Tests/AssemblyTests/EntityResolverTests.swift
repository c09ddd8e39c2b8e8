import QuipuClaims
import Testing

@Suite struct EntityResolverTests {
  @Test func sameIdentifier() throws {
    let assembler = try World.assembler([
      document("a", [entity("Country", "Russian Federation", kb: "iso3166:RU", mentions: 5)]),
      document("b", [entity("Country", "Russia", kb: "iso3166:RU")]),
    ])
    let graph = try assembler.graph()
    let node = try #require(graph.node(withID: "place:iso3166:RU"))
    #expect(graph.nodeCount == 1)
    #expect(graph.property("name", of: node) == "Russia")
    #expect(graph.property("aliases", of: node) == ["Russian Federation"])
    #expect(graph.property("kb", of: node) == "iso3166:RU")
    #expect(graph.property("mentions", of: node) == 6)
    #expect(graph.property("documents", of: node) == ["a", "b"])
    #expect(
      assembler.explain(nodeID: "place:iso3166:RU")
        == [#"the same identifier iso3166:RU: "Russia", "Russian Federation""#])
  }

  @Test func legalFormsAccentsAndArticlesDoNotCount() throws {
    #expect(
      try one([("Company", "Kestrel Foods"), ("Company", "Kestrel Foods Ltd")]) == ["organization:kestrel-foods"])
    #expect(
      try one([("Company", "The Kestrel Foods Co., Ltd."), ("Company", "KESTREL  FOODS")])
        == ["organization:kestrel-foods"])
    #expect(try one([("City", "São Tomé"), ("City", "Sao Tome")]) == ["place:sao-tome"])
    #expect(try one([("Company", "Lark & Co."), ("Company", "Lark")]) == ["organization:lark"])
    #expect(try one([("Product", "oil"), ("Product", "Oil")]) == ["product:oil"])
  }

  @Test func classesAboveOneAnother() throws {
    let documents = [
      document("a", [entity("Organization", "Kestrel Foods", mentions: 9)]),
      document("b", [entity("Company", "Kestrel Foods")]),
    ]
    let graph = try World.assembler(documents).graph()
    let node = try #require(graph.nodes.first { _ in true })
    #expect(graph.nodeCount == 1)
    #expect(graph.labels(of: node) == ["Company", "Organization", "Agent"])
    #expect(graph.property("class", of: node) == "Company")
    #expect(try one([("Place", "Sula"), ("City", "Sula")]) == ["place:sula"])
  }

  @Test func unlikeThingsStayApart() throws {
    #expect(
      try one([("Person", "Mary Kay"), ("Organization", "Mary Kay")]) == ["organization:mary-kay", "person:mary-kay"])
    for types in [["City", "Country"], ["City", "Country", "Place"], ["Company", "GovernmentBody"]] {
      let ids = try one(types.map { ($0, "Sula Bay") })
      #expect(ids.count == types.count)
      #expect(ids.allSatisfy { $0.contains(":sula-bay~") })
    }
  }

  @Test func descriptionsStayInTheirDocuments() throws {
    #expect(try one([("GovernmentBody", "police"), ("GovernmentBody", "police")]).count == 2)
    #expect(try one([("Event", "drone attack"), ("Event", "drone attack")]).count == 2)
    #expect(try one([("GovernmentBody", "Sula Police"), ("GovernmentBody", "the Sula police")]).count == 1)
  }

  @Test func acronymsAndAliases() throws {
    #expect(
      try World.ids([
        document("a", [entity("Organization", "United Nations", kb: "org:UN")]),
        document("b", [entity("Organization", "UN")]),
      ]) == ["organization:org:UN"])
    #expect(
      try World.ids([
        document("a", [entity("Organization", "Bird Study Group", aliases: ["BSG"])]),
        document("b", [entity("Organization", "BSG", mentions: 9)]),
      ]) == ["organization:bird-study-group"])
    // Listed nowhere as its acronym; a single word that is none.
    #expect(try one([("Organization", "Bird Study Group"), ("Organization", "BSG")]).count == 2)
    #expect(
      try World.ids([
        document("a", [entity("Organization", "Bird Study Group", aliases: ["Birds"])]),
        document("b", [entity("Organization", "Birds")]),
      ]).count == 2)
    #expect(
      try World.ids([
        document("a", [entity("Person", "Ada Lark", aliases: ["Ada M. Lark"])]),
        document("b", [entity("Person", "Ada M Lark")]),
      ]).count == 1)
  }

  @Test func ambiguousAliasesDoNothing() throws {
    let documents = [
      document("a", [entity("Organization", "Bird Study Group", aliases: ["BSG"])]),
      document("b", [entity("Organization", "Big Sula Games", aliases: ["BSG"])]),
      document("c", [entity("Organization", "BSG")]),
    ]
    #expect(try World.ids(documents).count == 3)
  }

  @Test func aLastNameOfOnePersonInCompanyOfTheSame() throws {
    let group = entity("Organization", "Bird Study Group")
    let full = document("a", [entity("Person", "Ada Lark"), group])
    let last = document("b", [entity("Person", "Lark", mentions: 7), group])
    let assembler = try World.assembler([full, last])
    #expect(try World.ids([full, last]) == ["organization:bird-study-group", "person:ada-lark"])
    #expect(
      assembler.explain(nodeID: "person:ada-lark")
        == [#"the only person of this name, found with "Bird Study Group": "Ada Lark", "Lark""#])
    // Another document, nothing in common.
    #expect(try World.ids([full, document("b", [entity("Person", "Lark")])]).contains("person:lark"))
    // A place in common is not enough.
    let city = entity("City", "Sula")
    let far = [document("a", [entity("Person", "Ada Lark"), city]), document("b", [entity("Person", "Lark"), city])]
    #expect(try World.ids(far).contains("person:lark"))
    // Both in one document: extraction held them apart.
    #expect(try World.ids([document("a", [entity("Person", "Ada Lark"), entity("Person", "Lark"), group])]).count == 3)
  }

  @Test func twoPeopleOfOneLastNameStayApart() throws {
    let group = entity("Organization", "Bird Study Group")
    let documents = [
      document("a", [entity("Person", "Ada Lark"), group]), document("b", [entity("Person", "Ben Lark"), group]),
      document("c", [entity("Person", "Lark"), group]),
    ]
    #expect(
      try World.ids(documents)
        == ["organization:bird-study-group", "person:ada-lark", "person:ben-lark", "person:lark"])
  }

  @Test func namesWithoutLettersHaveIdentifiers() throws {
    let ids = try one([("Person", "???"), ("Person", "!!!")])
    #expect(ids.count == 2)
    #expect(ids.allSatisfy { $0.utf8.count == "person:".utf8.count + 16 })
  }

  /// Ids of the nodes that such entities make, each in its own document.
  private func one(_ entities: [(type: String, name: String)]) throws -> [String] {
    try World.ids(entities.enumerated().map { document("d\($0)", [entity($1.type, $1.name)]) })
  }
}
