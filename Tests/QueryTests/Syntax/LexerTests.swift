import QuipuCore
import QuipuQuery
import Testing

@Suite struct LexerTests {
  private func texts(_ text: String, keepsComments: Bool = false) -> [String] {
    Lexer.tokens(of: text, keepsComments: keepsComments).map {
      String(decoding: Array(text.utf8)[$0.range.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("1..3", ["1", "..", "3"]), ("[1...5]", ["[", "1", "..", ".5", "]"]), ("a<-b", ["a", "<", "-", "b"]),
    ("a<=b<>c>=d=~e", ["a", "<=", "b", "<>", "c", ">=", "d", "=~", "e"]), ("1e-5+2", ["1e-5", "+", "2"]),
    ("1.5.x", ["1.5", ".", "x"]), ("$p.x", ["$p", ".", "x"]), ("$`a b`", ["$`a b`"]), ("`a``b`c", ["`a``b`", "c"]),
    ("'it\\'s' x", ["'it\\'s'", "x"]), ("größe_1 日本", ["größe_1", "日本"]), ("a//b\nc/*d*/e", ["a", "c", "e"]),
    ("\u{FEFF}a\u{2003}b\u{3000}c", ["a", "b", "c"]), ("n+=1", ["n", "+=", "1"]),
    ("0x1F 0o7 1a", ["0x1F", "0o7", "1a"]),
    ("a/**/b", ["a", "b"]), ("a / b", ["a", "/", "b"]), ("'open", ["'open"]),
  ])
  func tokens(_ text: String, _ expected: [String]) { #expect(texts(text) == expected) }

  @Test func commentsAreKeptOnRequest() {
    #expect(texts("a // b\n/* c */ d", keepsComments: true) == ["a", "// b", "/* c */", "d"])
  }

  @Test func kindsAndKeywords() {
    let tokens = Lexer.tokens(of: "Match (n) `x` $p 1.5 'a' return")
    #expect(
      tokens.map(\.kind) == [
        .word, .leftParenthesis, .word, .rightParenthesis, .quotedName, .parameter, .number, .string, .word,
      ])
    #expect(tokens.map(\.isKeyword) == [true, false, false, false, false, false, false, false, true])
  }

  @Test func theEndComesAgain() {
    var lexer = Lexer("a ")
    #expect(lexer.next().kind == .word)
    #expect(lexer.next() == lexer.next())
    #expect(lexer.next().range == ByteRange(2, 2))
  }

  @Test func keywordsForCompletion() {
    #expect(QueryKeywords.all.first == "ALL")
    #expect(QueryKeywords.all.contains("OPTIONAL") && QueryKeywords.all.contains("shortestPath"))
    #expect(QueryKeywords.contains("oPtIonal") && !QueryKeywords.contains("optionale"))
    #expect(QueryKeywords.isReserved("match") && !QueryKeywords.isReserved("count"))
  }
}
