#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A session with a person at a terminal.
public final class ReplTerminal {
  private let session: ReplSession
  private var history: ReplHistory
  private let pager: Pager
  /// Lines of the statement that is being typed, one entry of the history together.
  private var typed: [String] = []

  public init(_ session: ReplSession) {
    self.session = session
    let environment = ProcessInfo.processInfo.environment
    history = ReplHistory(path: ReplHistory.standardPath(environment))
    pager = Pager(command: Pager.command(environment))
    session.isCancelled = { ReplInterrupt.isPending }
  }

  /// Until Ctrl-D or `:quit`. `opening` is shown first.
  public func run(opening: [ReplPiece]) {
    let completer = Completer(session)
    let editor = LineEditor(
      entries: history.entries, width: { TerminalWindow.current.columns }, complete: { completer.complete($0) })
    guard let editor else { return write("quipu: cannot use this terminal\n", to: STDERR_FILENO) }
    show(opening)
    while !session.isFinished {
      switch editor.readLine(prompt: session.isInStatement ? "  ...> " : "quipu> ") {
      case .line(let line): take(line, editor)
      case .interrupted: drop()
      case .end: leave()
      }
    }
  }

  private func take(_ line: String, _ editor: LineEditor) {
    typed.append(line)
    ReplInterrupt.watch()
    session.windowWidth = TerminalWindow.current.columns
    let pieces = session.handle(line)
    if !session.isInStatement {
      let entry = typed.joined(separator: "\n").trimmed
      if history.add(entry) { editor.remember(entry) }
      typed = []
    }
    show(pieces)
  }

  private func drop() {
    write("^C\n", to: STDOUT_FILENO)
    typed = []
    session.dropStatement()
  }

  private func leave() {
    write("\n", to: STDOUT_FILENO)
    if session.isInStatement {
      typed = []
      session.dropStatement()
    } else {
      show(session.quit())
    }
  }

  // MARK: Output

  private func show(_ pieces: [ReplPiece]) {
    let text = pieces.map(rendered).joined()
    guard !text.isEmpty else { return }
    let window = TerminalWindow.current
    let isLong = window.lines(of: text) >= window.rows
    if isLong, session.settings.usesPager, pager.show(text) { return }
    write(text, to: STDOUT_FILENO)
  }

  private func rendered(_ piece: ReplPiece) -> String {
    switch piece {
    case .text(let text): text
    case .warning(let text): session.style.bold("Note:") + " " + text + "\n"
    case .note(let text): session.style.dim(text) + "\n"
    case .error(let text): session.style.error("Error:") + " " + text + (text.hasSuffix("\n") ? "" : "\n")
    }
  }

  private func write(_ text: String, to descriptor: Int32) { _ = Output.write(text, to: descriptor) }
}

/// Bytes to a descriptor.
enum Output {
  /// False when it cannot be written, as to a pipe that no one reads.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
