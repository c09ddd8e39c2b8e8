import QuipuQuery
import Testing

@Suite struct StringFunctionsTests {
  @Test(arguments: [
    ("left", [Value.string("abc"), .int(2)], Value.string("ab")), ("left", [.string("abc"), .int(9)], .string("abc")),
    ("left", [.string("\u{1F600}\u{301}b"), .int(1)], .string("\u{1F600}")),
    ("right", [.string("abc"), .int(2)], .string("bc")),
    ("right", [.string("abc"), .int(0)], .string("")), ("substring", [.string("abc"), .int(1)], .string("bc")),
    ("substring", [.string("abc"), .int(1), .int(1)], .string("b")),
    ("substring", [.string("abc"), .int(7), .int(.max)], .string("")),
    ("replace", text("hello", "l", "w"), .string("hewwo")), ("replace", text("aaa", "aa", "b"), .string("ba")),
    ("replace", text("abc", "", "x"), .string("abc")), ("replace", text("abc", "z", "x"), .string("abc")),
    ("split", text("one1two", "1"), strings("one", "two")), ("split", text(",a,", ","), strings("", "a", "")),
    ("split", text("", ","), strings("")), ("split", text("ab", ""), strings("a", "b")),
    ("split", [.string("a,b;c"), strings(",", ";")], strings("a", "b", "c")),
    ("split", text("a::b", "::"), strings("a", "b")),
    ("toLower", text("\u{C4}B"), .string("\u{E4}b")), ("toUpper", text("stra\u{DF}e"), .string("STRASSE")),
    ("lower", text("A"), .string("a")),
    ("upper", text("a"), .string("A")), ("trim", text(" \t a b\n\u{A0}"), .string("a b")),
    ("ltrim", text("  a "), .string("a ")),
    ("rtrim", text(" a  "), .string(" a")), ("btrim", text("xxaxyx", "xy"), .string("a")),
    ("trim", text("   "), .string("")),
    ("char_length", text("e\u{301}"), .int(2)), ("character_length", text(""), .int(0)),
  ])
  func cases(_ name: String, _ arguments: [Value], _ expected: Value) throws {
    #expect(try call(name, arguments) == expected)
  }

  @Test(arguments: ["left", "right", "substring"]) func lengthsAreNotNegative(_ name: String) {
    let error = #expect(throws: QueryError.self) { try call(name, [.string("abc"), .int(-1)]) }
    #expect(error?.kind == .argument)
    #expect(error?.detail == "NumberOutOfRange")
    #expect(error?.message == "\(name)() takes no negative numbers, and was given -1")
  }

  @Test func replacingCannotMakeAStringWithoutEnd() {
    let million = Value.string(String(repeating: "x", count: 1 << 20))
    let error = #expect(throws: QueryError.self) { try call("replace", [million, .string("x"), million]) }
    #expect(error?.detail == "MemoryLimit")
  }
}
