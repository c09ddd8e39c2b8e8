import QuipuClaims
import QuipuGraph
import Testing

@Suite struct EdgeMakerTests {
  private let people = [entity("Person", "Ada Lark"), entity("Person", "Ben Finch"), entity("Company", "Kestrel")]

  @Test func claimsOfOneKindMakeOneEdge() throws {
    let graph = try World.assembler([
      document(
        "a", people,
        [claim("Ada Lark", "WORKS_FOR", "Kestrel", 0.5), claim("Ada Lark", "WORKS_FOR", "Kestrel", 0.6, at: 9)]),
      document("b", people, [claim("Ada Lark", "worksFor", "Kestrel", 0.7)]),
    ]).graph()
    let edge = try #require(graph.edges.first { _ in true })
    #expect(graph.edgeCount == 1)
    #expect(graph.property("confidence", of: edge) == .double(0.88))
    #expect(graph.property("weight", of: edge) == 3)
    #expect(graph.property("documents", of: edge) == ["a", "b"])
    #expect(graph.property("symmetric", of: edge) == false)
    #expect(graph.property("attribution", of: edge) == nil)
  }

  @Test func confidenceIsCapped() throws {
    let graph = try World.assembler([document("a", people, [claim("Ada Lark", "WORKS_FOR", "Kestrel", 1)])]).graph()
    #expect(graph.edges.map { graph.property("confidence", of: $0) } == [.double(0.99)])
  }

  @Test func deniedAndNegatedClaimsStandApart() throws {
    let graph = try World.assembler([
      document(
        "a", people,
        [
          claim("Ada Lark", "WORKS_FOR", "Kestrel"),
          claim("Ada Lark", "WORKS_FOR", "Kestrel", at: 6, polarity: .negative),
          claim("Ada Lark", "WORKS_FOR", "Kestrel", at: 12, modality: .denied),
          claim("Ada Lark", "WORKS_FOR", "Kestrel", at: 18, modality: .possible),
        ])
    ]).graph()
    #expect(graph.edgeCount == 4)
    #expect(graph.edges.map { graph.property("negated", of: $0) } == [false, false, true, true])
    #expect(graph.edges.map { graph.property("weight", of: $0) } == [1, 1, 1, 1])
    #expect(Set(graph.edges.map { graph.id(of: $0) }).count == 4)
  }

  @Test func symmetricRelationsHaveOneDirection() throws {
    let graph = try World.assembler([
      document("a", people, [claim("Ben Finch", "MEETS_WITH", "Ada Lark")]),
      document("b", people, [claim("Ada Lark", "MEETS_WITH", "Ben Finch")]),
    ]).graph()
    let edge = try #require(graph.edges.first { _ in true })
    #expect(graph.edgeCount == 1)
    #expect(graph.id(of: graph.source(of: edge)) == "person:ada-lark")
    #expect(graph.property("symmetric", of: edge) == true)
  }

  @Test func qualifiersOfTheMostConfidentClaim() throws {
    let graph = try World.assembler([
      document(
        "a", people,
        [
          claim("Ada Lark", "WORKS_FOR", "Kestrel", 0.5, [Qualifier("role", "clerk"), Qualifier("date", "2020")]),
          claim("Ada Lark", "WORKS_FOR", "Kestrel", 0.7, at: 9, [Qualifier("role", "head"), Qualifier("claims", "x")]),
          claim("Ada Lark", "WORKS_FOR", "Kestrel", 0.7, at: 19, [Qualifier("role", "chief")]),
        ])
    ]).graph()
    let edge = try #require(graph.edges.first { _ in true })
    #expect(graph.property("role", of: edge) == "chief")
    #expect(graph.property("date", of: edge) == "2020")
    #expect(graph.property("qualifier_claims", of: edge) == "x")
    #expect(
      graph.properties(of: edge).map(\.key) == [
        "documents", "confidence", "polarity", "modality", "negated", "symmetric", "weight", "role", "date",
        "qualifier_claims", "claims",
      ])
  }

  @Test func claimsKeepTheirEvidence() throws {
    let graph = try World.assembler([
      document(
        "b", people,
        [
          claim("Ada Lark", "WORKS_FOR", "Kestrel", at: 7, rule: "z"),
          claim(
            "Ada Lark", "WORKS_FOR", "Kestrel", at: 7, by: "Ben Finch",
            [Qualifier("role", "x"), Qualifier("role", "y")], rule: "a"),
        ]),
      document("a", people, [claim("Ada Lark", "WORKS_FOR", "Kestrel", at: 30)]),
    ]).graph()
    let edge = try #require(graph.edges.first { _ in true })
    guard case .list(let claims) = graph.property("claims", of: edge) else {
      Issue.record("no claims")
      return
    }
    let maps = claims.compactMap { if case .map(let map) = $0 { map } else { nil } }
    #expect(maps.map { $0["document"] } == ["a", "b", "b"])
    #expect(maps.map { $0["rule"] } == ["r", "a", "z"])
    #expect(graph.property("attribution", of: edge) == ["Ben Finch"])
    #expect(
      maps[1] == [
        "document": "b", "start": 7, "end": 12, "sentenceStart": 0, "sentenceEnd": 40, "quote": "7",
        "confidence": .double(0.5), "polarity": "positive", "modality": "asserted", "attribution": "Ben Finch",
        "qualifiers": .map(["role": ["x", "y"]]), "rule": "a", "subject": [0, 1], "object": [0, 1],
      ])
  }

  @Test func evidenceCarriesTheSentence() throws {
    let text = "On Monday Ada Lark, head of Kestrel, said so: she is Ada"
    var said = claim("a", "WORKS_FOR", "k")
    (said.evidence, said.sentence, said.sentenceText) = (110..<135, 100..<156, text)
    let mentions = { (all: [(Range<Int>, MentionKind)]) in all.map { Mention(range: $0.0, kind: $0.1) } }
    let ada = Entity(
      id: "a", type: "Person", name: "Ada Lark",
      mentions: mentions([
        (0..<8, .name), (110..<118, .name), (120..<135, .nominal), (146..<149, .pronoun), (153..<156, .name),
      ]))
    let kestrel = Entity(id: "k", type: "Company", name: "Kestrel", mentions: mentions([(128..<135, .name)]))
    let document = DocumentClaims(
      id: "d", title: "Ada's day", date: "2025-03-04", sentenceCount: 2, entities: [ada, kestrel], claims: [said])
    let graph = try World.assembler([document]).graph()
    let edge = try #require(graph.edges.first { _ in true })
    guard case .list(let claims) = graph.property("claims", of: edge), case .map(let map)? = claims.first else {
      Issue.record("no claims")
      return
    }
    #expect(map["sentence"] == .string(text))
    #expect(map["subject"] == [110, 118])
    #expect(map["object"] == [128, 135])
    #expect(map["documentTitle"] == "Ada's day")
    #expect(map["documentDate"] == "2025-03-04")
  }

  /// By name beside the evidence, by pronoun in it, in another sentence.
  @Test(arguments: [(105, 108, MentionKind.name, true), (101, 103, .pronoun, true), (90, 95, .name, false)])
  func placesOfEnds(_ start: Int, _ end: Int, _ kind: MentionKind, _ isThere: Bool) throws {
    var said = claim("a", "WORKS_FOR", "k")
    (said.evidence, said.sentence) = (100..<104, 98..<120)
    let ada = Entity(id: "a", type: "Person", name: "Ada", mentions: [Mention(range: start..<end, kind: kind)])
    let kestrel = Entity(id: "k", type: "Company", name: "Kestrel", mentions: [])
    let graph = try World.assembler([document("d", [ada, kestrel], [said])]).graph()
    let edge = try #require(graph.edges.first { _ in true })
    guard case .list(let claims) = graph.property("claims", of: edge), case .map(let map)? = claims.first else {
      Issue.record("no claims")
      return
    }
    #expect(map["subject"] == (isThere ? [.int(Int64(start)), .int(Int64(end))] : nil))
    #expect(map["object"] == nil)
    #expect(map["sentence"] == nil)
  }

  @Test func idsAreStable() throws {
    let graph = try World.assembler([document("a", people, [claim("Ada Lark", "WORKS_FOR", "Kestrel")])]).graph()
    let other = try World.assembler([document("z", people, [claim("Ada Lark", "WORKS_FOR", "Kestrel", 0.9, at: 3)])])
      .graph()
    #expect(graph.edges.map { graph.id(of: $0) } == other.edges.map { other.id(of: $0) })
    #expect(graph.nodes.map { graph.id(of: $0) } == other.nodes.map { other.id(of: $0) })
    #expect(
      graph.nodes.first { _ in true }.map { graph.properties(of: $0).map(\.key) }
        == ["name", "class", "aliases", "mentions", "documents"])
  }
}
