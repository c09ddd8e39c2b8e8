import QuipuGraph
import Testing

@testable import QuipuRepl

@Suite struct EntityIndexTests {
  private func found(_ text: String) throws -> [String] {
    let graph = try harbourGraph()
    return EntityIndex(graph).search(text).map { graph.id(of: $0.node) }
  }

  @Test(arguments: ["Anna Šimková", "anna simkova", "SIMKOVA", "Anna-Simkova", "simk", "simkvoa", "ana simkova"])
  func findsByNameAliasBeginningAndMistake(_ text: String) throws {
    #expect(try found(text).first == "p1")
  }

  @Test func exactStandsBeforePartsAndNamesBeforeAliases() throws {
    let matches = EntityIndex(try harbourGraph()).search("BHL")
    #expect(matches.first?.fit == .exact)
    #expect(matches.first?.isAlias == true)
    #expect(try found("port").sorted() == ["c1", "c2"])
  }

  @Test(arguments: ["", "zzz", "x", "★"]) func findsNothingFarOff(_ text: String) throws {
    #expect(try found(text).isEmpty)
  }

  @Test func nodeWithoutNamesGoesByItsID() throws {
    var graph = PropertyGraph()
    let node = try graph.addNode(id: "n17")
    #expect(EntityIndex.names(of: node, in: graph).map(\.name) == ["n17"])
    #expect(EntityIndex(graph).search("N17").count == 1)
  }

  @Test func completesNamesByTheirBeginning() throws {
    let index = EntityIndex(try harbourGraph())
    #expect(index.names(beginning: "blu", limit: 9) == ["Blue Harbour Line"])
    #expect(index.names(beginning: "Port V", limit: 9) == ["Port Vesta"])
  }
}

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xabc", 1), ("ca", "abc", 3),
    ("kitten", "sitting", 3),
  ])
  func countsEdits(_ a: String, _ b: String, _ distance: Int) {
    #expect(EditDistance.distance(a, b, limit: 9) == distance)
    #expect(EditDistance.distance(b, a, limit: 9) == distance)
    if distance > 0 { #expect(EditDistance.distance(a, b, limit: distance - 1) == nil) }
  }

  @Test func nearestIsNearOrNone() {
    #expect(EditDistance.nearest("shwo", among: ["show", "save"]) == "show")
    #expect(EditDistance.nearest("bogus", among: ["show", "save"]) == nil)
  }
}
