import QuipuCore
import QuipuDocuments
import QuipuTestSupport
import Testing

@Suite struct MarkdownTests {
  private func text(_ source: String) throws -> String { try Run.of(source, as: "a.md").texts.first ?? "" }

  @Test func aDocument() throws {
    let source = """
      ---
      title: "A short history"
      date: 2024-07-23
      ---
      # The *mill*

      The mill of **Oda** was built
      in [1850](https://a.example "t") by `Ann`.

      Heading two
      -----------
      - flour
      - bran and
        more
        - nested
      1. first
      2. second

      > quoted
      > text

      ```swift
      let a = *b*
        indented
      ```
      ***
      | a | b |
      |---|---|
      | c | **d** |

      [ref]: http://a.example
      """
    let run = try Run.of(source, as: "a.md")
    #expect(
      run.texts == [
        """
        The mill

        The mill of Oda was built in 1850 by Ann.

        Heading two

        - flour
        - bran and more
        - nested
        1. first
        2. second

        quoted text

        let a = *b*
          indented

        a\tb
        c\td

        """
      ])
    #expect(run.documents.first?.title == "A short history")
    #expect(run.documents.first?.date?.description == "2024-07-23")
  }

  @Test func theFirstHeadingIsTheTitle() throws {
    #expect(try Run.of("Intro\n\nBig *one*\n===\n\nText", as: "a.md").documents.first?.title == "Big one")
  }

  @Test(arguments: [
    ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ("***both*** __strong__ ~~gone~~", "both strong gone"), ("**a *b* c** d*", "a b c d*"),
    ("\\*no\\* \\# 1\\. x", "*no* # 1. x"), ("`` a ` b `` and `*c*`", "a ` b and *c*"),
    ("![alt *text*](pic.png) [a [b] c](u) [t][ref] [plain]", "alt text a [b] c t [plain]"),
    ("[[1]](u) see <https://a.example/x_y_z>", "[1] see https://a.example/x_y_z"),
    ("AT&amp;T &copy; &#8364; &nosuch; R&D", "AT&T © € &nosuch; R&D"),
    ("a <b>bold</b> <!-- x --> 1 < 2 > 0", "a bold 1 < 2 > 0"),
    ("<!-- hidden\nlines\n-->\nshown", "shown"), ("a  \nb", "a\nb"), ("    indented *code*", "indented *code*"),
    ("#no heading", "#no heading"), ("# closed ##", "closed"), ("* star\n+ plus\n- [x] done", "- star\n- plus\n- done"),
    ("born in\n1986. A year", "born in 1986. A year"),
  ])
  func pieces(_ source: String, _ expected: String) throws {
    #expect(try text(source) == expected + "\n")
  }

  @Test func hostileInputEndsSoon() throws {
    for piece in [
      "[", "![", "*a ", "**a_b", "`", "``x`", "> ", "<a", "&", "- ", "[a](", "`\(String(repeating: "`", count: 3))a",
    ] {
      let growth = try growth(from: 500, to: 5_000) { count in
        _ = try Run.of(String(repeating: piece, count: count), as: "a.md")
      }
      #expect(growth < 50, "\(piece)")
    }
  }
}
