import QuipuGraph
import QuipuQuery
import QuipuRows
import Testing

/// CSV, JSON, JSON Lines and Markdown, to the byte.
@Suite struct RowFormatTests {
  private let world: World
  private let columns = ["name", "n"]
  private let rows: [[Value]]

  init() throws {
    world = try World()
    rows = [
      [.string("plain"), .int(1)], [.string(""), .null], [.string("a,b"), .double(2.5)],
      [.string("say \"x\""), .bool(false)], [.string("two\nlines|bars"), .list([.int(1), .string("y")])],
    ]
  }

  @Test func csv() {
    #expect(
      world.written(.csv, columns, rows)
        == "name,n\r\nplain,1\r\n\"\",\r\n\"a,b\",2.5\r\n\"say \"\"x\"\"\",false\r\n"
        + "\"two\nlines|bars\",\"[1, 'y']\"\r\n")
  }

  @Test func csvQuotesTheHead() {
    #expect(world.written(.csv, ["a,b", "c"], []) == "\"a,b\",c\r\n")
  }

  @Test func json() {
    #expect(
      world.written(.json, columns, rows) == """
        [
        {"name":"plain","n":1},
        {"name":"","n":null},
        {"name":"a,b","n":2.5},
        {"name":"say \\"x\\"","n":false},
        {"name":"two\\nlines|bars","n":[1,"y"]}
        ]

        """)
    #expect(world.written(.json, columns, []) == "[]\n")
  }

  @Test func jsonLines() {
    #expect(
      world.written(.jsonl, columns, Array(rows.prefix(2))) == """
        {"name":"plain","n":1}
        {"name":"","n":null}

        """)
    #expect(world.written(.jsonl, columns, []).isEmpty)
  }

  @Test func markdown() {
    #expect(
      world.written(.markdown, ["a|b", "n"], rows) == """
        | a\\|b | n |
        | --- | --- |
        | plain | 1 |
        |  | null |
        | a,b | 2.5 |
        | say "x" | false |
        | two<br>lines\\|bars | [1, 'y'] |

        """)
  }

  @Test func markdownBreaksLinesOnce() {
    #expect(world.written(.markdown, ["x"], [[.string("a\r\nb\rc")]]).hasSuffix("| a<br>b<br>c |\n"))
  }

  @Test func everyKindAsJSON() {
    let (names, values) = (world.allKinds.map(\.name), world.allKinds.map(\.value))
    let node = #"{"id":"p1","labels":["Person"],"properties":{"name":"Maria Keller"}}"#
    let other = #"{"id":"c1","labels":["Country","Place"],"properties":{}}"#
    let edge = #"{"id":"e0","type":"LEADS","source":"p1","target":"c1","properties":{"confidence":0.85}}"#
    #expect(
      world.written(.jsonl, names, [values])
        == #"{"null":null,"bool":true,"int":-7,"float":1.0,"nan":null,"string":"a \"b\", c","list":[1,"x",null],"#
        + #""map":{"k":1},"node":"# + node + #","edge":"# + edge + #","path":{"nodes":["# + node + "," + other
        + #"],"relationships":["# + edge + #"]},"date":"2024-02-29","duration":"P1DT2H"}"# + "\n")
  }

  @Test func everyKindAsText() {
    let kinds = world.allKinds.filter { $0.name != "string" }
    let text = world.written(.markdown, ["x"], kinds.map { [$0.value] })
    #expect(
      text.split(separator: "\n").dropFirst(2) == [
        "| null |", "| true |", "| -7 |", "| 1.0 |", "| NaN |", "| [1, 'x', null] |", "| {k: 1} |",
        "| (:Person {name: 'Maria Keller'}) |", "| [:LEADS {confidence: 0.85}] |",
        "| <(:Person {name: 'Maria Keller'})-[:LEADS {confidence: 0.85}]->(:Country:Place)> |", "| 2024-02-29 |",
        "| P1DT2H |",
      ])
  }

  @Test(
    arguments: zip(
      RowFormat.allCases,
      [" x\n───\n 1\n", "x\r\n1\r\n", "[\n{\"x\":1}\n]\n", "{\"x\":1}\n", "| x |\n| --- |\n| 1 |\n"]))
  func cutShort(_ format: RowFormat, _ text: String) {
    var bytes: [UInt8] = []
    let writer = RowWriter(format, columns: ["x"]) { bytes += $0 }
    writer.write([.int(1)], PropertyGraph())
    writer.cut()
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    RowWriter(format, columns: ["x"]) { _ in Issue.record("there are no rows") }.cut()
  }

  @Test func rowsGoOutAsTheyCome() {
    var chunks = 0
    let writer = RowWriter(.jsonl, columns: ["x"]) { _ in chunks += 1 }
    for i in 0..<100_000 { writer.write([.int(Int64(i))], world.graph) }
    #expect(chunks > 10)
    #expect(writer.rowCount == 100_000)
  }
}
