import Testing

@Suite struct GraphSummaryTests {
  @Test func tableAndJSON() throws {
    let documents = (0..<2).map { i in
      document(
        "d\(i)", [entity("Person", "Ada Lark"), entity("Company", "Kestrel"), entity("Person", "Ben Finch")],
        [claim("Ada Lark", "WORKS_FOR", "Kestrel"), claim("Ada Lark", "WORKS_FOR", "Kestrel", modality: .denied)])
    }
    let summary = try World.assembler(documents).summary()
    #expect(
      summary.rendered() == """
        documents    2
        sentences    6
        claims       4
        entities     3
          Person     2
          Company    1
        relations    2
          WORKS_FOR  2

        """)
    #expect(
      String(decoding: summary.json(), as: UTF8.self)
        == #"{"documents":2,"sentences":6,"claims":4,"nodes":3,"edges":2,"entities":{"Person":2,"Company":1},"#
        + #""relations":{"WORKS_FOR":2}}"#)
  }
}
