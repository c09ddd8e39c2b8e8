import QuipuCore

/// Finds a full date, with its year, in a short text: '2024-07-23', 'July 23, 2024', '23rd of July 2024', '23.07.2024',
/// 'Tue, 23 Jul 2024 10:00:00 GMT'.
///
/// '7/8/2024' is left alone: its order of day and month depends on the country.
struct DateText {
  /// A piece of the text: a word, a number, or one mark.
  private struct Piece {
    var range: Range<Int>
    var word: String
    var number: Int?
  }

  var date: CivilDate
  /// The bytes of the date itself.
  var range: Range<Int>

  /// The first date in the bytes; nil when there is none. Complexity: O(n).
  init?(_ bytes: ArraySlice<UInt8>) {
    let pieces = DateText.pieces(bytes)
    for i in pieces.indices {
      guard let (date, length) = DateText.date(pieces, at: i, bytes) else { continue }
      self.date = date
      range = pieces[i].range.lowerBound..<pieces[i + length - 1].range.upperBound
      return
    }
    return nil
  }

  /// The date of a metadata field: compact ISO too ('20240723T101500Z').
  static func field(_ text: String) -> CivilDate? {
    let bytes = Array(text.utf8)
    if let found = DateText(bytes[...]) { return found.date }
    let head = UTF8Text.trimmed(bytes[...]).prefix(8)
    guard head.count == 8, head.allSatisfy(ASCII.isDigit), let number = Int(String(decoding: head, as: UTF8.self))
    else { return nil }
    return CivilDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
  }

  private static func date(_ pieces: [Piece], at i: Int, _ bytes: ArraySlice<UInt8>) -> (CivilDate, Int)? {
    if pieces[i].number != nil { return numeric(pieces, at: i) ?? dayFirst(pieces, at: i) }
    return monthFirst(pieces, at: i)
  }

  /// '2024-07-23', '2024/07/23', '23.07.2024'.
  private static func numeric(_ pieces: [Piece], at i: Int) -> (CivilDate, Int)? {
    guard i + 4 < pieces.count, let a = pieces[i].number, let b = pieces[i + 2].number, let c = pieces[i + 4].number
    else { return nil }
    let mark = pieces[i + 1].word
    guard mark == pieces[i + 3].word, pieces[i].range.upperBound == pieces[i + 1].range.lowerBound,
      pieces[i + 3].range.upperBound == pieces[i + 4].range.lowerBound
    else { return nil }
    if isYear(a, pieces[i]), mark == "-" || mark == "/" || mark == "." {
      return CivilDate(year: a, month: b, day: c).map { ($0, 5) }
    }
    guard isYear(c, pieces[i + 4]), mark == "." else { return nil }
    return CivilDate(year: c, month: b, day: a).map { ($0, 5) }
  }

  /// '23 July 2024', '23rd of July, 2024', '23-Jul-2024'.
  private static func dayFirst(_ pieces: [Piece], at i: Int) -> (CivilDate, Int)? {
    guard let day = pieces[i].number else { return nil }
    var next = i + 1
    skip(["st", "nd", "rd", "th"], pieces, &next)
    skip(["of", "-", "."], pieces, &next)
    guard next < pieces.count, let month = month(pieces[next].word) else { return nil }
    next += 1
    skip([",", ".", "-"], pieces, &next)
    guard next < pieces.count, let year = pieces[next].number, isYear(year, pieces[next]) else { return nil }
    return CivilDate(year: year, month: month, day: day).map { ($0, next + 1 - i) }
  }

  /// 'July 23, 2024', 'Jul. 23rd 2024'.
  private static func monthFirst(_ pieces: [Piece], at i: Int) -> (CivilDate, Int)? {
    guard let month = month(pieces[i].word) else { return nil }
    var next = i + 1
    skip(["."], pieces, &next)
    guard next < pieces.count, let day = pieces[next].number else { return nil }
    next += 1
    skip(["st", "nd", "rd", "th"], pieces, &next)
    skip([","], pieces, &next)
    guard next < pieces.count, let year = pieces[next].number, isYear(year, pieces[next]) else { return nil }
    return CivilDate(year: year, month: month, day: day).map { ($0, next + 1 - i) }
  }

  private static func skip(_ words: [String], _ pieces: [Piece], _ next: inout Int) {
    if next < pieces.count, words.contains(pieces[next].word) { next += 1 }
  }

  private static func isYear(_ number: Int, _ piece: Piece) -> Bool {
    piece.range.count == 4 && number >= 1000 && number <= 2999
  }

  private static func pieces(_ bytes: ArraySlice<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let start = i
      let byte = bytes[i]
      i += 1
      if ASCII.isSpace(byte) { continue }
      if ASCII.isDigit(byte) {
        while i < bytes.endIndex, ASCII.isDigit(bytes[i]) { i += 1 }
      } else if isWordByte(byte) {
        while i < bytes.endIndex, isWordByte(bytes[i]) { i += 1 }
      }
      let word = String(decoding: bytes[start..<i].map(ASCII.lower), as: UTF8.self)
      pieces.append(
        Piece(range: start..<i, word: word, number: ASCII.isDigit(byte) && i - start <= 8 ? Int(word) : nil))
    }
    return pieces
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte >= 0x80 }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// 1 to 12 of a month's English name or its abbreviation to three letters ('sept' too).
  static func month(_ word: String) -> Int? {
    if word == "sept" { return 9 }
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0 == word || (word.utf8.count == 3 && $0.hasPrefix(word)) }.map { $0 + 1 }
  }
}
