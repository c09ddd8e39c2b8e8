import QuipuRows

/// Words in columns, read downwards.
struct ColumnList {
  private let words: [String]
  private let total: Int

  /// `total` counts those too that are not shown.
  init(_ words: some Sequence<String>, total: Int) {
    self.words = Array(words)
    self.total = total
  }

  func rendered(width: Int) -> String {
    let widest = (words.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let columns = max(1, width / widest)
    let rows = (words.count + columns - 1) / columns
    var text = ""
    for row in 0..<rows {
      let line = stride(from: row, to: words.count, by: rows).map { words[$0] }
      text += line.dropLast().map { $0.padded(widest) }.joined() + (line.last ?? "") + "\n"
    }
    return total > words.count ? text + "… \(total) in all\n" : text
  }
}
