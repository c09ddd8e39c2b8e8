/// Numbers that name things: 'DDG 72', 'Task Force 50', 'F-16', 'version 2.1', '[3]', '3-1', '#5'.
extension ValueScanner {
  /// The end of the name that a number in digits belongs to, or nil where it is a number.
  func nameEnd(_ range: NumberRange, at i: Int) -> Int? {
    let end = range.first.end
    if isInVersion(i) || isInList(i) { return chainEnd(i) }
    if isAddress(i, end) { return end }
    if isJoined(i), isNameBefore(i - 1) { return end }
    if isTelephone(i) { return digitsEnd(i) }
    if isCoordinate(i, end) { return end }
    if isJoined(end), isWordJoined(end) { return chainEnd(i) }
    if isBracketed(i, end) || isListMark(i, end) { return end }
    if let score = scoreEnd(range, at: i) { return score }
    let isCounting = isPlainPlural(end) || senses(end).isPlural
    if !isJoined(i), isNamed(i - 1), !isCounting || (senses(i - 1).isLabel && atom(i - 1).isCapitalized) { return end }
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

  /// '4,5,6', '4411-2290-1'.
  private func isInList(_ i: Int) -> Bool {
    let isChain = { (at: Int, mark: Unicode.Scalar) in
      self.isMark(at, mark) && self.isJoined(at) && self.isJoined(at + 1) && self.isNumber(at + 1)
    }
    if isChain(i + 1, ","), isChain(i + 3, ",") { return true }
    return isChain(i + 1, "-") && isChain(i + 3, "-")
  }

  /// '10 Downing Street'.
  private func isAddress(_ i: Int, _ end: Int) -> Bool {
    if senses(end).isOrdinalEnding, isStreet(end + 1) { return true }
    guard atom(i).isPlain, atom(end).kind == .word, atom(end).isCapitalized else { return false }
    return isStreet(end + 1) || (atom(end + 1).isCapitalized && isStreet(end + 2))
  }

  /// Digit groups side by side, as of telephone numbers and coordinates, or with a leading zero: '201 461-1776', '0590'.
  private func isTelephone(_ i: Int) -> Bool {
    guard atom(i).isPlain else { return false }
    if atom(i).range.count > 1, atom(i).number.isShorter(than: atom(i).range.count) { return true }
    return atom(i + 1).kind == .number && atom(i + 1).isPlain && !isJoined(i + 1)
  }

  private func digitsEnd(_ i: Int) -> Int {
    var end = i + 1
    while atom(end).kind == .number || (isHyphen(end) && atom(end + 1).kind == .number) { end += 1 }
    return end
  }

  /// '36°16′11″E', '18.2°N'.
  private func isCoordinate(_ i: Int, _ end: Int) -> Bool {
    let isSign = { (at: Int) in
      self.isJoined(at) && (self.isWord(at, "°") || self.isWord(at, "′") || self.isWord(at, "″"))
    }
    if isSign(end), isJoined(end + 1), atom(end + 1).kind != .mark { return true }
    return isJoined(i) && isSign(i - 1)
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
    // 'HTTP/2'.
    if isMark(i, "/"), isJoined(i), atom(i - 1).kind == .word { return true }
    guard isHyphen(i), isJoined(i) else { return false }
    return atom(i - 1).kind == .word && atom(i - 1).isCapitalized && senses(i - 1).month == 0
  }

  /// Letters run on after the digits: '4chan', '3D', '737-MAX'; 'the 18-fold' and '14-year-old' are no names.
  private func isWordJoined(_ i: Int) -> Bool {
    if atom(i).kind == .word {
      let isUnit = senses(i).unit > 0 && !(atom(i).isCapitalized && atom(i).range.count == 1)
      return !(senses(i).isOrdinalEnding || isUnit || senses(i).scale > 0)
    }
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
    let isTight = isJoined(end) && isJoined(end + 1)
    if isHyphen(end), isTight || isSmall(i) && isSmall(end + 1) && !isJoined(end + 1), isNumber(end + 1) {
      let isRange = range.high != nil && (isPlainPlural(range.end) || senses(range.end).isPlural)
      return isRange ? nil : end + 2
    }
    if isMark(i - 1, ":"), atom(i - 2).isCapitalized, atom(end).kind == .mark { return end }
    return nil
  }

  /// A count that a game can end with: '1 – 0'.
  private func isSmall(_ i: Int) -> Bool { integer(i, 0...199) != nil && atom(i).range.count < 4 }

  /// A capitalised word or a label before: 'Task Force 50', 'Article 5'.
  private func isNamed(_ i: Int) -> Bool {
    let a = atom(i)
    if isMark(i, ")") { return isMark(i - 2, "(") && atom(i - 1).isAllCapitals }
    guard a.kind == .word else { return false }
    if a.senses.isLabel { return true }
    guard a.isCapitalized, a.senses.keyword == .none, a.senses.month == 0, a.senses.weekday == 0 else { return false }
    if a.isAllCapitals { return true }
    return i > 0 || !a.endsInEd
  }
}
