import QuipuQuery
import Testing

@testable import QuipuRows

@Suite struct TableFormTests {
  private let world: World

  init() throws { world = try World() }

  @Test func alignment() {
    let rows: [[Value]] = [
      [.string("Maria Keller"), .int(3), .null], [.string("中文"), .double(12.5), .string("x")],
      [.string("a\tb\u{1B}[1m"), .null, .int(5)],
    ]
    #expect(
      world.written(.table, ["name", "mentions", "z"], rows) == """
         name          │ mentions │ z
        ───────────────┼──────────┼──────
         Maria Keller  │        3 │ null
         中文          │     12.5 │ x
         a\\tb\\u001B[1m │     null │ 5
        3 rows

        """)
  }

  @Test func fewRows() {
    #expect(world.written(.table, ["x"], []) == " x\n───\n0 rows\n")
    #expect(world.written(.table, ["x"], [[.int(1)]]) == " x\n───\n 1\n1 row\n")
  }

  @Test func colours() {
    let text = world.written(.table, ["x"], [[.null], [.string("null")]], RowOptions(isColoured: true))
    #expect(text == " \u{1B}[1mx\u{1B}[0m\n──────\n \u{1B}[2mnull\u{1B}[0m\n null\n2 rows\n")
  }

  @Test func fitsTheWindow() {
    let long = String(repeating: "word ", count: 30) + "end"
    let rows: [[Value]] = [[.int(1), .string(long), .string(long)], [.int(22), .string("short"), .string("中文字")]]
    for width in [20, 40, 80, 200] {
      let text = world.written(.table, ["n", "first", "second"], rows, RowOptions(width: width))
      let lines = text.split(separator: "\n").dropLast()
      #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width })
      #expect(lines.contains { $0.contains("…") })
    }
  }

  static let fits: [([Int], Int, [Int])] = [
    ([5, 5], 20, [5, 5]), ([5, 50, 50], 48, [5, 18, 17]), ([50], 20, [18]), ([10, 10, 10], 20, [4, 4, 4]),
    ([3, 100], 30, [3, 22]), ([], 10, []),
  ]

  @Test(arguments: fits) func shares(_ widths: [Int], _ total: Int, _ result: [Int]) {
    #expect(TableForm.fitted(widths, into: total) == result)
  }

  @Test func laterRowsAreCutOnlyInAWindow() {
    let rows: [[Value]] = (0..<1000).map { [.int(Int64($0))] } + [[.string("much longer than the rest")]]
    let whole = world.written(.table, ["x"], rows)
    #expect(whole.hasSuffix(" 999\n much longer than the rest\n1001 rows\n"))
    let cut = world.written(.table, ["x"], rows, RowOptions(width: 80))
    #expect(cut.hasSuffix(" 999\n mu…\n1001 rows\n"))
  }
}
