import QuipuOntology
import Testing

@Suite struct LexiconTableTests {
  @Test func rowsAndColumns() throws {
    let text = "# verbs\nlemma\tpast\tgerund\r\n\nbe\twas|were\nrun\tran\trunning\n"
    let table = try LexiconTable(Array(text.utf8), file: "v.tsv", columns: ["lemma", "gerund"])
    #expect(table.columns == ["lemma", "past", "gerund"])
    #expect(table.rows.map(\.fields) == [["be", "was|were", ""], ["run", "ran", "running"]])
    #expect(table.rows.map(\.location.line) == [4, 5])
    let gerund = try table.column("gerund")
    #expect(table.rows[1][gerund] == "running")
    let past = try table.values("past")
    #expect(past == ["was|were", "ran"])
    let text2 = failure { try table.column("plural") }
    #expect(text2 == "v.tsv: the header has no column 'plural'; it has: lemma, past, gerund")
  }

  @Test func problems() {
    func load(_ text: String, _ columns: [String] = []) -> String {
      failure { try LexiconTable(Array(text.utf8), file: "v.tsv", columns: columns) }
    }
    #expect(load("a\tb\n", ["c"]) == "v.tsv:1: the header has no column 'c'; it has: a, b")
    #expect(
      load("a\tb\n1\t2\t3\n\t2\n") == """
        v.tsv:2: 3 fields, but the header names 2 columns; take out the extra tabs
        v.tsv:3: the column 'a' is empty; fill it or take the line out
        """)
    #expect(
      failure { try LexiconTable([97, 10, 98, 10, 0xFF], file: "v.tsv") }
        == "v.tsv:3: bytes that are not UTF-8; save the file as UTF-8")
  }

  @Test func wordLists() throws {
    let list = try WordList(Array("# words\nthe\r\n  of \n\n\t\n#no\nto day\n".utf8), file: "w.txt")
    #expect(list.words == ["the", "of", "to day"])
  }
}
