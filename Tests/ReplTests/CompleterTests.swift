import Testing

@testable import QuipuRepl

@Suite struct CompleterTests {
  private func complete(_ line: String, after lines: [String] = []) throws -> Completion {
    let session = try harbourSession()
    for line in lines { _ = session.handle(line) }
    return Completer(session).complete(line)
  }

  @Test(arguments: [
    (":fi", ["find"]), (":s", ["save", "schema", "set", "show", "source"]), (":help :", []), (":set form", ["format"]),
    (":set format js", ["json", "jsonl"]), (":show anna", ["Anna Šimková"]), (":path BHL -> gr", ["Grey Dock Ltd"]),
    (":why Anna Šimková -[LEADS]-> bl", ["Blue Harbour Line"]), (":quit ", []), (":bogus x", []),
    ("MATCH (n:Comp", ["Company"]), ("MATCH (n:comp", ["Company"]), ("MATCH (n:City|Pl", ["Place"]),
    ("MATCH (a)-[r:LE", ["LEADS"]), ("MATCH (a)-[:LEADS|LOC", ["LOCATED_IN"]), ("MATCH (n) WHERE n:Pers", ["Person"]),
    ("MATCH (n {na", ["name"]), ("MATCH (n) WHERE n.al", ["aliases"]), ("MATCH (a)-[r {sin", ["since"]),
    ("MATCH (harbour:City) RETURN har", ["harbour"]), ("MATCH harbour = (a) RETURN har", ["harbour"]),
    ("UNWIND [1] AS number RETURN numb", ["number"]), ("mat", ["MATCH"]), ("RETURN 'mat", []), ("RETURN /* mat", []),
    ("RETURN `mat", []), ("", []),
  ])
  func offersWhatMayStandThere(_ line: String, _ candidates: [String]) throws {
    #expect(try complete(line).candidates == candidates)
  }

  @Test func goesOnInTheLinesBefore() throws {
    #expect(try complete("RETURN har", after: ["MATCH (harbour:City)"]).candidates == ["harbour"])
    #expect(try complete(":Ci", after: ["MATCH (n"]).candidates == ["City"])
  }

  @Test func replacesTheWordOnly() throws {
    let completion = try complete("MATCH (n:Compa")
    #expect(completion.replaced == 5)
    #expect(completion.commonBeginning == "Company")
    #expect(try complete(":s").commonBeginning == "s")
  }

  @Test func namesThatAreNoWordsStandInBackticks() {
    #expect(QueryContext.quoted("Ship") == "Ship")
    #expect(QueryContext.quoted("Ship of line") == "`Ship of line`")
    #expect(QueryContext.quoted("9") == "`9`")
    #expect(QueryContext.quoted("MATCH") == "`MATCH`")
    #expect(QueryContext.quoted("a`b") == "`a``b`")
  }

  @Test func filesComplete() throws {
    let folder = try Folder()
    try TextFile.write(Array("{}".utf8), to: folder.file("graph.json"))
    #expect(try complete(":open \(folder.path)/gr").candidates == [folder.file("graph.json")])
  }
}
