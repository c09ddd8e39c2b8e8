import QuipuCore
import QuipuQuery
import QuipuTestSupport
import Testing

/// Mutated queries and random bytes: whatever comes, a tree or errors, with ranges inside of the text.
@Suite struct ParserFuzzTests {
  static let corpus: [[UInt8]] =
    ["expressions", "queries", "errors"].flatMap { name in
      SyntaxCases.load(name).map { Array(((name == "expressions" ? "RETURN " : "") + $0.input).utf8) }
    }

  static let fragments: [[UInt8]] = [
    "(", ")", "[", "]", "{", "}", "'", "\"", "`", "/*", "*/", "//", "\n", "$", "--", "-[", "]->", "<-", "..", "*", "|",
    ":", ",",
    ";", "\\u00", "\\", "é", "日", "\u{FEFF}", " MATCH ", " RETURN ", " WHERE ", " NOT ", " IN ", " WITH ", " EXISTS {",
    "[x IN ", "all(x IN ", " CASE WHEN ", " END ", "9223372036854775808", "1e999", "0x", ".5", "\u{0}",
  ].map { Array($0.utf8) }

  static func mutate(_ text: inout [UInt8], _ random: inout SplitMix64) {
    let place = Int.random(in: 0...text.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: text.insert(contentsOf: fragments.randomElement(using: &random) ?? [], at: place)
    case 1: text.insert(UInt8.random(in: 0...255, using: &random), at: place)
    case 2: text.removeSubrange(place..<min(text.count, place + Int.random(in: 0...8, using: &random)))
    case 3: text.append(contentsOf: text[place...])
    case 4: text.insert(contentsOf: corpus.randomElement(using: &random) ?? [], at: place)
    default:
      text.replaceSubrange(place..<min(text.count, place + 1), with: [UInt8.random(in: 32...126, using: &random)])
    }
  }

  private func check(_ text: String) {
    let size = UInt32(text.utf8.count)
    let (query, errors) = QueryParser().diagnose(text)
    #expect((query == nil) == !errors.isEmpty, "\(text.debugDescription)")
    for error in errors {
      guard let range = error.range else {
        Issue.record("no place: \(error.message) in \(text.debugDescription)")
        continue
      }
      #expect(range.start <= range.end && range.end <= size, "\(error.message) in \(text.debugDescription)")
      #expect(!error.render(in: text).isEmpty)
    }
    if let query { #expect(query.range.end <= size && RangeCheck.isNested(query), "\(text.debugDescription)") }
    for statement in StatementSplitter.split(text) { #expect(statement.range.end <= size) }
  }

  @Test(arguments: 0..<10)
  func mutatedQueries(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      var text = ParserFuzzTests.corpus.randomElement(using: &random) ?? []
      for _ in 0...Int.random(in: 0..<5, using: &random) { ParserFuzzTests.mutate(&text, &random) }
      if text.count < 4_000 { check(String(decoding: text, as: UTF8.self)) }
    }
  }

  @Test func randomBytes() {
    var random = SplitMix64(seed: 99)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }
}
