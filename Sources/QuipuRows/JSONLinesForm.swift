import QuipuCore
import QuipuGraph
import QuipuQuery

/// An object a line, its members in the order of the columns.
struct JSONLinesForm: RowForm {
  private let columns: [String]
  private var json = JSONWriter()

  init(columns: [String]) { self.columns = columns }

  func begin(_ out: inout [UInt8]) {}

  mutating func write(_ row: [Value], _ graph: PropertyGraph, _ out: inout [UInt8]) {
    appendObject(row, graph, &out)
    out.append(0x0A)
  }

  func end(rowCount: Int?, _ out: inout [UInt8]) {}

  mutating func appendObject(_ row: [Value], _ graph: PropertyGraph, _ out: inout [UInt8]) {
    json.reset()
    json.beginObject()
    for (column, value) in zip(columns, row) {
      json.key(column)
      value.writeJSON(.plain, graph: graph, to: &json)
    }
    json.endObject()
    out.append(contentsOf: json.bytes)
  }
}
