import QuipuCore

/// Splits the bytes of a tab-separated file into fields without copying them.
///
/// The first line that is neither empty nor a comment (`#` at its start) is the header; fields may be left off at the
/// end of a row; `\r` before the newline is dropped. There is no quoting: a field holds no tab and no newline.
struct TableScanner {
  let file: String
  /// The names in the header, in the order of the file.
  private(set) var columns: [String] = []
  private(set) var problems: [Problem] = []
  private let bytes: [UInt8]
  private var position = 0
  /// The line last read, from 1.
  private(set) var line = 0

  /// Reads up to and with the header.
  init(_ bytes: [UInt8], file: String) throws(OntologyError) {
    self.bytes = bytes
    self.file = file
    try SourceFile.checkUTF8(bytes, file: file)
    guard let header = nextLine() else {
      throw OntologyError(file, "the file has no header line; name its columns, separated by tabs")
    }
    columns = bytes[header.range].split(separator: 9, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    for (i, c) in columns.enumerated() where columns[..<i].contains(c) {
      throw OntologyError(file, line: line, "the column '\(c)' comes twice; leave one out")
    }
  }

  /// The column of each wanted name, or an error that says which is missing.
  func find(_ name: String) throws(OntologyError) -> Int {
    guard let i = columns.firstIndex(of: name) else {
      let known = columns.joined(separator: ", ")
      throw OntologyError(file, line: line, "the header has no column '\(name)'; it has: \(known)")
    }
    return i
  }

  /// Calls `row` with the line's number and its fields, one for each column; those left off are empty.
  mutating func forEachRow(_ row: (_ line: Int, _ fields: [ByteRange]) -> Void) {
    var fields: [ByteRange] = []
    fields.reserveCapacity(columns.count + 1)
    while let content = nextLine() {
      fields.removeAll(keepingCapacity: true)
      var start = content.start
      bytes.withUnsafeBufferPointer { b in
        for i in content.start..<content.end where b[Int(i)] == 9 {
          fields.append(ByteRange(start, i))
          start = i + 1
        }
      }
      fields.append(ByteRange(start, content.end))
      guard fields.count <= columns.count else {
        problem("\(fields.count) fields, but the header names \(columns.count) columns; take out the extra tabs")
        continue
      }
      while fields.count < columns.count { fields.append(ByteRange(content.end, content.end)) }
      row(line, fields)
    }
  }

  private mutating func problem(_ message: String) {
    problems.append(Problem(SourceLocation(file: file, line: line), message))
  }

  /// The next line that is neither empty nor a comment, without its end.
  private mutating func nextLine() -> ByteRange? {
    bytes.withUnsafeBufferPointer { b in
      while position < b.count {
        let start = position
        var end = start
        while end < b.count && b[end] != 10 { end += 1 }
        position = end + 1
        line += 1
        if end > start && b[end - 1] == 13 { end -= 1 }
        if end > start && b[start] != UInt8(ascii: "#") { return ByteRange(UInt32(start), UInt32(end)) }
      }
      return nil
    }
  }
}
