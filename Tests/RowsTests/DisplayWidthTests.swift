import QuipuRows
import Testing

@Suite struct DisplayWidthTests {
  static let texts: [(String, Int)] = [
    ("", 0), ("abc", 3), ("e\u{301}t\u{E9}", 3), ("中文", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ｆｕｌｌ", 8),
    ("ｶﾅ", 2), ("👍", 2), ("👩‍🔬", 2), ("🇳🇴", 2), ("☺", 1), ("☺️", 2), ("a\u{200B}b", 2), ("«Москва»", 8), ("…", 1),
    ("שלום", 4), ("กำ", 2),
  ]

  @Test(arguments: texts) func isWhatTerminalsTake(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  static let cuts: [(String, Int, String)] = [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("中文字", 6, "中文字"), ("中文字", 5, "中文…"), ("中文字", 4, "中…"),
    ("e\u{301}a\u{300}b", 2, "e\u{301}…"), ("abc", 1, "…"), ("abc", 0, ""), ("👩‍🔬👩‍🔬", 3, "👩‍🔬…"),
  ]

  @Test(arguments: cuts) func cutsAtWholeCharacters(_ text: String, _ width: Int, _ result: String) {
    #expect(DisplayWidth.cut(text, to: width) == result)
    #expect(DisplayWidth.of(result) <= width)
  }
}
