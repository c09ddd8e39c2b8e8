/// Why an input, or one document of it, could not be read: what, where, and what to do about it.
///
/// One error concerns one document; the other documents are read all the same.
public struct DocumentError: Error, Equatable, Sendable {
  public enum Kind: String, Sendable {
    case missing, unreadable, noDocuments, noText, notText, malformed, refused, truncated, tooLarge, duplicateID
  }

  public var kind: Kind
  /// The input as the user named it, or as a folder listed it; `-` for standard input.
  public var path: String
  /// 1-based line of the decoded text.
  public var line: Int?
  /// 1-based column in that line, counted in bytes of its UTF-8 form.
  public var column: Int?
  /// 0-based offset into the file's bytes (for a gzip file: into the compressed bytes if `kind` is `truncated` or
  /// `malformed`, otherwise into the inflated ones).
  public var byteOffset: Int?
  /// What is wrong: a clause without capital or full stop.
  public var reason: String
  /// What to do about it: an imperative clause.
  public var advice: String

  public init(
    _ kind: Kind, path: String, line: Int? = nil, column: Int? = nil, byteOffset: Int? = nil, reason: String,
    advice: String
  ) {
    self.kind = kind
    self.path = path
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
    self.reason = reason
    self.advice = advice
  }

  /// The path with line and column, as compilers print it.
  public var place: String {
    var place = path == "-" ? "standard input" : path
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return place
  }
}

extension DocumentError: CustomStringConvertible {
  /// `path:line:column: reason at byte n; advice`, on one line.
  public var description: String {
    let offset = byteOffset.map { " at byte \($0)" } ?? ""
    return "\(place): \(reason)\(offset); \(advice)"
  }
}
