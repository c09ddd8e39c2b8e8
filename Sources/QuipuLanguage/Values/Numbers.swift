/// A number as written.
struct NumberMatch {
  var value: DecimalNumber
  var end: Int
  /// Read from digits, not words.
  var isDigits = false
  /// Plain digits without a scale word: its value may take the scale of the number after it ('1.2-1.5bn').
  var isBare = false
  /// Only 'a': a number before a unit or scale alone.
  var isArticle = false
  /// 'hundreds of'.
  var isVague = false
}

/// A number or a range of two.
struct NumberRange {
  var low: DecimalNumber
  var high: DecimalNumber?
  var end: Int
  var first: NumberMatch

  var normalized: String { high.map { "\(low)..\($0)" } ?? low.description }
  func scaled(by power: Int) -> NumberRange {
    var copy = self
    copy.low = low.scaled(by: power)
    copy.high = high?.scaled(by: power)
    return copy
  }
}

/// Cardinals in digits and words: '1,200', '2.3 billion', 'twenty-five', 'three and a half million', 'half a million'.
extension ValueScanner {
  func number(at i: Int) -> NumberMatch? {
    if isNumber(i) { return digitNumber(at: i) }
    guard senses(i).starts.contains(.amount) else { return nil }
    if let vague = vagueNumber(at: i) { return vague }
    if let half = halfNumber(at: i) { return half }
    return spelledNumber(at: i)
  }

  private func digitNumber(at i: Int) -> NumberMatch? {
    var match = NumberMatch(value: atoms[i].number, end: i + 1, isDigits: true, isBare: true)
    if let spaced = spacedNumber(at: i) { return scaled(spaced) }
    if atoms[i].isPlain, isNumber(i + 1), atoms[i + 1].number.exponent < 0, !atoms[i + 1].isPlain,
      isVulgar(i + 1), let sum = match.value + atoms[i + 1].number
    {
      match.value = sum
      match.end += 1
    } else if let half = andAHalf(match.end), let sum = match.value + half.value {
      match.value = sum
      match.end = half.end
    }
    return scaled(match)
  }

  /// '20 000 euros', '1 250 000 people': groups of three apart, before something that is counted or measured.
  private func spacedNumber(at i: Int) -> NumberMatch? {
    guard atoms[i].isPlain, atoms[i].range.count <= 3, atoms[i].number.digits > 0, isGroup(i + 1), !isNumber(i - 1),
      senses(i - 1).month == 0, !senses(i - 1).isLabel, var value = atoms[i].number.integer
    else { return nil }
    var end = i + 1
    while isGroup(end), end < i + 5, let group = atoms[end].number.integer {
      value = value * 1000 + group
      end += 1
    }
    guard currencyName(at: end) != nil || senses(end).unit > 0 || senses(end).isPlural || isPlainPlural(end) else {
      return nil
    }
    return NumberMatch(value: DecimalNumber(value), end: end, isDigits: true)
  }

  private func isGroup(_ i: Int) -> Bool {
    isNumber(i) && atoms[i].isPlain && atoms[i].range.count == 3 && !atoms[i].isJoined
  }

  private func isVulgar(_ i: Int) -> Bool { atoms[i].range.count == 2 && atoms[i].number.exponent < 0 }

  /// 'and a half', with or without hyphens.
  private func andAHalf(_ i: Int) -> (value: DecimalNumber, end: Int)? {
    let and = pastHyphen(i)
    guard key(and) == .and else { return nil }
    let article = pastHyphen(and + 1)
    guard key(article) == .a else { return nil }
    let part = pastHyphen(article + 1)
    if key(part) == .half { return (DecimalNumber(5, exponent: -1), part + 1) }
    if senses(part).denominator == 4, senses(part).ordinal == 0 { return (DecimalNumber(25, exponent: -2), part + 1) }
    return nil
  }

  /// Applies 'million', 'hundred thousand', 'dozen', and the short 'bn' joined to digits.
  private func scaled(_ match: NumberMatch) -> NumberMatch {
    var result = match
    // Four scale words at most: 'million million million…' must not grow without end.
    for _ in 0..<4 {
      let at = pastHyphen(result.end)
      let s = senses(at)
      if s.scale > 0 {
        result.value = result.value.scaled(by: Int(s.scale))
      } else if s.keyword == .dozen, let product = result.value * DecimalNumber(12) {
        result.value = product
      } else if result.isBare, s.shortScale > 0, takesShortScale(at) {
        result.value = result.value.scaled(by: Int(s.shortScale))
      } else {
        return result
      }
      result.end = at + 1
      result.isBare = false
    }
    return result
  }

  /// 'bn' may stand apart; a lone letter must be joined, and 'm' alone means metres unless money or people follow
  /// ('€7.5m', '7.5m voters').
  private func takesShortScale(_ at: Int) -> Bool {
    if atoms[at].range.count > 1 { return true }
    guard isJoined(at) else { return false }
    let isCapital = atoms[at].isCapitalized
    if atoms[at].senses.unit == 0 { return !(isCapital && isHyphen(at + 1)) }
    return isMoneyBefore(at - 1) || currencyName(at: at + 1) != nil || isPlainPlural(at + 1)
      || senses(at + 1).isPlural || hasLongUnit(at + 1)
  }

  private func hasLongUnit(_ i: Int) -> Bool { senses(i).unit > 0 && atom(i).range.count > 2 }

  /// A lower-case word ending in 's' or the few plurals without one.
  func isPlainPlural(_ i: Int) -> Bool {
    let a = atom(i)
    guard a.kind == .word, !a.isCapitalized, a.range.count > 3 else { return false }
    return a.endsInS
      && (!a.hasSenses || a.senses.isWeak || a.senses.unit > 0 || a.senses.period != .none
        || a.senses.keyword == .point)
  }

  private func vagueNumber(at i: Int) -> NumberMatch? {
    if key(i) == .dozens { return NumberMatch(value: DecimalNumber(12), end: i + 1, isVague: true) }
    if key(i) == .scores, key(i + 1) == .of, key(i - 1) != .the {
      return NumberMatch(value: DecimalNumber(20), end: i + 1, isVague: true)
    }
    if let few = fewNumber(at: i) { return few }
    let scale = Int(senses(i).vagueScale)
    guard scale > 0, key(i - 1) != .the || key(i + 1) == .of else { return nil }
    if key(i + 1) == .of, senses(i + 2).vagueScale > 0 {
      return NumberMatch(
        value: DecimalNumber(1).scaled(by: scale + Int(senses(i + 2).vagueScale)), end: i + 3, isVague: true)
    }
    return scale == 1 ? nil : NumberMatch(value: DecimalNumber(1).scaled(by: scale), end: i + 1, isVague: true)
  }

  /// 'several million', 'a few hundred thousand', 'many thousand', 'a few dozen': at least one of them.
  private func fewNumber(at i: Int) -> NumberMatch? {
    let at = key(i) == .a && key(i + 1) == .few ? i + 1 : i
    guard key(at) == .few || (key(at) == .many && key(at - 1) != .as), senses(at + 1).scale > 0 || key(at + 1) == .dozen
    else { return nil }
    var match = scaled(NumberMatch(value: DecimalNumber(1), end: at + 1))
    match.isVague = true
    return match
  }

  /// 'half a million', 'a quarter of a million', 'two-thirds of a billion'.
  private func halfNumber(at i: Int) -> NumberMatch? {
    if key(i) == .half, key(pastHyphen(i + 1)) == .a {
      let s = senses(pastHyphen(i + 1) + 1)
      let end = pastHyphen(i + 1) + 2
      if s.scale > 0 { return NumberMatch(value: DecimalNumber(5, exponent: Int(s.scale) - 1), end: end) }
      if s.keyword == .dozen { return NumberMatch(value: DecimalNumber(6), end: end) }
      if s.period != .none || s.unit > 0 || s.keyword == .percentage {
        return NumberMatch(value: DecimalNumber(5, exponent: -1), end: end - 1)
      }
    }
    guard key(i) == .a || senses(i).cardinal != nil, let part = writtenFraction(at: i), key(part.end) == .of,
      key(part.end + 1) == .a, senses(part.end + 2).scale > 0
    else { return nil }
    let value = DecimalNumber.fraction(part.numerator, part.denominator).scaled(by: Int(senses(part.end + 2).scale))
    return NumberMatch(value: value, end: part.end + 3)
  }

  private func spelledNumber(at i: Int) -> NumberMatch? {
    if key(i) == .a { return articleNumber(at: i) }
    if key(i) == .dozen { return NumberMatch(value: DecimalNumber(12), end: i + 1) }
    guard senses(i).cardinal != nil else { return nil }
    return cardinalPhrase(at: i)
  }

  /// 'a hundred', 'a million and a half', 'a dozen', 'a couple of'; 'a' alone is marked as an article.
  private func articleNumber(at i: Int) -> NumberMatch {
    if senses(i + 1).scale > 0 {
      var result = scaled(NumberMatch(value: DecimalNumber(1), end: i + 1))
      if let half = andAHalf(result.end), let factor = DecimalNumber(1) + half.value,
        let product = result.value * factor
      {
        result.value = product
        result.end = half.end
      }
      return result
    }
    if key(i + 1) == .dozen { return NumberMatch(value: DecimalNumber(12), end: i + 2) }
    if key(i + 1) == .couple {
      return NumberMatch(value: DecimalNumber(2), end: key(i + 2) == .of ? i + 3 : i + 2)
    }
    return NumberMatch(value: DecimalNumber(1), end: i + 1, isArticle: true)
  }

  /// 'two hundred and five thousand three hundred and twelve': sums of groups, each below the scale before it.
  private func cardinalPhrase(at i: Int) -> NumberMatch? {
    var total = 0
    var group = 0
    var at = i
    var lastPower = 19
    var limit = 1000
    while let n = groupWord(at, below: limit) {
      group += n
      at += 1
      limit = n >= 20 && n % 10 == 0 ? 10 : 0
      if limit == 10, let unit = hyphenated(at) {
        group += unit.value
        at = unit.end
        limit = 0
      }
      if senses(at).scale == 2 {
        group *= 100
        at += 1
        limit = 100
        if key(at) == .and, groupWord(at + 1, below: 100) != nil { at += 1 }
        if groupWord(at, below: 100) != nil { continue }
      }
      let power = Int(senses(pastHyphen(at)).scale)
      if power >= 3, power < lastPower, power <= 15 {
        total += group * DecimalNumber.power(power)
        at = pastHyphen(at) + 1
        (group, lastPower, limit) = (0, power, 1000)
        if key(at) == .and, groupWord(at + 1, below: 100) != nil, power == 3 { at += 1 }
        continue
      }
      if limit == 0 { break }
    }
    return finish(NumberMatch(value: DecimalNumber(total + group), end: at))
  }

  private func finish(_ match: NumberMatch) -> NumberMatch {
    var result = match
    if let half = andAHalf(result.end), let sum = result.value + half.value {
      result.value = sum
      result.end = half.end
      return scaled(result)
    }
    if key(result.end) == .point, let digit = senses(result.end + 1).cardinal, digit < 10,
      let sum = result.value + DecimalNumber(Int(digit), exponent: -1)
    {
      result.value = sum
      result.end += 2
    }
    return scaled(result)
  }

  private func groupWord(_ i: Int, below limit: Int) -> Int? {
    guard let n = senses(i).cardinal, Int(n) < limit else { return nil }
    return Int(n)
  }

  /// The 'five' of 'twenty-five'.
  private func hyphenated(_ i: Int) -> (value: Int, end: Int)? {
    let at = pastHyphen(i)
    guard let n = senses(at).cardinal, (1...9).contains(n) else { return nil }
    return (Int(n), at + 1)
  }
}

extension DecimalNumber {
  static func power(_ n: Int) -> Int { (0..<n).reduce(1) { product, _ in product * 10 } }
}
