import QuipuGraph
import QuipuQuery

/// Columns under their names, numbers to the right:
///
///      name         │ mentions
///     ──────────────┼──────────
///      Maria Keller │        3
///     1 row
///
/// The first 1,000 rows say how wide the columns are. Later cells are cut to that where the table has to fit a
/// terminal, and stand out of line elsewhere, where nothing may be lost.
struct TableForm: RowForm {
  private struct Cell {
    var text: String
    var isNull = false
  }

  private let columns: [String]
  private let options: RowOptions
  private var held: [[Cell]] = []
  private var widths: [Int] = []
  /// Columns whose held values are all numbers or null, and not all null.
  private var isNumeric: [Bool]
  private var isText: [Bool]
  private var isLaidOut = false
  private static let heldRows = 1000

  init(columns: [String], options: RowOptions) {
    self.columns = columns.map(CellText.onOneLine)
    self.options = options
    isNumeric = columns.map { _ in false }
    isText = columns.map { _ in false }
  }

  func begin(_ out: inout [UInt8]) {}

  mutating func write(_ row: [Value], _ graph: PropertyGraph, _ out: inout [UInt8]) {
    var cells: [Cell] = []
    for (i, value) in row.prefix(columns.count).enumerated() {
      cells.append(Cell(text: CellText.onOneLine(CellText.plain(value, graph)), isNull: value == .null))
      guard !isLaidOut else { continue }
      switch value {
      case .null: break
      case .int, .double: isNumeric[i] = true
      default: isText[i] = true
      }
    }
    if isLaidOut { return line(cells, &out) }
    held.append(cells)
    if held.count == TableForm.heldRows { layOut(&out) }
  }

  mutating func end(rowCount: Int?, _ out: inout [UInt8]) {
    if !isLaidOut { layOut(&out) }
    guard let rowCount else { return }
    out.append(contentsOf: (rowCount == 1 ? "1 row\n" : "\(rowCount) rows\n").utf8)
  }

  /// Finds the widths, and writes the head and what was held back.
  private mutating func layOut(_ out: inout [UInt8]) {
    widths = columns.map(DisplayWidth.of)
    for cells in held {
      for (i, cell) in cells.enumerated() { widths[i] = max(widths[i], DisplayWidth.of(cell.text)) }
    }
    if let width = options.width { widths = TableForm.fitted(widths, into: width) }
    isNumeric = zip(isNumeric, isText).map { $0 && !$1 }
    isLaidOut = true
    guard !columns.isEmpty else {
      held = []
      return
    }
    line(columns.map { Cell(text: $0) }, style: "1", &out)
    out.append(contentsOf: widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: "┼").utf8)
    out.append(0x0A)
    for cells in held { line(cells, &out) }
    held = []
  }

  /// The widths of columns that together take `total` at most: the narrow ones stay as they are, the others share
  /// what is left, each keeping four columns at least.
  static func fitted(_ widths: [Int], into total: Int) -> [Int] {
    // A space on either side of each, and a line between two.
    var room = total - 3 * widths.count + 1
    guard widths.reduce(0, +) > room else { return widths }
    var result = widths
    var open = Array(widths.indices)
    while !open.isEmpty {
      let share = max(room / open.count, 4)
      let narrow = open.filter { widths[$0] <= share }
      guard !narrow.isEmpty else {
        for (rank, i) in open.enumerated() { result[i] = share + (rank < room - share * open.count ? 1 : 0) }
        return result
      }
      room -= narrow.reduce(0) { $0 + widths[$1] }
      open.removeAll { widths[$0] <= share }
    }
    return result
  }

  private func line(_ cells: [Cell], style: String? = nil, _ out: inout [UInt8]) {
    for (i, cell) in cells.enumerated() {
      let text = options.width == nil ? cell.text : DisplayWidth.cut(cell.text, to: widths[i])
      let gap = String(repeating: " ", count: max(widths[i] - DisplayWidth.of(text), 0))
      let isLast = i == cells.count - 1
      if i > 0 { out.append(contentsOf: "│".utf8) }
      out.append(0x20)
      if isNumeric[i] { out.append(contentsOf: gap.utf8) }
      out.append(contentsOf: painted(text, cell.isNull ? "2" : style).utf8)
      if !isNumeric[i], !isLast { out.append(contentsOf: gap.utf8) }
      if !isLast { out.append(0x20) }
    }
    out.append(0x0A)
  }

  private func painted(_ text: String, _ style: String?) -> String {
    guard options.isColoured, let style else { return text }
    return "\u{1B}[\(style)m\(text)\u{1B}[0m"
  }
}
