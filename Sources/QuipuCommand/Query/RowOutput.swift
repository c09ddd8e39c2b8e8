import Quipu
import QuipuInterchange
import QuipuRows

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the rows of all statements go, one result after the other.
final class RowOutput {
  let format: RowFormat
  private var files: [OutputFile]
  private let sink: OutputSink
  private let options: RowOptions
  private var hasWritten = false

  /// Opens the file beside its place; `-` is standard output.
  init(_ path: String, format: RowFormat) throws(InterchangeError) {
    self.format = format
    let file = try OutputFile(opening: path)
    files = [file]
    sink = file.makeSink()
    options = path == "-" ? RowOutput.terminalOptions() : RowOptions()
  }

  /// Throws when writing fails, so that no rows are made in vain.
  func write(_ result: QueryResult, _ graph: PropertyGraph) throws(InterchangeError) {
    guard !result.columns.isEmpty else { return }
    part()
    let writer = RowWriter(format, columns: result.columns, options: options) { [sink] in sink.write($0) }
    for (i, row) in result.rows.enumerated() {
      writer.write(row, graph)
      if i & 0xFFF == 0 { try sink.check() }
    }
    writer.finish()
    try sink.check()
  }

  func write(_ text: String) throws(InterchangeError) {
    part()
    sink.write(text)
    try sink.check()
  }

  /// An empty line between two results, but for lines of JSON, which tell themselves.
  private func part() {
    if hasWritten, format != .json, format != .jsonl { sink.write("\n") }
    hasWritten = true
  }

  /// Puts the file in its place.
  func commit() throws(InterchangeError) {
    try sink.finish()
    try OutputFile.commit(&files)
  }

  /// After an error: what was printed stays printed, a file is taken away.
  func abandon() throws(InterchangeError) {
    defer {
      for file in files { file.discard() }
      files = []
    }
    if files.contains(where: { $0.path == "-" }) { try sink.finish() }
  }

  /// The window's width and colours, where standard output is a terminal.
  private static func terminalOptions() -> RowOptions {
    guard isatty(STDOUT_FILENO) == 1 else { return RowOptions() }
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return RowOptions(width: isKnown ? Int(size.ws_col) : 80, isColoured: Console.allowsColour)
  }
}
