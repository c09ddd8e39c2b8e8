/// How rows are written.
public enum RowFormat: String, Hashable, Sendable, CaseIterable {
  /// Aligned columns for people, with the number of rows below.
  case table
  /// Comma-separated values (RFC 4180): null is an empty field, the empty string a quoted one.
  case csv
  /// One JSON array of objects.
  case json
  /// One JSON object a line.
  case jsonl
  /// A table of GitHub Flavored Markdown.
  case markdown
}

/// What the table needs to know of where it is shown.
public struct RowOptions: Hashable, Sendable {
  /// Columns of the terminal, into which a table is made to fit by cutting cells; nil cuts nothing.
  public var width: Int?
  /// Whether a table has a bold head and dim nulls, by ANSI escape sequences.
  public var isColoured: Bool

  public init(width: Int? = nil, isColoured: Bool = false) {
    self.width = width
    self.isColoured = isColoured
  }
}
