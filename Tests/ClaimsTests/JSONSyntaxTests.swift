import Testing

@testable import QuipuClaims

@Suite struct JSONSyntaxTests {
  @Test(arguments: [
    "{}", " [ ] ", #"{"a":[1,-0.5e+3,true,false,null,"\u00e9\n"]}"#, "0", #""é🪢""#,
  ])
  func wellFormed(text: String) {
    #expect(JSONSyntax.failure(in: Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: [
    ("", 0, "the line ends where a value should be"), ("{\"a\":1,}", 7, "expected a member's name in double quotes"),
    ("[1 2]", 3, "expected ',' or ']'"), ("{\"a\" 1}", 5, "expected ':' after the member's name"),
    ("\"abc", 4, "the line ends inside a string"),
    ("\"a\u{1}\"", 2, "a control character inside a string; write it as \\u00XX"),
    ("\"\\x\"", 2, "no escape sequence starts like this"), ("\"\\u12g4\"", 5, "\\u needs four hexadecimal digits"),
    ("-", 1, "expected a digit"), ("1.", 2, "expected a digit"), ("1e", 2, "expected a digit"),
    ("nul", 3, "expected 'null'"), ("{} x", 3, "something follows the end of the object"),
    ("[0,nope]", 4, "expected 'null'"), ("'a'", 0, "no JSON value starts like this"),
  ])
  func broken(text: String, offset: Int, problem: String) {
    #expect(JSONSyntax.failure(in: Array(text.utf8)[...]) == .init(offset: offset, problem: problem))
  }

  @Test func depthIsBounded() {
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(JSONSyntax.failure(in: deep[...]) == .init(offset: 512, problem: "nested deeper than 512"))
  }

  @Test func brokenEncoding() {
    let bytes: [UInt8] = [0x22, 0x61, 0xFF, 0x22]
    #expect(JSONSyntax.failure(in: bytes[...]) == .init(offset: 2, problem: "the bytes are no UTF-8"))
  }

  @Test func offsetsCountFromTheSlicesStart() {
    #expect(JSONSyntax.failure(in: Array("xxx[1,]".utf8)[3...])?.offset == 3)
  }
}
