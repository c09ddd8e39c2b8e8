import QuipuCore

/// Plain text: the document's text is the decoded file as it stands; a title and a date are recognized in it.
enum PlainText {
  static func draft(_ bytes: consuming [UInt8]) -> Draft {
    Draft(title: title(of: bytes), date: DateLine.date(in: bytes), bytes: bytes)
  }

  /// A title has at most so many bytes.
  static let titleLimit = 200

  /// The first line that holds something, when it is short, does not end as a sentence does, is not itself the date,
  /// and is followed by a blank line or by the date line, and then by more text.
  static func title(of text: [UInt8]) -> String? {
    guard let line = line(in: text, after: 0), line.range.count <= titleLimit, isTitle(text[line.range]),
      let next = self.line(in: text, after: line.next)
    else { return nil }
    let isApart = next.range.lowerBound > line.next && blankLineStarts(text, at: line.next)
    guard isApart || DateLine.date(ofLine: text[next.range].prefix(DateLine.byteLimit)) != nil else { return nil }
    return UTF8Text.cleaned(String(decoding: text[line.range], as: UTF8.self))
  }

  private static func isTitle(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last, !".,:;".utf8.contains(last), DateLine.date(ofLine: line) == nil else { return false }
    return line.contains { ASCII.isLetter($0) || $0 >= 0x80 }
  }

  /// The next line that holds something, trimmed, and where the line after it begins.
  private static func line(in text: [UInt8], after start: Int) -> (range: Range<Int>, next: Int)? {
    var start = start
    while start < text.count {
      let end = System.firstIndex(of: 0x0A, in: text, from: start) ?? text.count
      let trimmed = UTF8Text.trimmed(text[start..<end])
      if !trimmed.isEmpty { return (trimmed.startIndex..<trimmed.endIndex, min(end + 1, text.count)) }
      start = end + 1
    }
    return nil
  }

  private static func blankLineStarts(_ text: [UInt8], at start: Int) -> Bool {
    let end = System.firstIndex(of: 0x0A, in: text, from: start) ?? text.count
    return UTF8Text.isBlank(text[start..<end])
  }
}
