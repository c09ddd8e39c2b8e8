import QuipuGraph
import QuipuQuery

/// A table of GitHub Flavored Markdown: every row on one line, so that line breaks become `<br>`.
struct MarkdownForm: RowForm {
  let columns: [String]

  func begin(_ out: inout [UInt8]) {
    line(columns.map(MarkdownForm.escaped), &out)
    line(columns.map { _ in "---" }, &out)
  }

  func write(_ row: [Value], _ graph: PropertyGraph, _ out: inout [UInt8]) {
    line(row.map { MarkdownForm.escaped(CellText.plain($0, graph)) }, &out)
  }

  func end(rowCount: Int?, _ out: inout [UInt8]) {}

  private func line(_ cells: [String], _ out: inout [UInt8]) {
    for cell in cells { out.append(contentsOf: "| \(cell) ".utf8) }
    out += [UInt8(ascii: "|"), 0x0A]
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|": result += "\\|"
      case "\r": result += "<br>"
      case "\n": result += isAfterReturn ? "" : "<br>"
      default: result.unicodeScalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return result
  }
}
