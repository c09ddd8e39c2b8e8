import QuipuGraph
import Testing

@testable import QuipuRepl

@Suite struct ReplSessionTests {
  private func answer(_ lines: String...) throws -> String {
    let session = try harbourSession()
    var last: [ReplPiece] = []
    for line in lines { last = session.handle(line) }
    return last.transcript
  }

  @Test(arguments: [
    (":shwo", "Error: there is no command ':shwo'; did you mean ':show'?\n"),
    (":bogus", "Error: there is no command ':bogus'; ':help' lists the commands\n"),
    (":", "Error: a command's name is missing after ':'; ':help' lists them\n"),
    (":s x", "Error: there is no command ':s'; ':help' lists the commands\n"),
    (":schema now", "Error: :schema takes no arguments\n"),
    (":find", "Error: :find wants a name, or a part of one, as in ':find norway'\n"),
    (":find qqqq", "No entity is called anything like 'qqqq'.\n"),
    (":show qqqq", "Error: no entity is called anything like 'qqqq'; try ':find'\n"),
    (":show 3", "Error: there is no list of entities yet: ':find' makes one\n"),
    (":why 1", "Error: there is no list of edges yet: ':show ENTITY', ':path A -> B' or a query makes one\n"),
    (
      ":why e-9",
      "Error: there is no edge 'e-9': give a number of the last list, an id, or its ends as in ':why A -> B'\n"
    ),
    (
      ":why Anna -> Grey Dock Ltd",
      "(Taken for Anna Šimková (Person).)\nError: no edge leads from Anna Šimková to Grey Dock Ltd; ':path' finds longer ways\n"
    ),
    (":why p1 -[OWNS]-> o1", "Error: no edge OWNS leads from Anna Šimková to Blue Harbour Line, only LEADS\n"),
    (":path p1", "Error: :path wants two entities with an arrow between, as in ':path Norway -> Chile'\n"),
    (":path p1 -> x1", "No chain of edges joins Anna Šimková (Person) and Grey Dock Ltd (Company).\n"),
    (":neighbors o1 9", "Error: the depth goes from 1 to 5, not 9\n"),
    (":set fromat csv", "Error: there is no setting 'fromat'; did you mean 'format'?\n"),
    (":set format xml", "Error: 'format' takes table, csv, json, jsonl, markdown, not 'xml'\n"),
    (":set timeout -1", "Error: 'timeout' takes seconds, or off, not '-1'\n"),
    (":set width 5", "Error: 'width' takes auto, or columns from 20, not '5'\n"),
    (":set pager", "  pager  on\n"),
    (":export", "Error: :export wants the name of a file, as in ':export graph.graphml'\n"),
    (":export rows.csv", "Error: there is no result yet: run a query first\n"),
    (":source /nowhere", "Error: cannot read '/nowhere'\n"),
    (":save", "Error: :save wants the name of a file, as in ':save graph.graphml'\n"),
    (":params 12", "Error: :params wants a name and a value, as in ':params name=12'\n"),
  ])
  func refusesWithAReason(_ line: String, _ expected: String) throws {
    #expect(try answer(line) == expected)
  }

  @Test func ambiguityTellsTheCandidatesAndNumbersThem() throws {
    #expect(
      try answer(":show port vesta") == """
        Error: 'port vesta' may mean several; give the number, or more of the name:
          1  Port Vesta (City)
          2  Port Vesta (City)

        """)
    #expect(try answer(":show port vesta", ":show 2").hasPrefix("Port Vesta  c2\n"))
    #expect(try answer(":show port vesta", ":show 3") == "Error: the last list of entities goes from 1 to 2\n")
  }

  @Test func whyTellsEachClaim() throws {
    let evidence = """
      Anna Šimková -[LEADS]-> Blue Harbour Line  e-1
      1. On Monday [Simkova] leads [Blue Harbour Line].
         document    d1
         said by     BHL
         claimed as  positive, asserted
         confidence  0.75
         rule        lead-verb
         role        captain

      """
    #expect(try answer(":why e-1") == evidence)
    #expect(try answer(":why p1 -> o1") == evidence)
    #expect(try answer(":why simkova -[:leads]-> BHL") == evidence)
    #expect(try answer(":show anna šimková", ":why 1") == evidence)
    #expect(try answer(":show anna šimková", ":why [1]") == evidence)
    #expect(try answer(":why o1 -> p1") == "(The edge goes the other way.)\n" + evidence)
    #expect(try answer(":why e-2").hasSuffix("This edge carries no evidence.\n"))
    #expect(try answer(":why e-3").hasSuffix("This edge carries no claims, but:\n   since  1999\n"))
  }

  /// The words that a graph keeps: where the ends stand is told, not guessed, and no file is looked for.
  @Test func whyMarksThePlacesThatTheGraphTells() throws {
    let session = ReplSession()
    var graph = PropertyGraph()
    let names = ["Anna", "Blue Line"]
    let nodes = try names.map { try graph.addNode(id: $0, labels: ["X"], properties: [("name", .string($0))]) }
    let claim: PropertyMap = [
      "sentence": "She  leads the\nline, not\u{1B}[2J Anna.", "sentenceStart": 50, "sentenceEnd": 84,
      "subject": [50, 53],
      "object": [61, 69], "document": "d1", "documentTitle": "A day", "documentDate": "2025-03-04",
    ]
    try graph.addEdge(id: "e", from: nodes[0], to: nodes[1], type: "LEADS", properties: [("claims", [.map(claim)])])
    session.replaceGraph(graph, path: nil)
    let answer = session.handle(":why e").transcript
    #expect(answer.contains("1. [She] leads [the line], not"), "\(answer)")
    #expect(answer.contains("   document    d1, 'A day', 2025-03-04\n"))
    #expect(!answer.contains("\u{1B}"))
  }

  /// Documentation/Repl.md lists every command as `:help` does, in its order.
  @Test func manualListsTheCommands() throws {
    let lines = try Checkout.text(Checkout.root + "/Documentation/Repl.md").split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| `:") }.map(String.init)
    #expect(rows == ReplCommand.all.map { "| `\($0.usage)` | \($0.summary) |" })
  }

  @Test(
    arguments: [
      ("512M", 512 << 20), ("2g", 2 << 30), ("1.5GB", 3 << 29), ("65536", 65536), ("64KiB", 65536), ("0", nil),
      ("-1", nil),
      ("1e3", nil), ("0x10", nil), ("inf", nil), ("", nil), ("M", nil), ("99999999T", nil), ("1.2.3", nil),
    ] as [(String, Int?)])
  func amountsOfMemory(_ text: String, _ bytes: Int?) { #expect(MemoryText.bytes(text) == bytes) }

  @Test func neighborsAreATreeAndPathsAChain() throws {
    #expect(
      try answer(":neighbors p1 2") == """
        Anna Šimková (Person)
          [1] ─LEADS→ Blue Harbour Line (Company)
            [2] ─LOCATED_IN→ Port Vesta (City)
            [3] ─LOCATED_IN→ Port Vesta (City)

        """)
    #expect(
      try answer(":path c1 -> p1") == """
        Port Vesta (City)
          [1] ←LOCATED_IN─ Blue Harbour Line (Company)
          [2] ←LEADS─ Anna Šimková (Person)

        """)
  }

  @Test func statementsGatherUntilTheirSemicolon() throws {
    let session = try harbourSession(isInteractive: true)
    #expect(session.handle("MATCH (n)").isEmpty)
    #expect(session.isInStatement)
    #expect(session.handle("RETURN n").transcript == "(A statement ends with ';': type it to run this, or go on.)\n")
    session.dropStatement()
    #expect(!session.isInStatement)
    #expect(session.handle("// a remark").isEmpty)
    #expect(!session.isInStatement)
    #expect(session.handle("RETURN ';").isEmpty)
    #expect(session.isInStatement)
  }

  @Test func wordsOfNewcomersAreCommands() throws {
    #expect(try answer("help").contains(":neighbors ENTITY [DEPTH]"))
    let session = try harbourSession()
    #expect(session.handle("exit;").isEmpty)
    #expect(session.isFinished)
  }

  @Test func changesAreNotLostWithoutAWord() throws {
    let session = try harbourSession(isInteractive: true)
    session.isModified = true
    #expect(session.handle(":quit").transcript.hasPrefix("(The graph has changes that are not saved"))
    #expect(!session.isFinished)
    _ = session.handle(":quit")
    #expect(session.isFinished)
  }

  @Test func savedGraphOpensAgain() throws {
    let folder = try Folder()
    let session = try harbourSession()
    for name in ["a.graphml", "b.json"] {
      #expect(
        session.handle(":save \(folder.file(name))").transcript
          == "(5 nodes and 3 edges written to \(folder.file(name)))\n")
      #expect(session.handle(":open '\(folder.file(name))'").transcript == "(\(folder.file(name)): 5 nodes, 3 edges)\n")
      #expect(session.handle(":why e-1").transcript.contains("On Monday [Simkova] leads"))
    }
    #expect(session.handle(":open \(folder.file("none.json"))").transcript.hasPrefix("Error: "))
    #expect(session.graph.nodeCount == 5)
  }

  @Test func scriptsTellTheirLines() throws {
    let folder = try Folder()
    let path = folder.file("script.cypher")
    try TextFile.write(Array(":find bhl\n\n:shwo\nRETURN 1 +;  RETURN 2 2;\n:source \(path)\n".utf8), to: path)
    let text = try answer(":source \(path)")
    #expect(text.contains("1  Blue Harbour Line (Company), also 'BHL', 3 edges\n"))
    #expect(text.contains("Error: \(path):3: there is no command ':shwo'"))
    #expect(text.contains("Error: \(path): SyntaxError at line 4, column 11"))
    #expect(text.contains("Error: \(path): SyntaxError at line 4, column 23"))
    #expect(text.contains("Error: \(path):5: files that ':source' each other go 16 deep at most"))
  }

  @Test func misspeltLabelsAreTold() throws {
    let text = try answer("MATCH (n:Persn)-[:LEEDS]->(:Zzz) RETURN n;")
    #expect(text.hasPrefix("Note: label 'Persn' does not occur in this graph; did you mean 'Person'?\n"))
    #expect(text.contains("Note: label 'Zzz' does not occur in this graph; ':schema' shows what does\n"))
    #expect(text.contains("Note: type 'LEEDS' does not occur in this graph; did you mean 'LEADS'?\n"))
    #expect(try !answer("MATCH (n:Person) RETURN n;").contains("Note"))
  }
}
