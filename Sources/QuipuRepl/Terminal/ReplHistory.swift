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

/// What was typed, kept across sessions: an entry a line, `\n` and `\\` for line feed and backslash.
///
/// Entries are appended as they come, so that sessions side by side both keep theirs. Failing to write is no error.
public struct ReplHistory {
  public static let limit = 10_000

  /// Nil when there is no place to keep it.
  public let path: String?
  /// The oldest first.
  public private(set) var entries: [String] = []

  /// Reads the file; when it has grown over the limit, it is cut to its latest entries.
  public init(path: String?) {
    self.path = path
    guard let path, let data = FileManager.default.contents(atPath: path) else { return }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    entries = lines.suffix(ReplHistory.limit).map { ReplHistory.decoded($0) }
    guard lines.count > ReplHistory.limit else { return }
    let text = entries.map { ReplHistory.encoded($0) + "\n" }.joined()
    try? TextFile.write(Array(text.utf8), to: path)
    chmod(path, 0o600)
  }

  /// `$XDG_STATE_HOME/quipu/history`, else `~/.local/state/quipu/history` (XDG Base Directory Specification).
  public static func standardPath(_ environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/quipu/history" }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.local/state/quipu/history"
  }

  /// Adds an entry unless it is blank or the same as the last; whether it did.
  public mutating func add(_ entry: String) -> Bool {
    guard !entry.isBlank, entry != entries.last else { return false }
    entries.append(entry)
    if entries.count > ReplHistory.limit { entries.removeFirst() }
    if let path { ReplHistory.append(ReplHistory.encoded(entry) + "\n", to: path) }
    return true
  }

  private static func append(_ line: String, to path: String) {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      let folder = String(path[..<slash])
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // A file of another mode, copied from elsewhere, is closed to others too.
    fchmod(descriptor, 0o600)
    let bytes = Array(line.utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  static func encoded(_ entry: String) -> String {
    entry.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }

  static func decoded(_ line: some StringProtocol) -> String {
    var text = ""
    var isEscaped = false
    for character in line {
      switch (isEscaped, character) {
      case (true, "n"): text += "\n"
      case (true, "r"): text += "\r"
      case (true, _): text.append(character)
      case (false, "\\"):
        isEscaped = true
        continue
      case (false, _): text.append(character)
      }
      isEscaped = false
    }
    return text
  }
}
