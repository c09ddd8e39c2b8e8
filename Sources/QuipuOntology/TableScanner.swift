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
    var names: [ByteRange] = []
    guard nextRow(&names) else {
      throw OntologyError(file, "the file has no header line; name its columns, separated by tabs")
    }
    columns = names.map { String(decoding: bytes[$0.range], as: UTF8.self) }
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
    while nextRow(&fields) {
      guard fields.count <= columns.count else {
        problem("\(fields.count) fields, but the header names \(columns.count) columns; take out the extra tabs")
        continue
      }
      let end = fields[fields.count - 1].end
      while fields.count < columns.count { fields.append(ByteRange(end, end)) }
      row(line, fields)
    }
  }

  private mutating func problem(_ message: String) {
    problems.append(Problem(SourceLocation(file: file, line: line), message))
  }

  /// The fields of the next line that is neither empty nor a comment; false at the end of the file. One pass.
  private mutating func nextRow(_ fields: inout [ByteRange]) -> Bool {
    let count = bytes.count
    while position < count {
      fields.removeAll(keepingCapacity: true)
      let first = position
      var start = position
      var i = position
      bytes.withUnsafeBufferPointer { b in
        while i < count && b[i] != 10 {
          if b[i] == 9 {
            fields.append(ByteRange(start..<i))
            start = i + 1
          }
          i += 1
        }
      }
      position = i + 1
      line += 1
      let end = i > start && bytes[i - 1] == 13 ? i - 1 : i
      if end == first || bytes[first] == UInt8(ascii: "#") { continue }
      fields.append(ByteRange(start..<end))
      return true
    }
    return false
  }
}
