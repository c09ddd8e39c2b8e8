import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The window that results are shown in.
public struct TerminalWindow: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  /// That of standard output; `COLUMNS` and `LINES` where it does not tell, else 80 by 24.
  public static var current: TerminalWindow {
    var columns: Int32 = 0
    var rows: Int32 = 0
    _ = quipu_window_size(STDOUT_FILENO, &columns, &rows)
    func number(_ name: String) -> Int? {
      getenv(name).flatMap { Int(String(cString: $0)) }.flatMap { $0 > 0 ? $0 : nil }
    }
    return TerminalWindow(
      columns: columns > 0 ? Int(columns) : number("COLUMNS") ?? 80, rows: rows > 0 ? Int(rows) : number("LINES") ?? 24)
  }

  /// Standard input and output both lead to a person.
  public static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Colour at a terminal that has it, unless `NO_COLOR` is set (no-color.org).
  public static func isColoured(_ descriptor: Int32) -> Bool {
    func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return isatty(descriptor) == 1 && value("NO_COLOR").isEmpty && value("TERM") != "dumb"
  }

  /// Lines that a text takes here, long ones wrapped.
  func lines(of text: String) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .reduce(0) { $0 + max(1, (PlainWidth.of($1) + columns - 1) / max(1, columns)) }
  }
}
