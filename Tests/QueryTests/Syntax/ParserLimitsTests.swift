import QuipuQuery
import QuipuTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct ParserLimitsTests {
  /// What opens a level, what stands innermost, and what closes it.
  static let nesting: [(open: String, core: String, close: String)] = [
    ("(", "1", ")"), ("[", "1", "]"), ("{a: ", "1", "}"), ("f(", "1", ")"), ("x[", "1", "]"), ("x[1..", "1", "]"),
    ("CASE WHEN true THEN ", "1", " END"), ("CASE ", "1", " WHEN 1 THEN 2 END"), ("[x IN ", "y", "]"),
    ("[x IN y WHERE ", "1", "]"), ("[x IN y | ", "1", "]"), ("all(x IN ", "y", " WHERE true)"),
    ("reduce(a = 1, x IN ", "y", " | 1)"), ("reduce(a = 1, x IN y | ", "1", ")"), ("x {a: ", "1", "}"),
    ("[(a)-->(b) | ", "1", "]"), ("(a {x: ", "1", "})-->(b)"), ("(a WHERE ", "1", ")-->(b)"),
    ("EXISTS { (a) WHERE ", "1", " }"), ("COUNT { MATCH (a) WHERE ", "1", " RETURN 1 }"), ("a AND b OR (", "1", ")"),
    ("NOT a = b + c * d ^ - (", "1", ")"), ("a.b IN [", "1", "]"), ("COLLECT { RETURN ", "1", " }"),
    ("shortestPath((a {x: ", "1", "})-->(b))"), ("EXISTS { CALL f(", "1", ") YIELD x RETURN x }"),
  ]

  static func nested(_ index: Int, _ depth: Int) -> String {
    let (open, core, close) = nesting[index]
    return String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  }

  /// Runs on a thread whose stack has this many bytes.
  private func onThread(stack: Int, _ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stack)
    let box = Unmanaged.passRetained(Body(body))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        #if canImport(Glibc)
          guard let argument else { return nil }
        #endif
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    #expect(status == 0)
    #if canImport(Glibc)
      pthread_join(thread, nil)
    #else
      if let thread { pthread_join(thread, nil) }
    #endif
  }

  private final class Body: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  @Test(arguments: nesting.indices)
  func deepNestingIsReadOrRefusedOnHalfTheUsualStack(_ index: Int) {
    onThread(stack: 4 << 20) {
      for depth in [90, 400, 401, 10_000] {
        let text = ParserLimitsTests.nested(index, depth)
        let first = Result { () throws(QueryError) in try QueryParser().parseExpression(text) }
        switch first {
        case .success(let expression):
          #expect(depth <= 400, "\(text.prefix(30))")
          #expect(expression.hashValue == expression.hashValue)
        case .failure(let error):
          #expect(error.detail == "NestingLimit" || error.detail == "UnexpectedSyntax", "\(error.message)")
        }
      }
    }
  }

  @Test func fourHundredParenthesesAreRead() throws {
    let expression = try QueryParser().parseExpression(ParserLimitsTests.nested(0, 400))
    #expect(expression.kind == .integer(1))
    #expect(
      throws: QueryError(
        .limit, .compile, "NestingLimit",
        "more than 400 levels of nesting; break the query up with WITH", at: .init(401, 402))
    ) {
      try QueryParser().parseExpression(ParserLimitsTests.nested(0, 401))
    }
  }

  /// A first operand, and what is put after (or before) it again and again.
  static let chains = [
    ("1", " + 1"), ("1", " ^ 1"), ("a", ".a"), ("a", "[0]"), ("a", "[..1]"), ("a", " IN a"), ("a", " IS NULL"),
    ("a", " STARTS WITH a"), ("a", " * b + a"),
  ]

  @Test(arguments: chains)
  func longChainsAreReadOrRefused(_ first: String, _ rest: String) throws {
    _ = try QueryParser().parseExpression(first + String(repeating: rest, count: 450))
    onThread(stack: 4 << 20) {
      for count in [990, 20_000] {
        let text = first + String(repeating: rest, count: count)
        let result = Result { () throws(QueryError) in try QueryParser().parseExpression(text) }
        if case .failure(let error) = result { #expect(error.detail == "NestingLimit") }
        if case .success(let expression) = result {
          #expect(count < 1_000)
          #expect(expression.hashValue == expression.hashValue)
        }
      }
    }
  }

  @Test(arguments: ["NOT ", "- ", "+ ", "!"])
  func longPrefixesAreRefused(_ prefix: String) {
    let text =
      prefix == "!"
      ? "x:" + String(repeating: "!", count: 100_000) + "A"
      : String(repeating: prefix, count: 100_000) + "a"
    let error = #expect(throws: QueryError.self) { try QueryParser().parseExpression(text) }
    #expect(error?.detail == "NestingLimit")
  }

  /// Flat in the tree, so that their length is no depth.
  @Test(arguments: [" AND a", " OR a", " XOR a", " = a", " < a", " AND a + 1", " OR a AND b", " OR NOT a"])
  func longFlatChainsAreRead(_ rest: String) throws {
    let text = "a" + String(repeating: rest, count: 5_000)
    let expression = try QueryParser().parseExpression(text)
    #expect(expression.range.count == text.utf8.count)
  }

  @Test func chainsWithinNestingAddUp() {
    var text = "1"
    for _ in 0..<100 { text = "(" + text + String(repeating: " + 1", count: 20) + ")" }
    let error = #expect(throws: QueryError.self) { try QueryParser().parseExpression(text) }
    #expect(
      error?.message == "more than 1000 operators in a chain; use a list, reduce() or parameters instead")
  }

  @Test func largeTextIsRead() throws {
    let megabyte = 1 << 20
    #expect(try QueryParser().parse("RETURN '" + String(repeating: "x", count: megabyte) + "'").parts.count == 1)
    #expect(try QueryParser().parse("RETURN 1 /*" + String(repeating: "*", count: megabyte) + "*/").parts.count == 1)
    #expect(try QueryParser().parse("RETURN [1" + String(repeating: ",1", count: 100_000) + "]").parts.count == 1)
    #expect(try QueryParser().parse("MATCH ()" + String(repeating: "--()", count: 50_000)).parts.count == 1)
  }

  @Test func textBeyondTheSizeIsRefused() {
    let text = "RETURN '" + String(repeating: "x", count: QueryParser.maximumSize) + "'"
    let error = #expect(throws: QueryError.self) { try QueryParser().parse(text) }
    #expect(error?.detail == "QuerySize")
    #expect(error?.message == "the query has 16777225 bytes, more than 16777216; pass data as parameters")
  }
}
