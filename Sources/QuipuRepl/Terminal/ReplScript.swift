#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A session without a person: from a pipe, a file, or an argument. Results go to standard output, all else to standard
/// error, and a line that fails does not stop the ones after it.
public final class ReplScript {
  private let session: ReplSession
  /// Whether something failed so far.
  public private(set) var hasFailed = false
  /// Whether standard output can no longer be written.
  private var isClosed = false

  public init(_ session: ReplSession) { self.session = session }

  /// Shows what came of the start.
  public func show(_ pieces: [ReplPiece]) {
    for piece in pieces where !isClosed {
      switch piece {
      case .text(let text): isClosed = !Output.write(text, to: STDOUT_FILENO)
      case .note: break
      case .warning(let text): _ = Output.write("Note: \(text)\n", to: STDERR_FILENO)
      case .error(let text):
        hasFailed = true
        _ = Output.write("Error: \(text)" + (text.hasSuffix("\n") ? "" : "\n"), to: STDERR_FILENO)
      }
    }
  }

  /// Runs a text's lines; `name` begins its errors.
  public func run(_ text: String, name: String?) {
    feed(text.split(separator: "\n", omittingEmptySubsequences: false).lazy.map(String.init).makeIterator(), name)
  }

  /// Runs standard input, line by line as it comes.
  public func runStandardInput() { feed(AnyIterator { readLine(strippingNewline: true) }, nil) }

  private func feed(_ lines: some IteratorProtocol<String>, _ name: String?) {
    var lines = lines
    var number = 0
    while !session.isFinished, !isClosed, let line = lines.next() {
      number += 1
      let line = line.hasSuffix("\r") ? String(line.dropLast()) : line
      show(session.handleNumbered(line, at: ScriptPlace(file: name, line: number)))
    }
    if !session.isFinished { show(session.finishStatement()) }
  }
}
