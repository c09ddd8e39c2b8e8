import QuipuCore

/// Recognizes the line among a text's first ones that dates it.
///
/// Three forms count: a date with no words beside it but those that go with dates ('Updated Friday, July 21, 2017,
/// 10:15 GMT'); a place and a date alone on a line ('London, 22 April 2024'); and a dateline before the first sentence
/// ('KYIV, July 23, 2024 (Reuters) -'). A date without its year counts as none.
enum DateLine {
  /// So many lines that hold something are looked at, and so many bytes of each.
  static let lineLimit = 6
  static let byteLimit = 120

  /// Complexity: O(1): the first lines only.
  static func date(in text: [UInt8]) -> CivilDate? {
    for line in firstLines(of: text) {
      if let date = date(ofLine: line) { return date }
    }
    return nil
  }

  /// The first lines that are not blank, each cut off after `byteLimit` bytes.
  private static func firstLines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while lines.count < lineLimit, start < text.count, start < 1 << 16 {
      let end = System.firstIndex(of: 0x0A, in: text, from: start) ?? text.count
      let line = UTF8Text.trimmed(text[start..<min(end, start + byteLimit)])
      if !line.isEmpty { lines.append(line) }
      start = end + 1
    }
    return lines
  }

  static func date(ofLine line: ArraySlice<UInt8>) -> CivilDate? {
    guard let found = DateText(line) else { return nil }
    let before = words(line[line.startIndex..<found.range.lowerBound])
    let after = words(line[found.range.upperBound...])
    if isDateline(line, found, before) { return found.date }
    guard line.count < byteLimit, after.allSatisfy(goesWithDates) else { return nil }
    if before.allSatisfy(goesWithDates) { return found.date }
    let isPlace = before.count <= 4 && before.allSatisfy { $0.first?.isUppercase == true }
    return isPlace && line.last != UInt8(ascii: ".") && precededByComma(line, found) ? found.date : nil
  }

  /// Capitals first, then the date, then a dash within the bytes looked at, nothing but an agency in between.
  private static func isDateline(_ line: ArraySlice<UInt8>, _ found: DateText, _ before: [String]) -> Bool {
    guard let place = before.first, place.count > 1, !place.contains(where: \.isLowercase), before.count <= 6 else {
      return false
    }
    var rest = UTF8Text.trimmed(line[found.range.upperBound...])
    if rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")")),
      close - rest.startIndex <= 40
    {
      rest = UTF8Text.trimmed(rest[(close + 1)...])
    }
    if rest.first == UInt8(ascii: "/"), let close = rest.dropFirst().firstIndex(of: UInt8(ascii: "/")) {
      rest = UTF8Text.trimmed(rest[(close + 1)...])
    }
    let dashes: [[UInt8]] = [Array("-".utf8), Array("–".utf8), Array("—".utf8), Array(":".utf8)]
    return dashes.contains { rest.starts(with: $0) }
  }

  private static func precededByComma(_ line: ArraySlice<UInt8>, _ found: DateText) -> Bool {
    let head = UTF8Text.trimmed(line[line.startIndex..<found.range.lowerBound])
    return head.last.map { [UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "-")].contains($0) } ?? true
  }

  /// Runs of letters.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split { !(ASCII.isLetter($0) || $0 >= 0x80) }.map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.contains(where: \.isLetter) }
  }

  private static let companions: Set<String> = [
    "published", "updated", "posted", "modified", "last", "first", "date", "dated", "created", "issued", "released",
    "filed", "time", "at", "on", "of", "the", "am", "pm", "a", "m", "p", "z", "t", "o", "clock", "gmt", "utc", "est",
    "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "pt", "bst", "cet", "cest", "eet", "eest", "msk",
    "ist",
    "jst", "h", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
    "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun",
  ]

  private static func goesWithDates(_ word: String) -> Bool { companions.contains(word.lowercased()) }
}
