import Foundation
import QuipuCore
import QuipuQuery
import Testing

/// Queries with the error that the checks find, in `Cases/semantics.case`.
@Suite struct SemanticCaseTests {
  struct Case: CustomTestStringConvertible {
    var line: Int
    var query: String
    /// Nil for a query that passes.
    var kind: String?
    var detail = ""
    var range: ByteRange?
    var message: String?
    var testDescription: String { "line \(line): \(query)" }
  }

  @Test func everyCase() throws {
    let cases = try Self.load()
    try #require(cases.count >= 150)
    for c in cases {
      let comment = Comment(rawValue: "line \(c.line): \(c.query)")
      do throws(QueryError) {
        try SemanticAnalysis(Self.catalog).check(try QueryParser().parse(c.query))
        #expect(c.kind == nil, comment)
      } catch {
        let found = Comment(rawValue: "\(comment.rawValue): found \(error)")
        #expect(c.kind == error.kind.rawValue, found)
        #expect(c.detail == error.detail, found)
        #expect(error.phase == .compile, found)
        #expect(c.range == error.range, found)
        if let message = c.message { #expect(message == error.message, found) }
      }
    }
  }

  static let catalog: Catalog = {
    var procedures = ProcedureLibrary.standard
    procedures.register(procedure("test.echo(in :: INTEGER?) :: (out :: INTEGER?)"))
    procedures.register(procedure("test.act() :: ()"))
    return Catalog(procedures: procedures, parameters: ["known", "limit"])
  }()

  static func load() throws -> [Case] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Cases/semantics.case")
    let text = try String(contentsOf: path, encoding: .utf8)
    return try text.components(separatedBy: "\n").enumerated().compactMap { number, line in
      line.isEmpty || line.hasPrefix("#") ? nil : try parse(line, number + 1)
    }
  }

  private static func parse(_ line: String, _ number: Int) throws -> Case {
    let fields = line.components(separatedBy: " ~ ")
    try #require(fields.count >= 2, "line \(number): too few fields")
    if fields[0] == "ok" { return Case(line: number, query: fields[1]) }
    let pieces = fields[1].components(separatedBy: CharacterSet(charactersIn: "«»"))
    try #require(pieces.count == 3, "line \(number): one range must be marked")
    let start = pieces[0].utf8.count
    let words = fields[0].components(separatedBy: "/")
    return Case(
      line: number, query: pieces.joined(), kind: words.count == 2 ? words[0] : "SyntaxError",
      detail: words[words.count - 1], range: ByteRange(start..<start + pieces[1].utf8.count),
      message: fields.count > 2 ? fields[2] : nil)
  }
}
