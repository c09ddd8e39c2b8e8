import QuipuGraph
import Testing

@testable import QuipuInterchange

@Suite struct GraphMLWriterTests {
  private func text(_ profile: GraphMLProfile, weights: [PropertyValue] = [2, 3]) throws -> String {
    var graph = PropertyGraph()
    let a = try graph.addNode(
      id: "a b", labels: ["City", "Place"], properties: [("name", "A & B"), ("aliases", ["x"])])
    for (i, weight) in weights.enumerated() {
      try graph.addEdge(
        from: a, to: a, type: "NEAR",
        properties: [("weight", weight)] + (i == 0 ? [("negated", true), ("sure", false)] : []))
    }
    let folder = try Folder()
    try GraphExport.write(graph, to: folder.path("g.graphml"), options: ExportOptions(graphML: profile))
    return try Place.text(folder.path("g.graphml"))
  }

  @Test func portable() throws {
    #expect(
      try text(.portable) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">
        <key id="n_label" for="node" attr.name="label" attr.type="string"/>
        <key id="n_labels" for="node" attr.name="labels" attr.type="string"/>
        <key id="e_label" for="edge" attr.name="label" attr.type="string"/>
        <key id="e_uid" for="edge" attr.name="uid" attr.type="string"/>
        <key id="n_name" for="node" attr.name="name" attr.type="string"/>
        <key id="n_aliases__json" for="node" attr.name="aliases" attr.type="string"/>
        <key id="e_weight" for="edge" attr.name="weight" attr.type="long"/>
        <key id="e_negated__flag" for="edge" attr.name="negated" attr.type="boolean"/>
        <key id="e_sure__bool" for="edge" attr.name="sure" attr.type="string"/>
        <graph id="G" edgedefault="directed">
        <node id="a b" labels=":City:Place"><data key="n_label">A &amp; B</data>\
        <data key="n_labels">:City:Place</data><data key="n_name">A &amp; B</data>\
        <data key="n_aliases__json">["x"]</data></node>
        <edge id="e0" source="a b" target="a b" label="NEAR"><data key="e_label">NEAR</data>\
        <data key="e_uid">e0</data><data key="e_weight">2</data><data key="e_negated__flag">true</data>\
        <data key="e_sure__bool">false</data></edge>
        <edge id="e1" source="a b" target="a b" label="NEAR"><data key="e_label">NEAR</data>\
        <data key="e_uid">e1</data><data key="e_weight">3</data><data key="e_negated__flag">false</data></edge>
        </graph>
        </graphml>

        """)
  }

  @Test func profilesDiffer() throws {
    #expect(try text(.strict).contains("<node id=\"n0\">"))
    #expect(try text(.strict).contains("<data key=\"n_uid\">a b</data>"))
    #expect(try text(.gephi).contains("<key id=\"n_r__made\" for=\"node\" attr.name=\"r\" attr.type=\"int\"/>"))
    #expect(try text(.neo4j).contains("attr.name=\"aliases\" attr.type=\"string\" attr.list=\"string\"/>"))
    #expect(try !text(.networkx).contains("label=\"NEAR\""))
    #expect(try text(.yed).contains("<y:NodeLabel>A &amp; B</y:NodeLabel>"))
    #expect(try text(.yed).contains("<y:EdgeLabel>NEAR</y:EdgeLabel>"))
  }

  /// Gephi deletes edges of weight 0: such a property is no weight.
  @Test(arguments: [[0, 1], [-1, 2], ["2", 1], [.null, 2]] as [[PropertyValue]])
  func weightIsAlwaysPositive(_ weights: [PropertyValue]) throws {
    let text = try text(.portable, weights: weights)
    #expect(text.contains("<key id=\"e_weight__made\" for=\"edge\" attr.name=\"weight\" attr.type=\"long\"/>"))
    #expect(text.contains("attr.name=\"weight_\""))
    #expect(text.split(separator: "\n").filter { $0.contains("<data key=\"e_weight__made\">1</data>") }.count == 2)
  }
}
