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
  /// Of the result that is being written.
  private var writer: RowWriter?

  /// Opens the file beside its place; `-` is standard output.
  init(_ path: String, format: RowFormat) throws(InterchangeError) {
    self.format = format
    let file = try OutputFile(opening: path)
    files = [file]
    sink = file.makeSink()
    options = path == "-" ? RowOutput.terminalOptions() : RowOptions()
  }

  /// Begins a result; one without columns has no rows either.
  func begin(_ columns: [String]) {
    guard !columns.isEmpty else { return }
    var isFirst = true
    writer = RowWriter(format, columns: columns, options: options) { [self] bytes in
      if isFirst { part() }
      isFirst = false
      sink.write(bytes)
    }
  }

  /// False when writing has failed, so that no rows are made in vain.
  func write(_ row: [Value], _ graph: PropertyGraph) -> Bool {
    writer?.write(row, graph)
    return !sink.hasFailed
  }

  /// Ends a result whose rows have all been written.
  func end() throws(InterchangeError) {
    writer?.finish()
    writer = nil
    try sink.check()
  }

  /// Ends a result that an error cut short.
  func cut() {
    writer?.cut()
    writer = nil
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
