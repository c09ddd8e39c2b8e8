import QuipuGraph
import QuipuQuery

/// RFC 4180: lines end with CR LF, and a field with a comma, a quote or a line break stands in quotes.
struct CSVForm: RowForm {
  let columns: [String]

  func begin(_ out: inout [UInt8]) {
    for (i, column) in columns.enumerated() {
      if i > 0 { out.append(UInt8(ascii: ",")) }
      CSVForm.append(column, &out)
    }
    out += [0x0D, 0x0A]
  }

  func write(_ row: [Value], _ graph: PropertyGraph, _ out: inout [UInt8]) {
    for (i, value) in row.enumerated() {
      if i > 0 { out.append(UInt8(ascii: ",")) }
      if case .null = value { continue }
      CSVForm.append(CellText.plain(value, graph), &out)
    }
    out += [0x0D, 0x0A]
  }

  func end(rowCount: Int?, _ out: inout [UInt8]) {}

  private static func append(_ text: String, _ out: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard text.isEmpty || text.utf8.contains(where: { [quote, UInt8(ascii: ","), 0x0A, 0x0D].contains($0) }) else {
      out.append(contentsOf: text.utf8)
      return
    }
    out.append(quote)
    for byte in text.utf8 {
      if byte == quote { out.append(quote) }
      out.append(byte)
    }
    out.append(quote)
  }
}
