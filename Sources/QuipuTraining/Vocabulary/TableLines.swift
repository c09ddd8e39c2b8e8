/// The lines of tables in text: fields parted by tabs, comments that begin with `# `, one line of heads.
enum TableLines {
  /// The fields of all lines but comments, heads and empty ones, with the lines' numbers from 1 on.
  static func rows(in bytes: [UInt8], head: String) -> [(number: Int, fields: [ArraySlice<UInt8>])] {
    var result: [(number: Int, fields: [ArraySlice<UInt8>])] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.starts(with: "# ".utf8) || line.elementsEqual(head.utf8) { continue }
      result.append((index + 1, line.split(separator: 0x09, omittingEmptySubsequences: false)))
    }
    return result
  }
}
