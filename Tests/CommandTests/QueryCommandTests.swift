import Foundation
import Testing

/// `quipu query` as a user meets it: where graph and query come from, where rows go, what is kept.
@Suite struct QueryCommandTests {
  private let world: QueryWorld

  init() throws { world = try QueryWorld() }

  static let formats: [(String, String)] = [
    (
      "table",
      """
       name              │ born │ type
      ───────────────────┼──────┼──────────
       Maria Keller      │ 1970 │ LEADS
       Ole "O" Berg, jr. │ null │ LIVES_IN
      2 rows

      """
    ),
    ("csv", "name,born,type\r\nMaria Keller,1970,LEADS\r\n\"Ole \"\"O\"\" Berg, jr.\",,LIVES_IN\r\n"),
    (
      "json",
      """
      [
      {"name":"Maria Keller","born":1970,"type":"LEADS"},
      {"name":"Ole \\"O\\" Berg, jr.","born":null,"type":"LIVES_IN"}
      ]

      """
    ),
    (
      "jsonl",
      """
      {"name":"Maria Keller","born":1970,"type":"LEADS"}
      {"name":"Ole \\"O\\" Berg, jr.","born":null,"type":"LIVES_IN"}

      """
    ),
    (
      "markdown",
      """
      | name | born | type |
      | --- | --- | --- |
      | Maria Keller | 1970 | LEADS |
      | Ole "O" Berg, jr. | null | LIVES_IN |

      """
    ),
  ]

  @Test(arguments: formats) func rows(_ format: String, _ text: String) throws {
    let run = try world.query(QueryWorld.people, "--format", format)
    #expect(run.status == 0)
    #expect(run.text == text)
    #expect(run.messages.isEmpty)
    let file = try world.query(QueryWorld.people, "--format", format, "--output", "rows")
    #expect(file.status == 0)
    #expect(file.output.isEmpty)
    #expect(try world.scratch.text("rows") == text)
  }

  @Test func queryFromFileAndStandardInput() throws {
    try world.scratch.write("q.cypher", "\u{FEFF}// How many?\nMATCH (n) RETURN count(*) AS n;\n")
    let expected = " n\n───\n 3\n1 row\n"
    #expect(try world.query("--file", "q.cypher").text == expected)
    let path = world.scratch.path("q.cypher")
    #expect(try world.scratch.quipu("query", "g.json", input: path).text == expected)
    #expect(try world.scratch.quipu("query", "g.json", "-", input: path).text == expected)
    #expect(try world.scratch.quipu("query", "g.json", "--file", "-", input: path).text == expected)
  }

  /// The first byte tells the format, from a file and from a pipe.
  @Test func graphFromStandardInput() throws {
    #expect(try world.scratch.quipu("convert", "g.json", "g.graphml").status == 0)
    for name in ["g.json", "g.graphml"] {
      let run = try world.scratch.quipu("query", "-", QueryWorld.people, input: world.scratch.path(name))
      #expect(run.text == QueryCommandTests.formats[0].1, "\(run.messages)")
      let line =
        "cat \(name) | '\(try CommandRun.binary())' query - 'MATCH (n:Place) RETURN n.name AS x' --format jsonl"
      #expect(try CommandRun.tool(["sh", "-c", line], in: world.scratch.folder)?.text == "{\"x\":\"Chile\"}\n")
    }
    try world.scratch.write("bad.graphml", "<graphml><graph>")
    let bad = try world.scratch.quipu("query", "-", "RETURN 1", input: world.scratch.path("bad.graphml"))
    #expect(bad.status == 1)
    #expect(bad.messages.hasPrefix("Error: standard input:1:"))
    let empty = try world.scratch.quipu("query", "-", "RETURN 1")
    #expect(empty.status == 1)
    #expect(empty.messages == "Error: standard input: holds no graph; give a graph as GraphML or JSON\n")
  }

  @Test func severalStatements() throws {
    let run = try world.query(
      "CREATE (:Person {name: 'x;y'}); MATCH (p:Person) RETURN count(p) AS n; /* ; */ RETURN ';' AS s;")
    #expect(run.status == 0)
    #expect(run.text == " n\n───\n 3\n1 row\n\n s\n───\n ;\n1 row\n")
    #expect(
      run.messages == "1 node created, 1 property set\nNote: the changes are not saved; --write FILE keeps them\n")
    let json = try world.query("RETURN 1 AS a; RETURN 2 AS b", "--format", "jsonl")
    #expect(json.text == "{\"a\":1}\n{\"b\":2}\n")
  }

  @Test func parameters() throws {
    try world.scratch.write(
      "p.json", "{\"a\": 1, \"b\": {\"k\": [true]}, \"day\": {\"$date\": \"2024-05-01\"}, \"name\": \"none\"}")
    let run = try world.query(
      "RETURN $a AS a, $b.k[0] AS k, $day.month AS m, $name AS name, $n AS n, $t AS t", "--params", "p.json", "--param",
      "name=Maria Keller", "--param", "$n=[1, 2.5]", "--param", "t=\"5\"", "--format", "jsonl")
    #expect(run.messages.isEmpty)
    #expect(run.text == "{\"a\":1,\"k\":true,\"m\":5,\"name\":\"Maria Keller\",\"n\":[1,2.5],\"t\":\"5\"}\n")
  }

  @Test func parameterFilesThatAreNone() throws {
    try world.scratch.write("p.json", "{\"a\": }")
    try world.scratch.write("list.json", "[1]")
    let broken = try world.query("RETURN $a", "--params", "p.json")
    #expect(broken.status == 1)
    #expect(
      broken.messages == "Error: p.json: no JSON: invalid JSON at byte 6: expected a value; mend the file\n")
    let list = try world.query("RETURN $a", "--params", "list.json")
    #expect(list.status == 1)
    #expect(
      list.messages == "Error: list.json: holds no JSON object; give the parameters as {\"name\": value}\n")
  }

  @Test func updatesAreKeptOnRequest() throws {
    let before = try world.scratch.text("g.json")
    let update = "MATCH (p:Person {name: 'Maria Keller'}) SET p.born = 1971 CREATE (p)-[:OWNS]->(:Ship {name: 'Nao'})"
    let run = try world.query(update, "--write", "new.graphml")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(
      run.messages == "1 node and 1 relationship created, 2 properties set, 1 property removed, "
        + "1 label new to the graph\n")
    #expect(try world.scratch.text("g.json") == before)
    let question = "MATCH (p)-[:OWNS]->(s:Ship) RETURN p.born AS born, s.name AS ship"
    let answer = "{\"born\":1971,\"ship\":\"Nao\"}\n"
    #expect(try world.scratch.quipu("query", "new.graphml", question, "--format", "jsonl").text == answer)
    let place = try world.query(update + "; " + question, "--write", "g.json", "--format", "jsonl", "--quiet")
    #expect(place.text == answer)
    #expect(place.messages.isEmpty)
    #expect(try world.query(question, "--format", "jsonl").text == answer)
  }

  @Test func unsavedAndFailedUpdates() throws {
    let run = try world.query("MATCH (n) DETACH DELETE n", "--output", "rows")
    #expect(run.status == 0)
    #expect(run.messages.hasPrefix("3 nodes and 2 relationships deleted"))
    #expect(run.messages.hasSuffix("\nNote: the changes are not saved; --write FILE keeps them\n"))
    #expect(try world.scratch.text("rows").isEmpty)
    let failed = try world.query("CREATE (:A); RETURN 1 / 0", "--write", "new.json", "--output", "more")
    #expect(failed.status == 1)
    #expect(world.scratch.names == ["g.json", "rows"])
  }

  @Test func plans() throws {
    let explain = try world.query(QueryWorld.people, "--explain")
    #expect(explain.status == 0)
    #expect(explain.text.hasPrefix("step "))
    #expect(explain.text.contains("Person"))
    #expect(!explain.text.contains("Maria"))
    let profile = try world.query(QueryWorld.people, "--profile")
    #expect(profile.status == 0)
    #expect(profile.text.contains("2 rows\n\nstep "))
    let csv = try world.query(QueryWorld.people, "--profile", "--format", "csv")
    #expect(csv.text == QueryCommandTests.formats[1].1)
    #expect(csv.messages.hasPrefix("step "))
  }

  @Test func optimizerAndSeedChangeNoRows() throws {
    #expect(try world.query(QueryWorld.people, "--no-optimizer").text == QueryCommandTests.formats[0].1)
    let random = { (seed: String) in try world.query("RETURN rand() AS x", "--seed", seed).text }
    #expect(try random("1") == random("1"))
    #expect(try random("1") != random("2"))
  }

  @Test func inference() throws {
    let scratch = try Scratch()
    try scratch.write(
      "g.json",
      """
      {"directed": true, "nodes": [{"id": "a"}, {"id": "b"}],
       "edges": [{"source": "a", "target": "b", "type": "LEADS"}, {"source": "a", "target": "b", "type": "TRADES_WITH"}]}
      """)
    let above = try scratch.quipu(
      "query", "g.json", "CALL db.supertypes('LEADS') YIELD type RETURN type", "--format", "csv")
    let parent = try #require(above.text.split(separator: "\r\n").dropFirst().first, "\(above.messages)")
    let below = try scratch.quipu(
      "query", "g.json", "CALL db.subtypes('\(parent)') YIELD type RETURN type", "--format", "csv")
    #expect(below.text.contains("LEADS\r\n"))
    let question = "MATCH ()-[r:\(parent)]->() RETURN type(r) AS t"
    #expect(try scratch.quipu("query", "g.json", question, "--format", "jsonl").text.isEmpty)
    #expect(
      try scratch.quipu("query", "g.json", question, "--format", "jsonl", "--inference").text == "{\"t\":\"LEADS\"}\n")
  }

  @Test func closedPipeIsQuiet() throws {
    let line =
      "( sleep 0.3; '\(try CommandRun.binary())' query g.json 'UNWIND range(1, 100000) AS x RETURN x'; echo $? > status )"
      + " | true"
    let run = try #require(try CommandRun.tool(["sh", "-c", line], in: world.scratch.folder))
    for _ in 0..<200 where !world.scratch.names.contains("status") { usleep(100_000) }
    #expect(run.messages.isEmpty)
    #expect(try world.scratch.text("status") == "0\n")
  }
}
