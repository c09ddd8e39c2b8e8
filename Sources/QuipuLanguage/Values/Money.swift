/// Amounts of money: a sign, code or name of a currency before or after a number.
///
/// A bare '$' and 'dollars' are taken as US dollars, 'pounds' as pounds sterling unless something is weighed.
extension ValueScanner {
  /// The currency sign or code at an atom, and where the number starts.
  private func currencySign(at i: Int) -> (code: String, end: Int)? {
    let s = senses(i)
    if s.currencySymbol > 0 {
      // 'Rs', 'RM' are words.
      if atom(i).kind == .word, !atom(i).isCapitalized { return nil }
      return (EnglishValueCurrencies.symbols[Int(s.currencySymbol) - 1].1, i + 1)
    }
    if s.dollarLetters > 0, isMark(i + 1, "$"), atom(i).isCapitalized, isJoined(i + 1) || atom(i).range.count > 1 {
      return (EnglishValueCurrencies.dollars[Int(s.dollarLetters) - 1].1, i + 2)
    }
    if s.currencyCode > 0 { return (EnglishValueCurrencies.codes[Int(s.currencyCode) - 1], i + 1) }
    return nil
  }

  func isMoneyBefore(_ i: Int) -> Bool {
    senses(i - 1).currencySymbol > 0 || senses(i - 1).currencyCode > 0 || senses(i).currencySymbol > 0
      || (isHyphen(i - 1) && isNumber(i - 2) && senses(i - 3).currencySymbol > 0)
  }

  /// '$2.3bn', 'US$1,000', 'CHF 7.5m', '€1.2-1.5bn', '$5 million to $10 million'.
  func prefixedMoney(at i: Int) -> ValueMatch? {
    guard let sign = currencySign(at: i), isNumber(sign.end), let number = number(at: sign.end) else { return nil }
    let single = NumberRange(low: number.value, high: nil, end: number.end, first: number)
    let range = isRiseFrom(i) ? single : numberRange(at: sign.end) ?? single
    var end = range.end
    var text = range.normalized
    var code = sign.code
    if sign.code == "USD", range.high == nil, let named = currencyName(at: end), named.code != nil { end = named.end }
    if isMark(sign.end - 1, "$"), senses(end).currencyCode > 0 {
      code = EnglishValueCurrencies.codes[Int(senses(end).currencyCode) - 1]
      end += 1
    }
    let isLoss = isMinus(i - 1) && range.high == nil
    if range.high == nil, !isLoss, let second = secondAmount(after: end, code: code, i) {
      text = "\(lowEnd(range.first, second))..\(second.value)"
      end = second.end
    }
    return ValueMatch(
      kind: .money, start: isLoss ? i - 1 : i, end: end, normalized: "\(isLoss ? "-" : "")\(text) \(code)",
      comparator: comparator(before: isLoss ? i - 1 : i, after: end))
  }

  /// The '$10' of 'between $10 and $15 million' counts in millions too.
  private func lowEnd(_ first: NumberMatch, _ second: NumberMatch) -> DecimalNumber {
    let scale = Int(senses(second.end - 1).scale)
    let low = first.value.scaled(by: scale)
    return first.isBare && scale > 0 && DecimalNumber.isLess(low, second.value) ? low : first.value
  }

  /// The '$10 million' of '$5 million to $10 million'.
  private func secondAmount(after end: Int, code: String, _ i: Int) -> NumberMatch? {
    let isTo = key(end) == .to && !isRiseFrom(i)
    guard isTo || isHyphen(end) || (key(i - 1) == .between && key(end) == .and) else { return nil }
    guard let sign = currencySign(at: end + 1), sign.code == code else { return nil }
    return number(at: sign.end)
  }

  /// '240 billion US dollars', '40,000 kronor', '12 billion yen', '5 million USD', '50 cents'.
  func money(_ range: NumberRange, at i: Int) -> ValueMatch? {
    var range = range
    if !range.first.isArticle, let symbol = trailingSign(range.end) {
      return moneyMatch(isPence(range.end) ? range.scaled(by: -2) : range, i, symbol.end, symbol.code)
    }
    let at = key(range.end) == .of && range.first.isVague ? range.end + 1 : pastHyphen(range.end)
    guard let currency = currencyName(at: at) else { return nil }
    if isWeight(currency.word, i, currency.end) { return nil }
    if currency.isMinor || (currency.code != nil && currency.word == "cents") { range = range.scaled(by: -2) }
    var end = currency.end
    if range.high == nil, let code = currency.code, !currency.isMinor, let change = change(after: end, of: code),
      let sum = range.low + change.value
    {
      range.low = sum
      end = change.end
    }
    if range.high == nil, !range.first.isVague, let second = secondNamed(after: end, like: currency, i) {
      (range.high, end) = (second.value, second.end)
    }
    return moneyMatch(range, i, end, currency.code ?? currency.word)
  }

  /// The '700,000 euros' of '500,000 euros to 700,000 euros'.
  private func secondNamed(
    after end: Int, like first: (code: String?, word: String, isMinor: Bool, end: Int), _ i: Int
  ) -> (value: DecimalNumber, end: Int)? {
    let isTo = key(end) == .to && !isRiseFrom(i) && !isChange(i)
    guard isTo || isHyphen(end) || (key(i - 1) == .between && key(end) == .and), let n = number(at: end + 1),
      !n.isArticle, !n.isVague, let currency = currencyName(at: pastHyphen(n.end)), currency.word == first.word,
      currency.code == first.code, !first.isMinor
    else { return nil }
    return (n.value, currency.end)
  }

  /// 'rose 5 euros to 20 euros': by how much, and to what.
  private func isChange(_ i: Int) -> Bool {
    senses(i - 1).isPast || atom(i - 1).endsInEd || key(i - 1) == .by || key(i - 2) == .by
  }

  /// 'and fifty cents', 'and 20 pence'.
  private func change(after i: Int, of code: String) -> (value: DecimalNumber, end: Int)? {
    guard key(i) == .and, let n = number(at: i + 1), !n.isArticle, let count = n.value.integer,
      (1...99).contains(count),
      let minor = currencyName(at: n.end), minor.isMinor ? minor.code == code : minor.word == "cents"
    else { return nil }
    return (n.value.scaled(by: -2), minor.end)
  }

  private func trailingSign(_ i: Int) -> (code: String, end: Int)? {
    let s = senses(i)
    if s.currencyCode > 0 { return (EnglishValueCurrencies.codes[Int(s.currencyCode) - 1], i + 1) }
    if isPence(i) { return ("GBP", i + 1) }
    if s.currencySymbol > 0, !isNumber(i + 1), atom(i).kind == .mark {
      return (EnglishValueCurrencies.symbols[Int(s.currencySymbol) - 1].1, i + 1)
    }
    return nil
  }

  /// 'p' joined to a small number: '80p', but not '1080p' of a screen.
  private func isPence(_ i: Int) -> Bool {
    guard isJoined(i), isWord(i, "p"), !atom(i).isCapitalized, isNumber(i - 1),
      !isJoined(i + 1) || atom(i + 1).kind == .mark
    else { return false }
    return integer(i - 1, 1...999).map { ![144, 240, 360, 480, 576, 720].contains($0) } ?? false
  }

  private func moneyMatch(_ range: NumberRange, _ i: Int, _ end: Int, _ code: String) -> ValueMatch {
    ValueMatch(
      kind: .money, start: i, end: end, normalized: "\(range.normalized) \(code)",
      comparator: comparator(before: i, after: end))
  }

  /// A currency's name, perhaps after an adjective: 'euros', 'US dollars', 'Hong Kong dollars', 'pounds sterling'.
  func currencyName(at i: Int) -> (code: String?, word: String, isMinor: Bool, end: Int)? {
    var at = i
    while at < i + 2, senses(at).isNational, senses(at).currency == 0 || senses(at + 1).currency > 0 { at += 1 }
    let index = Int(senses(at).currency) - 1
    guard index >= 0, at == i || !atom(at).isCapitalized || atom(i).isCapitalized else { return nil }
    if atom(at).isCapitalized, at == i { return nil }
    let entry = EnglishValueCurrencies.names[index]
    var end = at + 1
    if entry.words[0] == "pound", senses(end).currency > 0,
      EnglishValueCurrencies.names[Int(senses(end).currency) - 1].words[0] == "sterling"
    {
      end += 1
    }
    let word = entry.words.last ?? ""
    if at > i {
      guard let code = nationalCode(before: at, entry.words[0]) else { return nil }
      return (code, word, entry.minor, end)
    }
    return (entry.code, entry.words.count > 1 ? entry.words[1] : word, entry.minor, end)
  }

  private func nationalCode(before at: Int, _ name: String) -> String? {
    for entry in EnglishValueCurrencies.national where entry.name == name && isWord(at - 1, entry.adjective) {
      return entry.code
    }
    return nil
  }

  /// 'pounds' of weight: 'weighed 200 pounds', '200 pounds of rice'.
  private func isWeight(_ word: String, _ i: Int, _ end: Int) -> Bool {
    guard word == "pounds" else { return false }
    if key(end) == .of, isPlainWord(end + 1) { return true }
    return (1...4).contains { key(i - $0) == .weigh } || key(end) == .weigh
  }
}
