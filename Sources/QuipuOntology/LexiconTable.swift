/// A small table of words (`Ontology/lexicon/*.tsv`): named columns, one entry a row, every row with its line.
public struct LexiconTable: Sendable {
  public struct Row: Sendable {
    /// One for each column of the table; empty where the file leaves it off.
    public let fields: [String]
    public let location: SourceLocation

    @inlinable public subscript(column: Int) -> String { fields[column] }
  }

  public let file: String
  public let columns: [String]
  public let rows: [Row]

  /// Reads a tab-separated file whose header has at least these columns.
  public static func load(_ path: String, columns: [String] = []) throws(OntologyError) -> LexiconTable {
    try LexiconTable(try SourceFile.read(path), file: path, columns: columns)
  }

  /// `file` stands for the text in errors. The first column must not be empty in any row.
  public init(_ bytes: [UInt8], file: String, columns required: [String] = []) throws(OntologyError) {
    var scanner = try TableScanner(bytes, file: file)
    for name in required { _ = try scanner.find(name) }
    var rows: [Row] = []
    var problems: [Problem] = []
    let first = scanner.columns[0]
    scanner.forEachRow { line, ranges in
      let fields = ranges.map { String(decoding: bytes[$0.range], as: UTF8.self) }
      let location = SourceLocation(file: file, line: line)
      if fields[0].isEmpty {
        problems.append(Problem(location, "the column '\(first)' is empty; fill it or take the line out"))
      }
      rows.append(Row(fields: fields, location: location))
    }
    problems = (problems + scanner.problems).sorted { $0.location.line < $1.location.line }
    guard problems.isEmpty else { throw OntologyError(problems) }
    self.file = file
    self.columns = scanner.columns
    self.rows = rows
  }

  /// The index of a column, for `row[i]`; an error where the header does not have it.
  public func column(_ name: String) throws(OntologyError) -> Int {
    guard let i = columns.firstIndex(of: name) else {
      throw OntologyError(file, "the header has no column '\(name)'; it has: \(columns.joined(separator: ", "))")
    }
    return i
  }

  /// Every value of a column, row by row.
  public func values(_ name: String) throws(OntologyError) -> [String] {
    let i = try column(name)
    return rows.map { $0[i] }
  }
}

/// A list of words (`Ontology/lexicon/*.txt`): one a line, `#` comment lines.
public struct WordList: Sendable {
  public let file: String
  /// In the order of the file, blanks at the ends of lines trimmed.
  public let words: [String]

  public static func load(_ path: String) throws(OntologyError) -> WordList {
    try WordList(try SourceFile.read(path), file: path)
  }

  /// `file` stands for the text in errors.
  public init(_ bytes: [UInt8], file: String) throws(OntologyError) {
    try SourceFile.checkUTF8(bytes, file: file)
    self.file = file
    words = bytes.split(separator: 10).compactMap { line in
      let blank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 13 }
      guard let first = line.firstIndex(where: { !blank($0) }), let last = line.lastIndex(where: { !blank($0) }),
        line[line.startIndex] != UInt8(ascii: "#")
      else { return nil }
      return String(decoding: line[first...last], as: UTF8.self)
    }
  }
}
