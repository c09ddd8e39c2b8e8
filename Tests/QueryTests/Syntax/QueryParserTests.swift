import QuipuQuery
import Testing

@Suite struct QueryParserTests {
  @Test(arguments: SyntaxCases.load("expressions"))
  func expression(_ item: SyntaxCases.Case) throws {
    #expect(SyntaxDump.dump(try QueryParser().parseExpression(item.input)) == item.expected)
  }

  @Test(arguments: SyntaxCases.load("queries"))
  func query(_ item: SyntaxCases.Case) throws {
    #expect(SyntaxDump.dump(try QueryParser().parse(item.input)) == item.expected)
  }

  @Test(arguments: SyntaxCases.load("errors"))
  func errors(_ item: SyntaxCases.Case) {
    let (query, errors) = QueryParser().diagnose(item.input)
    #expect(query == nil)
    let texts = errors.map { "\($0.detail)\n\($0.render(in: item.input))" }
    #expect(texts.joined(separator: "\n") == item.expected)
  }

  @Test func everyFileOfCasesIsThere() {
    for name in ["expressions", "queries", "errors"] { #expect(SyntaxCases.load(name).count > 20, "\(name)") }
  }
}
