import QuipuGraph
import QuipuQuery

/// One array, an object a line.
struct JSONForm: RowForm {
  private var rows: JSONLinesForm
  private var isFirst = true

  init(columns: [String]) { rows = JSONLinesForm(columns: columns) }

  func begin(_ out: inout [UInt8]) { out.append(UInt8(ascii: "[")) }

  mutating func write(_ row: [Value], _ graph: PropertyGraph, _ out: inout [UInt8]) {
    if !isFirst { out.append(UInt8(ascii: ",")) }
    isFirst = false
    out.append(0x0A)
    rows.appendObject(row, graph, &out)
  }

  func end(rowCount: Int?, _ out: inout [UInt8]) { out.append(contentsOf: Array((isFirst ? "]\n" : "\n]\n").utf8)) }
}
