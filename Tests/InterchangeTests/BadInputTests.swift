import QuipuGraph
import Testing

@testable import QuipuInterchange

@Suite struct BadInputTests {
  private func refusal(_ text: String, as name: String = "g.graphml") throws -> (InterchangeError?, Folder) {
    let folder = try Folder()
    let path = try folder.write(text, to: name)
    do throws(InterchangeError) {
      _ = try GraphImport.read(path)
      return (nil, folder)
    } catch {
      return (error, folder)
    }
  }

  private func message(_ text: String, as name: String = "g.graphml") throws -> String? {
    let (error, folder) = try refusal(text, as: name)
    return error.map { "\($0)".replacing(folder.path(name), with: "F") }
  }

  private func graphML(_ inside: String) -> String {
    "<graphml>\n<graph edgedefault=\"directed\">\n\(inside)\n</graph>\n</graphml>\n"
  }

  @Test func duplicates() throws {
    #expect(
      try message(graphML("<node id=\"a\"/>\n<node id=\"a\"/>"))
        == "F:4:1: a second node with the id 'a'; give every node an id of its own")
    #expect(
      try message(
        graphML(
          "<node id=\"a\"/>\n<edge id=\"e\" source=\"a\" target=\"a\"/>\n<edge id=\"e\" source=\"a\" target=\"a\"/>"))
        == "F:5:1: a second edge with the id 'e'; give every edge an id of its own, or none")
    #expect(
      try message("<graphml><key id=\"k\" for=\"node\"/>\n<key id=\"k\" for=\"node\"/></graphml>")
        == "F:2:1: two keys with the id 'k'; give every key an id of its own")
  }

  @Test func truncated() throws {
    #expect(
      try message("<graphml>\n<graph><node id=\"a\"/>\n<no")
        == "F:3:4: no well-formed XML: Couldn't find end of Start Tag no; mend the file there, or export it anew")
  }

  @Test func emptyAndForeign() throws {
    #expect(try message("")?.hasPrefix("F:1:1: no well-formed XML: ") == true)
    #expect(try message("<html/>") == "F:1:1: the root element is not GraphML's; check that the file is GraphML")
    #expect(
      try message("<graphml/>")
        == "F:1:1: no graph element in this file; check that it is GraphML, whose root holds a <graph>")
  }

  @Test func wrongType() throws {
    let text =
      "<graphml><key id=\"k\" for=\"node\" attr.name=\"k\" attr.type=\"int\"/>\n<graph>"
      + "<node id=\"a\">\n<data key=\"k\">many</data></node></graph></graphml>"
    #expect(
      try message(text)?.hasSuffix(
        "'many' is not of the type of key 'k'; change the value, or the key's attr.type to string")
        == true)
    #expect(try refusal(text).0?.line == 3)
  }

  @Test func entityBomb() throws {
    var text = "<!DOCTYPE graphml [<!ENTITY a0 \"0123456789\">\n"
    for i in 1..<12 { text += "<!ENTITY a\(i) \"" + String(repeating: "&a\(i - 1);", count: 10) + "\">\n" }
    text +=
      "]>\n<graphml><key id=\"k\" for=\"node\"/><graph><node id=\"a\"><data key=\"k\">&a11;</data></node></graph></graphml>"
    #expect(try message(text)?.hasSuffix("expand the entities first: xmllint --noent FILE") == true)
    let attribute = text.replacing("<data key=\"k\">&a11;</data>", with: "<data key=\"&a11;\"/>")
    #expect(try message(attribute)?.hasSuffix("expand the entities first: xmllint --noent FILE") == true)
  }

  @Test func externalEntity() throws {
    let text =
      "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
      + "<graphml><graph><node id=\"a\"><data key=\"k\">&x;</data></node></graph></graphml>"
    #expect(try message(text)?.contains("an entity that is not plain text") == true)
  }

  @Test func plainEntityIsText() throws {
    let folder = try Folder()
    let path = try folder.write(
      "<!DOCTYPE graphml [<!ENTITY de \"Germany\">]>\n<graphml><graph><node id=\"a\"><data key=\"k\">in &de;!</data></node></graph></graphml>",
      to: "g.graphml")
    let graph = try GraphImport.read(path).graph
    #expect(graph.property("k", of: NodeID(rawValue: 0)) == "in Germany!")
  }

  @Test func deepNesting() throws {
    let depth = 2000
    let text =
      "<graphml>" + String(repeating: "<graph><node id=\"a\">", count: depth)
      + String(repeating: "</node></graph>", count: depth) + "</graphml>"
    #expect(try message(text)?.hasPrefix("F:1:") == true)
    let unique =
      "<graphml>" + (0..<depth).map { "<graph><node id=\"n\($0)\">" }.joined()
      + String(repeating: "</node></graph>", count: depth) + "</graphml>"
    #expect(try message(unique)?.hasSuffix("elements more than 256 deep are refused") == true)
    #expect(
      try message("{\"nodes\":" + String(repeating: "[", count: 100_000), as: "g.json")
        == "F:1:265: no JSON: more than 256 brackets inside one another; mend the file there, or export it anew")
  }

  @Test func json() throws {
    #expect(
      try message("{\"nodes\":[\n{\"id\":tru}]}", as: "g.json")
        == "F:2:7: no JSON: no JSON value; mend the file there, or export it anew")
    #expect(
      try message("{\"nodes\":[]}", as: "g.json")
        == "F:1:1: no list \"edges\" or \"links\" in this file; a graph is an object with \"nodes\" and \"edges\" (or \"links\")"
    )
    #expect(
      try message("{\"nodes\":[{\"id\":1},{\"id\":\"1\"}],\"links\":[]}", as: "g.json")
        == "F: a second node with the id '1'; give every node an id of its own")
    #expect(
      try message("{\"nodes\":[{}],\"links\":[]}", as: "g.json") == "F: node 1 has no id; give every node an id")
  }

  @Test func missingAndUnreadable() throws {
    let folder = try Folder()
    let path = folder.path("none.graphml")
    let error = #expect(throws: InterchangeError.self) { try GraphImport.read(path) }
    #expect(error?.description == "\(path): cannot read: No such file or directory; check the path")
    #expect(
      throws: InterchangeError(
        path: "g.dot", reason: "this format is written, not read", advice: "give the graph as GraphML or JSON")
    ) {
      try GraphImport.read("g.dot")
    }
    #expect(
      throws: InterchangeError(
        path: "g.txt", reason: "the extension says no graph format",
        advice: "give a graph as .graphml, .xml or .json")
    ) { try GraphImport.read("g.txt") }
  }
}
