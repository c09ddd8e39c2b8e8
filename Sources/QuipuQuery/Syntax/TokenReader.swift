import QuipuCore

/// Thrown inside the parser to leave a clause; the error itself is already recorded.
struct SyntaxAbort: Error {}

/// The tokens of a text with a place among them: what the parser's rules, in this class's extensions, are made of.
///
/// A class, so that the rules' frames stay small. Nesting is limited: the tree is walked by recursion later on.
final class TokenReader {
  /// How deep parentheses, lists, subqueries and the like may lie in each other. A level takes up to 5 KB of stack in
  /// debug builds, so that this many fit into a quarter of the usual 8 MB.
  static let maximumDepth = 400
  /// How high the tree of one expression may be, which chains of operators such as `1 + 1 + …` make high.
  static let maximumHeight = 1_000
  /// Bytes of text.
  static let maximumSize = 16 << 20

  let bytes: [UInt8]
  let tokens: [Token]
  /// For each opening bracket the index of the one that closes it; -1 for others.
  let partners: [Int32]
  var position = 0
  var depth = 0
  /// Of the expression that was read last, within the innermost one that is being read.
  var height = 0
  /// A `|` ends the expression that is being read, and is not part of its labels.
  var barEndsExpression = false
  var errors: [QueryError] = []
  /// Index of the token at which the last error was found.
  var errorPosition = 0
  /// How often a token was looked at: the parser's work.
  private(set) var steps = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var lexer = Lexer(bytes: bytes)
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 4)
    repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .end
    self.tokens = tokens
    partners = TokenReader.matchBrackets(tokens)
  }

  /// Pairs brackets; one that is closed by a bracket of another kind stays without partner.
  private static func matchBrackets(_ tokens: [Token]) -> [Int32] {
    var partners = [Int32](repeating: -1, count: tokens.count)
    var open: [Int] = []
    var counts: [Token.Kind: Int] = [:]
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace:
        open.append(index)
        counts[token.kind, default: 0] += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        guard let opening = Token.Kind(rawValue: token.kind.rawValue - 1), counts[opening, default: 0] > 0 else {
          continue
        }
        while let candidate = open.popLast() {
          counts[tokens[candidate].kind, default: 0] -= 1
          guard tokens[candidate].kind == opening else { continue }
          partners[candidate] = Int32(index)
          break
        }
      default: break
      }
    }
    return partners
  }
}

// MARK: Looking and moving

extension TokenReader {
  var token: Token { tokens[position] }
  var kind: Token.Kind { tokens[position].kind }
  var keyword: Keyword? { tokens[position].keyword }
  /// The byte at which the current token begins.
  var start: UInt32 { tokens[position].range.start }

  /// The token some places on, or the last one.
  func peek(_ offset: Int) -> Token { tokens[min(position + offset, tokens.count - 1)] }

  func advance() {
    steps += 1
    if position + 1 < tokens.count { position += 1 }
  }

  /// The bytes from a place to the end of the token before this one.
  func range(from start: UInt32) -> ByteRange {
    ByteRange(start, max(start, position > 0 ? tokens[position - 1].range.end : 0))
  }

  func text(_ range: ByteRange) -> String { String(decoding: bytes[range.range], as: UTF8.self) }

  func accept(_ kind: Token.Kind) -> Bool {
    guard self.kind == kind else { return false }
    advance()
    return true
  }

  func accept(_ keyword: Keyword) -> Bool {
    guard self.keyword == keyword else { return false }
    advance()
    return true
  }

  func expect(_ kind: Token.Kind, _ expected: @autoclosure () -> String) throws(SyntaxAbort) {
    guard accept(kind) else { throw fail(expected: expected()) }
  }

  func expect(_ keyword: Keyword, _ place: @autoclosure () -> String) throws(SyntaxAbort) {
    guard accept(keyword) else { throw fail(expected: "'\(keyword.spelling)' \(place())") }
  }

  /// A variable's or function's name.
  func symbolicName(_ expected: @autoclosure () -> String) throws(SyntaxAbort) -> Name {
    guard token.isSymbolicName else {
      guard kind == .word else { throw fail(expected: expected()) }
      throw fail(
        "UnexpectedSyntax",
        "expected \(expected()), found \(describe(token)), a reserved word (in backticks it is a name)", at: token.range
      )
    }
    return takeName()
  }

  /// A label, type or property key: reserved words are names here.
  func schemaName(_ expected: @autoclosure () -> String) throws(SyntaxAbort) -> Name {
    guard token.isAnyName else { throw fail(expected: expected()) }
    return takeName()
  }

  func takeName() -> Name {
    let range = token.range
    advance()
    return Name(Literals.name(bytes[range.range]), range)
  }
}

// MARK: Errors and limits

extension TokenReader {
  func fail(_ detail: String, _ message: String, at range: ByteRange) -> SyntaxAbort {
    record(.syntax(detail, message, at: range))
  }

  func record(_ error: QueryError) -> SyntaxAbort {
    errors.append(error)
    errorPosition = position
    return SyntaxAbort()
  }

  /// `expected ')' after the list, found 'RETURN'`; or the lexer's error if the token is none.
  func fail(expected: String) -> SyntaxAbort {
    switch kind {
    case .invalid, .otherDash, .otherLeftArrow, .otherRightArrow: return record(Lexer.error(bytes, token.range))
    default: break
    }
    let hint = self.hint
    return fail("UnexpectedSyntax", "expected \(expected), found \(describe(token))\(hint)", at: token.range)
  }

  func describe(_ token: Token) -> String {
    guard token.kind != .end else { return "the end of the query" }
    return "'\(Literals.excerpt(bytes[token.range.range]))'"
  }

  /// What the writer may have meant by the current token.
  private var hint: String {
    if kind == .word, keyword == nil, let near = KeywordSuggestion.nearest(to: bytes[token.range.range]) {
      return " (did you mean '\(near)'?)"
    }
    if kind == .exclamation, peek(1).kind == .equal { return " (did you mean '<>'?)" }
    if kind == .equal, position > 0, tokens[position - 1].kind == .equal { return " (one '=' compares)" }
    return ""
  }

  /// One level deeper; every return but an error's must `leave`.
  func enter(_ levels: Int = 1) throws(SyntaxAbort) {
    depth += levels
    guard depth <= TokenReader.maximumDepth else {
      throw tooDeep("more than \(TokenReader.maximumDepth) levels of nesting; break the query up with WITH")
    }
  }

  func leave(_ levels: Int = 1) { depth -= levels }

  /// The expression just read stands as an operand under one more operator.
  func raise() throws(SyntaxAbort) {
    height += 1
    guard height <= TokenReader.maximumHeight else {
      throw tooDeep(
        "more than \(TokenReader.maximumHeight) operators in a chain; use a list, reduce() or parameters instead")
    }
  }

  private func tooDeep(_ message: String) -> SyntaxAbort {
    record(QueryError(.limit, .compile, "NestingLimit", message, at: token.range))
  }
}
