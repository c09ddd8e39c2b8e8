import QuipuGraph
import Testing

@testable import QuipuInterchange

@Suite struct CSVWriterTests {
  private func graph() throws -> PropertyGraph {
    var graph = PropertyGraph()
    let a = try graph.addNode(
      id: "a,1", labels: ["City", "Place"], properties: [("name", "A \"B\""), ("aliases", ["x;y", "z"]), ("pop", 12)])
    let b = try graph.addNode(id: "b", properties: [("name", "line\nbreak"), ("note", "")])
    try graph.addEdge(
      from: a, to: b, type: "NEAR", properties: [("weight", 2), ("confidence", 0.5), ("claims", [.map(["k": 1])])])
    return graph
  }

  private func files(_ header: CSVHeader) throws -> (nodes: String, edges: String, losses: [String]) {
    let folder = try Folder()
    let report = try GraphExport.write(graph(), to: folder.path("g.csv"), options: ExportOptions(csv: header))
    #expect(folder.names == ["g.edges.csv", "g.nodes.csv"])
    return (try Place.text(report.files[0]), try Place.text(report.files[1]), report.losses)
  }

  @Test func gephi() throws {
    let (nodes, edges, losses) = try files(.gephi)
    #expect(
      nodes == "Id,Label,Labels,name,aliases,pop,note\r\n"
        + "\"a,1\",\"A \"\"B\"\"\",City;Place,\"A \"\"B\"\"\",\"[\"\"x;y\"\",\"\"z\"\"]\",12,\r\n"
        + "b,\"line\nbreak\",\"\",\"line\nbreak\",,,\"\"\r\n")
    #expect(
      edges == "Source,Target,Type,Kind,Id,Label,Weight,confidence,claims\r\n"
        + "\"a,1\",b,Directed,NEAR,e0,NEAR,2,0.5,\"[{\"\"k\"\":1}]\"\r\n")
    #expect(
      losses == [
        "property 'aliases' of nodes holds lists or maps: JSON strings",
        "property 'claims' of edges holds lists or maps: JSON strings",
      ])
  }

  @Test func neo4j() throws {
    let (nodes, edges, losses) = try files(.neo4j)
    #expect(
      nodes == "id:ID(Entity),name,aliases:string[],pop:long,note,:LABEL\r\n"
        + "\"a,1\",\"A \"\"B\"\"\",x,y;z,12,,City;Place\r\n".replacing("x,y;z", with: "\"x,y;z\"")
        + "b,line break,,,\"\",\"\"\r\n")
    #expect(
      edges == ":START_ID(Entity),:END_ID(Entity),uid,weight:long,confidence:double,claims,:TYPE\r\n"
        + "\"a,1\",b,e0,2,0.5,\"[{\"\"k\"\":1}]\",NEAR\r\n")
    #expect(
      losses == [
        "property 'claims' of edges holds lists or maps: JSON strings",
        "2 texts with line breaks, or semicolons in a list, that Neo4j's import splits: replaced",
      ])
  }
}
