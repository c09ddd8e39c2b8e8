import Foundation
import QuipuGraph
import Testing

@testable import QuipuInterchange

/// The decisions that `GraphMLReader` documents, on small files as others write them.
@Suite struct GraphMLReaderTests {
  private func read(_ text: String) throws -> ImportedGraph {
    let folder = try Folder()
    return try GraphImport.read(try folder.write("<graphml>\(text)</graphml>", to: "g.xml"))
  }

  private func node(_ graph: PropertyGraph, _ id: String) throws -> NodeID { try #require(graph.node(withID: id)) }

  #if os(Linux)
    @Test(arguments: ["<graph><node id='a'><![CDATA[ ]]></node></graph>", "<graph", "<graph><graph/>"])
    func theFileIsClosedAgain(_ text: String) throws {
      let folder = try Folder()
      let path = try folder.write("<graphml>\(text)</graphml>", to: "g.xml")
      _ = try? GraphMLReader.read(path)
      let files = FileManager.default
      let descriptors = try files.contentsOfDirectory(atPath: "/proc/self/fd").map { "/proc/self/fd/" + $0 }
      #expect(!descriptors.contains { (try? files.destinationOfSymbolicLink(atPath: $0)) == path })
    }
  #endif

  @Test func defaultsAndScopes() throws {
    let graph = try read(
      """
      <key id="c" for="node" attr.name="colour" attr.type="string"><default>red</default></key>
      <key id="w" for="all" attr.name="w" attr.type="double"><default>1.5</default></key>
      <key id="n" attr.name="n" attr.type="int"/>
      <graph edgedefault="undirected"><data key="n">7</data>
      <node id="a"><data key="c">blue</data></node><node id="b"><data key="n"> 12 </data><data key="w"> </data></node>
      <edge source="a" target="b"/><edge source="a" target="b" directed="true"><data key="w">3</data></edge>
      </graph>
      """
    ).graph
    let (a, b) = (try node(graph, "a"), try node(graph, "b"))
    #expect(graph.property("colour", of: a) == "blue")
    #expect(graph.property("w", of: a) == 1.5)
    #expect(graph.property("colour", of: b) == "red")
    #expect(graph.property("w", of: b) == nil)
    #expect(graph.property("n", of: b) == 12)
    #expect(graph.graphProperty("n") == 7)
    #expect(graph.graphProperty("w") == 1.5)
    let edges = Array(graph.edges)
    #expect(edges.map { graph.property("symmetric", of: $0) } == [true, nil])
    #expect(edges.map { graph.property("w", of: $0) } == [1.5, .double(3)])
    #expect(edges.map { graph.type(of: $0) } == ["RELATED_TO", "RELATED_TO"])
  }

  @Test func whatHasNoPlace() throws {
    let read = try read(
      """
      <graph id="G"><node id="a"><port name="p"/><graph><node id="a::b"/><edge source="a::b" target="c"/></graph></node>
      <hyperedge><endpoint node="a"/></hyperedge></graph><graph id="H"><node id="z"/></graph>
      """)
    #expect(
      read.notes == [
        "1 further graph left out", "1 hyperedge left out", "1 port left out", "1 nodes named by edges only",
      ])
    let graph = read.graph
    #expect(graph.nodes.map { graph.id(of: $0) } == ["a", "a::b", "c"])
    #expect(graph.property("parent", of: try node(graph, "a::b")) == "a")
    #expect(graph.edgeCount == 1)
  }

  @Test func labelsAndTypesOfOthers() throws {
    let graph = try read(
      """
      <key id="labelV" for="node" attr.name="labelV"/><key id="labelE" for="edge" attr.name="labelE"/>
      <key id="d1" for="edge" yfiles.type="edgegraphics"/><key id="d2" for="node" yfiles.type="nodegraphics"/>
      <graph edgedefault="directed" xmlns:y="http://www.yworks.com/xml/graphml">
      <node id="a" labels=":City:Place"/><node id="b"><data key="labelV">person</data></node>
      <node id="c"><data key="d2"><y:ShapeNode><y:NodeLabel> Box <y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
      <edge source="a" target="b" label="NEAR"/><edge source="a" target="b"><data key="labelE">knows</data></edge>
      <edge source="a" target="b"><data key="d1"><y:PolyLineEdge><y:EdgeLabel>owns</y:EdgeLabel></y:PolyLineEdge></data></edge>
      </graph>
      """
    ).graph
    #expect(graph.labels(of: try node(graph, "a")) == ["City", "Place"])
    #expect(graph.labels(of: try node(graph, "b")) == ["person"])
    #expect(graph.property("label", of: try node(graph, "c")) == "Box")
    #expect(graph.edges.map { graph.type(of: $0) } == ["NEAR", "knows", "owns"])
  }

  @Test func changedTextOfOurKindsStaysText() throws {
    let graph = try read(
      """
      <key id="n_born__date" for="node" attr.name="born" attr.type="string"/>
      <key id="n_list__json" for="node" attr.name="list" attr.type="string"/>
      <graph><node id="a"><data key="n_born__date">long ago</data><data key="n_list__json">[1,</data></node></graph>
      """
    ).graph
    #expect(graph.property("born", of: try node(graph, "a")) == "long ago")
    #expect(graph.property("list", of: try node(graph, "a")) == "[1,")
  }
}
