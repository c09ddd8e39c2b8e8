import QuipuCore
import QuipuQuery

/// Lines of statements, until semicolons end them.
struct StatementBuffer {
  struct Statement {
    /// Without the semicolon.
    var text: String
    /// The lines that it was typed in, after as many empty ones as the script has before them, so that places of errors
    /// in it are those of the script.
    var source: String
    /// Bytes of `source` before the statement.
    var offset: Int
    /// Where it begins in a script; nil at a prompt.
    var place: ScriptPlace?
  }

  private(set) var text = ""
  /// Of the text's first line.
  private var place: ScriptPlace?

  var isBlank: Bool { text.isBlank }

  /// Adds a line and takes out the statements that it completes.
  mutating func add(_ line: String, place: ScriptPlace?) -> [Statement] {
    if isBlank { (text, self.place) = ("", place) }
    text += (text.isEmpty ? "" : "\n") + line
    // Until a line has a semicolon, nothing can end.
    guard line.utf8.contains(UInt8(ascii: ";")) else {
      if StatementSplitter.isComplete(text) { text = "" }
      return []
    }
    let all = StatementSplitter.split(text)
    let done = all.filter(\.isComplete).map(statement)
    if let rest = all.last, !rest.isComplete {
      keep(from: Int(rest.range.start))
    } else if StatementSplitter.isComplete(text) {
      text = ""
    }
    return done
  }

  /// What no semicolon ended; nil when there is nothing.
  mutating func takeRest() -> Statement? {
    defer { self = StatementBuffer() }
    return StatementSplitter.split(text).last.map(statement)
  }

  private func statement(_ found: StatementSplitter.Statement) -> Statement {
    let start = Int(found.range.start)
    let before = (place?.line ?? 1) - 1
    var place = place
    place = place?.moved(byLines: lineFeeds(before: start))
    return Statement(
      text: found.text, source: String(repeating: "\n", count: before) + text, offset: before + start, place: place)
  }

  private mutating func keep(from start: Int) {
    place = place?.moved(byLines: lineFeeds(before: start))
    // Spaces in place of the statements before it on its line, so that columns stay those of the line.
    let bytes = Array(text.utf8)
    let line = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let before = String(decoding: bytes[line..<start], as: UTF8.self).unicodeScalars.count
    text = String(repeating: " ", count: before) + String(decoding: bytes[start...], as: UTF8.self)
  }

  private func lineFeeds(before offset: Int) -> Int {
    text.utf8.prefix(offset).reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}
