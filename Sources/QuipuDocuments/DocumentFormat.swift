/// The formats that documents come in.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case plainText, markdown, html, xml, jsonLines, json, conllu

  /// By a file name's extension (without dot, any case); nil for an unknown one.
  public init?(extension name: some StringProtocol) {
    switch name.lowercased() {
    case "txt", "text": self = .plainText
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "xml": self = .xml
    case "jsonl", "ndjson": self = .jsonLines
    case "json": self = .json
    case "conllu": self = .conllu
    default: return nil
    }
  }

  /// Formats whose files are read piece by piece.
  var isStreamed: Bool { self == .jsonLines || self == .conllu }
}

/// A file name taken apart: `news.html.gz` is stem `news`, format HTML, gzipped.
struct FileName: Equatable {
  var stem: String
  var format: DocumentFormat?
  var isGzip: Bool

  /// Only known extensions are split off; the path before the name stays in the stem.
  init(_ path: String) {
    var rest = Substring(path)
    isGzip = false
    if let (head, ext) = FileName.split(rest), ext.lowercased() == "gz" {
      isGzip = true
      rest = head
    }
    if let (head, ext) = FileName.split(rest), let known = DocumentFormat(extension: ext) {
      format = known
      rest = head
    }
    stem = String(rest)
  }

  /// At the last dot of the last path component, unless the name begins with it.
  private static func split(_ path: Substring) -> (Substring, Substring)? {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    let head = path[..<dot]
    guard let last = head.last, last != "/" else { return nil }
    return (head, path[path.index(after: dot)...])
  }
}

/// Recognizes the format of an input whose name does not tell, by its first bytes.
enum FormatSniffer {
  /// Looks at the first 4 KiB, already decoded; what looks like nothing else is plain text.
  static func format(of bytes: some Collection<UInt8>) -> DocumentFormat {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    switch start.first {
    case "{": return jsonFormat(of: start)
    case "[": return looksLikeJSONArray(start) ? .json : .plainText
    case "<": return markupFormat(of: start)
    case "#" where looksLikeCoNLLU(start): return .conllu
    case "#" where start.drop(while: { $0 == "#" }).first == " ": return .markdown
    case "1" where looksLikeCoNLLURow(firstLine(start)): return .conllu
    case "-" where firstLine(start) == "---" && start.dropFirst(3).contains("\n---"): return .markdown
    default: return .plainText
    }
  }

  /// JSON Lines when the second line begins an object and the first one ends one, otherwise one JSON value.
  static func jsonFormat(of text: Substring) -> DocumentFormat {
    let line = firstLine(text)
    let rest = text[line.endIndex...].drop(while: \.isWhitespace)
    let closes = line.last { !$0.isWhitespace } == "}"
    if rest.isEmpty { return closes ? .json : .jsonLines }
    return closes && rest.first == "{" ? .jsonLines : .json
  }

  /// By the document type or the first element: HTML when that is one of HTML's, XML when it is declared or closed.
  static func markupFormat(of text: Substring) -> DocumentFormat {
    let lower = text.lowercased()
    var rest = lower[...]
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      if rest.hasPrefix("<!doctype html") { return .html }
      let end = rest.hasPrefix("<!--") ? "-->" : ">"
      guard let close = rest.firstRange(ofCharacters: end) else { return .xml }
      rest = rest[close.upperBound...].drop(while: \.isWhitespace)
    }
    let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || ".-_:".contains($0) }
    if htmlElements.contains(String(name)) { return .html }
    if lower.hasPrefix("<?") || lower.hasPrefix("<!") { return .xml }
    guard !name.isEmpty, let close = rest.lastIndex(of: "<") else { return .plainText }
    return rest[close...].hasPrefix("</") ? .xml : .plainText
  }

  private static let htmlElements: Set<String> = [
    "html", "head", "body", "div", "p", "section", "h1", "main", "meta",
  ]

  private static func looksLikeJSONArray(_ text: Substring) -> Bool {
    let next = text.dropFirst().drop(while: \.isWhitespace).first
    return next == "{" || next == "]"
  }

  private static func looksLikeCoNLLU(_ text: Substring) -> Bool {
    for line in text.split(whereSeparator: \.isNewline) {
      if ["# newdoc", "# newpar", "# sent_id", "# text =", "# global.columns"].contains(where: line.hasPrefix) {
        return true
      }
      if !line.hasPrefix("#") { return looksLikeCoNLLURow(line) }
    }
    return false
  }

  private static func looksLikeCoNLLURow(_ line: Substring) -> Bool {
    line.first == "1" && line.split(separator: "\t", omittingEmptySubsequences: false).count == 10
  }

  private static func firstLine(_ text: Substring) -> Substring { text.prefix { !$0.isNewline } }
}

extension Substring {
  /// Where the characters occur first. Complexity: O(n · length).
  func firstRange(ofCharacters text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
