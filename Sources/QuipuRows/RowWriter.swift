import QuipuGraph
import QuipuQuery

/// Writes a statement's rows as they come, and hands the bytes on in chunks.
///
///     let writer = RowWriter(.csv, columns: result.columns) { sink.write($0) }
///     for row in result.rows { writer.write(row, graph) }
///     writer.finish()
public final class RowWriter {
  public private(set) var rowCount = 0
  private var form: any RowForm
  private var buffer: [UInt8] = []
  private let output: ([UInt8]) -> Void
  private static let chunk = 1 << 15

  /// `output` gets UTF-8; it keeps its own failures.
  public init(
    _ format: RowFormat, columns: [String], options: RowOptions = RowOptions(), output: @escaping ([UInt8]) -> Void
  ) {
    self.output = output
    form =
      switch format {
      case .table: TableForm(columns: columns, options: options)
      case .csv: CSVForm(columns: columns)
      case .json: JSONForm(columns: columns)
      case .jsonl: JSONLinesForm(columns: columns)
      case .markdown: MarkdownForm(columns: columns)
      }
    form.begin(&buffer)
  }

  /// One value for each column; nodes and edges are those of the graph. A table holds its first 1,000 rows back to
  /// find the widths, all else goes out at once.
  public func write(_ row: [Value], _ graph: PropertyGraph) {
    form.write(row, graph, &buffer)
    rowCount += 1
    if buffer.count >= RowWriter.chunk { flush() }
  }

  /// Writes what is held back, and the end. Nothing may be written after it.
  public func finish() {
    form.end(rowCount: rowCount, &buffer)
    flush()
  }

  /// Ends after an error, in place of `finish`: the rows that there are stay whole and the output well formed, as a
  /// JSON array that is closed; a table has no count of rows below it. Where there are no rows nothing is written.
  public func cut() {
    if rowCount == 0 { buffer = [] } else { form.end(rowCount: nil, &buffer) }
    flush()
  }

  private func flush() {
    if !buffer.isEmpty { output(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// One format's way of writing rows; each appends to the bytes it is given.
protocol RowForm {
  mutating func begin(_ out: inout [UInt8])
  mutating func write(_ row: [Value], _ graph: PropertyGraph, _ out: inout [UInt8])
  /// `rowCount` is nil where not all rows came.
  mutating func end(rowCount: Int?, _ out: inout [UInt8])
}
