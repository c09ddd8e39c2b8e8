import QuipuCore

extension TokenScanner {
  /// Cuts the number that starts at `start` (a digit, or a sign or point before one) and gives its end.
  mutating func scanNumber(_ start: Int) -> Int {
    if let end = nameEnd(start) { return emit(start, end, .special) }
    var end = start
    if !isDigit(end) { end += 1 }
    end = numeralEnd(end)
    if byte(end) == 0x2F, let date = slashedDateEnd(start, end) { end = date }
    if byte(end) == 0x2D, let code = hyphenatedCodeEnd(start, end) { end = code }
    end = suffixEnd(start, end)
    let apostrophe = apostropheLength(end)
    if apostrophe > 0 && byte(end + apostrophe) == 0x73 && wordLength(end + apostrophe + 1) == 0 {
      if isDecade(start, end) { return emit(start, end + apostrophe + 1, .number) }
      emit(start, end, .number)
      return emit(end, end + apostrophe + 1, .word)
    }
    return emit(start, end, .number)
  }

  /// Two to four digits of which the last is 0: with ''s' behind them they are years, not an owner.
  private func isDecade(_ start: Int, _ end: Int) -> Bool {
    guard end - start == 2 || end - start == 4, text[end - 1] == 0x30 else { return false }
    return (start..<end).allSatisfy { isDigit($0) }
  }

  private func digitsEnd(_ start: Int) -> Int {
    var i = start
    while isDigit(i) { i += 1 }
    return i
  }

  /// Digits with points, commas or colons between them: '4.6', '1,200', '15:11'.
  private func numeralEnd(_ start: Int) -> Int {
    var i = digitsEnd(start)
    while byte(i) == 0x2E || byte(i) == 0x2C || byte(i) == 0x3A, isDigit(i + 1) { i = digitsEnd(i + 1) }
    return i
  }

  /// '7/23/2024', '5/18', '9/11', '3/03', and the telephone number '713/555-0100'; nil for fractions ('1/2') and
  /// alternatives ('2001/02'), which are cut.
  private func slashedDateEnd(_ start: Int, _ end: Int) -> Int? {
    guard isDigit(end + 1) else { return nil }
    let second = digitsEnd(end + 1)
    if byte(second) == 0x2F && isDigit(second + 1) {
      var i = second
      while byte(i) == 0x2F && isDigit(i + 1) { i = digitsEnd(i + 1) }
      return i
    }
    if end - start == 3 && second - end == 4 && byte(second) == 0x2D {
      let last = digitsEnd(second + 1)
      return last - second == 5 ? last : nil
    }
    guard end - start <= 2 && second - end <= 3, let month = smallNumber(start, end) else { return nil }
    guard let day = smallNumber(end + 1, second) else { return nil }
    let isFraction = day <= 4 && day >= month && byte(end + 1) != 0x30
    return (1...12).contains(month) && (1...31).contains(day) && !isFraction ? second : nil
  }

  private func smallNumber(_ start: Int, _ end: Int) -> Int? {
    var value = 0
    for i in start..<end {
      guard isDigit(i) else { return nil }
      value = value * 10 + Int(text[i] &- 0x30)
    }
    return value
  }

  /// '2024-07-23', '713-853-3989', '345-9945': three groups, or two of the length of a telephone number. A range
  /// ('10-15', '1998-1999') is cut.
  private func hyphenatedCodeEnd(_ start: Int, _ end: Int) -> Int? {
    guard isDigit(end + 1) else { return nil }
    let second = digitsEnd(end + 1)
    var i = second
    var groups = 2
    while byte(i) == 0x2D && isDigit(i + 1) {
      i = digitsEnd(i + 1)
      groups += 1
    }
    if groups > 2 { return i }
    let lengths = (end - start, second - end - 1)
    return lengths == (3, 4) || lengths == (5, 4) ? second : nil
  }

  /// Letters right behind the digits: endings and codes belong to the number ('5th', '1980s', '3G'), units do not.
  private func suffixEnd(_ start: Int, _ end: Int) -> Int {
    guard wordLength(end) > 0 else { return end }
    let suffix = wordRunEnd(end)
    if lexicon.numberEndings.value(text, end, suffix) != 0 { return suffix }
    let unit = lexicon.units.value(text, end, suffix)
    if unit == 1 || unit == 2 && !isUpper(end) { return end }
    if suffix - end > 2 && (end..<suffix).allSatisfy({ isLetter($0) && !isUpper($0) }) { return end }
    if suffix - end == 1 && byte(suffix) == 0x2E && isLetter(suffix + 1) { return end }
    return suffix
  }
}
