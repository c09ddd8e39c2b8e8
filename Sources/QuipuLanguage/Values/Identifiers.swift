/// Numbers that name things: 'DDG 72', 'Task Force 50', 'F-16', 'version 2.1', '[3]', '3-1', '#5'.
extension ValueScanner {
  /// The end of the name that a number in digits belongs to, or nil where it is a number.
  func nameEnd(_ range: NumberRange, at i: Int) -> Int? {
    let end = range.first.end
    if isInVersion(i) { return chainEnd(i) }
    if isJoined(i), isNameBefore(i - 1) { return end }
    if isJoined(end), isWordJoined(end) { return chainEnd(i) }
    if isBracketed(i, end) || isListMark(i, end) { return end }
    if let score = scoreEnd(range, at: i) { return score }
    if !isJoined(i), isNamed(i - 1), !isPlainPlural(end), !senses(end).isPlural { return end }
    return nil
  }

  /// '2.1.3', '192.168.0.1', '1/2/3', '10:4'.
  private func isInVersion(_ i: Int) -> Bool {
    let isLink = { (at: Int) in
      self.isJoined(at) && (self.isMark(at, ".") || self.isMark(at, "/") || self.isMark(at, ":"))
    }
    if isLink(i + 1), isJoined(i + 2), isNumber(i + 2) { return true }
    return isJoined(i) && isLink(i - 1) && isNumber(i - 2)
  }

  /// Past everything without white space.
  private func chainEnd(_ i: Int) -> Int {
    var end = i + 1
    while isJoined(end), atom(end).kind == .number || atom(end).kind == .word || isJoined(end + 1) { end += 1 }
    return end
  }

  /// A letter or hyphenated name runs into the digits: 'B2', 'F-16', 'Covid-19', '#5', '@7'.
  private func isNameBefore(_ i: Int) -> Bool {
    if atom(i).kind == .word { return !(senses(i).currencyCode > 0) }
    if isMark(i, "#") || isMark(i, "@") || isMark(i, "_") { return true }
    guard isHyphen(i), isJoined(i) else { return false }
    return atom(i - 1).kind == .word && atom(i - 1).isCapitalized && senses(i - 1).month == 0
  }

  /// Letters run on after the digits: '4chan', '3D', '737-MAX'; 'the 18-fold' and '14-year-old' are no names.
  private func isWordJoined(_ i: Int) -> Bool {
    if atom(i).kind == .word { return !(senses(i).isOrdinalEnding || senses(i).unit > 0 || senses(i).scale > 0) }
    return isHyphen(i) && isJoined(i + 1) && atom(i + 1).kind == .word && atom(i + 1).isAllCapitals
  }

  /// '[3]': a note.
  private func isBracketed(_ i: Int, _ end: Int) -> Bool { isMark(i - 1, "[") && isMark(end, "]") }

  /// '1.' or '2)' at the start of the sentence.
  private func isListMark(_ i: Int, _ end: Int) -> Bool {
    guard i == 0 || (i == 1 && isMark(0, "(")) else { return false }
    return isMark(end, ")") || (isMark(end, ".") && end < atoms.count - 1)
  }

  /// '3-1', '105-98', 'Internet: 1,'; a plural after it makes it a range ('5-10 people').
  private func scoreEnd(_ range: NumberRange, at i: Int) -> Int? {
    let end = range.first.end
    if isHyphen(end), isJoined(end), isJoined(end + 1), isNumber(end + 1) {
      let isRange = range.high != nil && (isPlainPlural(range.end) || senses(range.end).isPlural)
      return isRange ? nil : end + 2
    }
    if isMark(i - 1, ":"), atom(i - 2).isCapitalized, atom(end).kind == .mark { return end }
    return nil
  }

  /// A capitalised word or a label before: 'Task Force 50', 'Article 5'.
  private func isNamed(_ i: Int) -> Bool {
    let a = atom(i)
    guard a.kind == .word else { return false }
    if a.senses.isLabel { return true }
    guard a.isCapitalized, a.senses.keyword == .none, a.senses.month == 0, a.senses.weekday == 0 else { return false }
    if a.isAllCapitals { return true }
    return i > 0 || !a.endsInEd
  }
}
