import Quipu

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// All that goes to standard error: messages, progress, the summary. Counts the errors.
final class Console {
  /// Nothing but errors.
  let isQuiet: Bool
  private(set) var errorCount = 0
  private let isColoured: Bool
  private var progress: ProgressBar?

  /// Colour only at a terminal, and not where `NO_COLOR` is set (no-color.org).
  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isColoured = Console.isTerminal && Console.allowsColour
  }

  /// Whether the user lets terminals be coloured.
  static var allowsColour: Bool { (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb" }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  func error(_ problem: any Error) { error(String(describing: problem)) }

  /// One line for each line of the message.
  func error(_ message: String) {
    errorCount += 1
    for line in message.split(separator: "\n") { write(label("Error:", colour: "31") + " \(line)\n") }
  }

  /// A message of several lines that belong together, such as a query with a mark below the place.
  func error(block: String) {
    errorCount += 1
    write(label("Error:", colour: "31") + " \(block)" + (block.hasSuffix("\n") ? "" : "\n"))
  }

  func note(_ message: String) {
    if !isQuiet { write("Note: \(message)\n") }
  }

  /// Text as it stands.
  func show(_ text: String) {
    if !isQuiet { write(text) }
  }

  /// Shows a bar from now on, if anyone is there to see it.
  func beginProgress(paths: [String]) {
    if !isQuiet, Console.isTerminal { progress = ProgressBar(paths: paths) }
  }

  func advance(documents: Int, bytes: Int) {
    if let line = progress?.advance(documents: documents, bytes: bytes) { Console.put(line) }
  }

  func endProgress() {
    if progress != nil { Console.put(ProgressBar.erasing) }
    progress = nil
  }

  private func write(_ text: String) {
    Console.put(progress == nil ? text : ProgressBar.erasing + text)
  }

  private func label(_ text: String, colour: String) -> String {
    isColoured ? "\u{1B}[1;\(colour)m\(text)\u{1B}[0m" : text
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// What cannot be written to standard error has nowhere else to go.
  private static func put(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
