#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows what is longer than the window a page at a time.
struct Pager {
  /// `$PAGER`, or less: colours kept, lines not wrapped, nothing to quit when all fits.
  static func command(_ environment: [String: String]) -> String {
    let chosen = environment["PAGER"] ?? ""
    return chosen.isBlank ? "less -FRX" : chosen
  }

  let command: String

  /// Waits until the reader has left it; false when there is no such program, and nothing was shown.
  func show(_ text: String) -> Bool {
    let handler = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, handler) }
    let program = command.prefix { !$0.isWhitespace }
    guard system("command -v \(program) > /dev/null 2>&1") == 0, let pipe = popen(command, "w") else { return false }
    fputs(text, pipe)
    _ = pclose(pipe)
    return true
  }
}
