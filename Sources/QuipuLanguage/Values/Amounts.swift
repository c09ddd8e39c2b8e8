/// Everything that starts with a number: the number is read once, then what follows it decides the kind.
extension ValueScanner {
  func amount(at i: Int) -> ValueMatch? {
    if let money = prefixedMoney(at: i) { return money }
    if let part = partOfPercent(at: i) ?? wordedDuration(at: i) ?? age(at: i) ?? ratio(at: i) ?? fraction(at: i) {
      return part
    }
    guard let range = numberRange(at: i) else { return nil }
    let match =
      money(range, at: i) ?? percent(range, at: i) ?? duration(range, at: i) ?? quantity(range, at: i)
      ?? plainNumber(range, at: i)
    guard var match, !match.isSkip else { return match }
    if range.first.isVague, match.comparator == .exact { match.comparator = .over }
    return match
  }

  /// One number, or two with 'to', 'or' or a dash between them.
  func numberRange(at i: Int) -> NumberRange? {
    guard let first = number(at: i) else { return nil }
    let single = NumberRange(low: first.value, high: nil, end: first.end, first: first)
    guard !first.isArticle, !first.isVague, !isRiseFrom(i) else { return single }
    // '15-to-20-year'.
    let isHyphened = isHyphen(first.end) && key(first.end + 1) == .to && isHyphen(first.end + 2)
    let link = isHyphened ? first.end + 1 : first.end
    var at = isHyphened ? link + 2 : link + 1
    switch key(link) {
    case .to, .or: break
    case .and where key(i - 1) == .between: break
    default:
      guard isHyphen(link), isNumber(at) || senses(at).cardinal != nil else { return single }
    }
    if senses(at).currencySymbol > 0, isNumber(at + 1) { at += 1 }
    guard let second = number(at: at), !second.isArticle, !second.isVague else { return single }
    return joined(first, second, single)
  }

  /// 'rose from 5 to 10' tells two numbers; 'ranging from 5 to 10' one range.
  func isRiseFrom(_ i: Int) -> Bool { key(i - 1) == .from && key(i - 2) != .range }

  private func joined(_ first: NumberMatch, _ second: NumberMatch, _ single: NumberRange) -> NumberRange {
    var low = first.value
    if first.isDigits == second.isDigits, !second.isBare, scaleOf(second) > 0, scaleOf(first) == 0 {
      low = low.scaled(by: scaleOf(second))
    }
    guard DecimalNumber.isLess(low, second.value) else { return single }
    return NumberRange(low: low, high: second.value, end: second.end, first: first)
  }

  /// Power of ten of the scale word that ends a number.
  private func scaleOf(_ match: NumberMatch) -> Int {
    let s = senses(match.end - 1)
    if s.scale > 0 { return Int(s.scale) }
    return match.isDigits && !match.isBare ? Int(s.shortScale) : 0
  }

  /// How the amount that starts at an atom is bounded, by the words before it and after it.
  func comparator(before i: Int, after end: Int, isDuration: Bool = false) -> NormalizedValue.Comparator {
    if isMark(end, "+") { return .over }
    if key(end) == .or {
      switch key(end + 1) {
      case .more: return .over
      case .less: return .under
      case .so: return .about
      default: break
      }
    }
    if isHyphen(end), isJoined(end + 1), isWord(end + 1, "odd") { return .about }
    if isHyphen(end), isJoined(end + 1), isWord(end + 1, "plus") { return .over }
    return comparator(before: isArticle(i - 1) ? i - 1 : i, isDuration: isDuration)
  }

  private func isArticle(_ i: Int) -> Bool { key(i) == .a && key(i - 1) != .a }

  private func comparator(before i: Int, isDuration: Bool) -> NormalizedValue.Comparator {
    switch key(i - 1) {
    case .over: return isDuration && key(i - 2) != .just && !isExceeding(i - 1) ? .exact : .over
    case .under: return .under
    case .about: return .about
    case .than:
      let negated = key(i - 3) == .no
      if key(i - 2) == .more { return negated ? .under : .over }
      if key(i - 2) == .less { return negated ? .over : .under }
      return .exact
    case .least: return key(i - 2) == .at ? .over : .exact
    case .most: return key(i - 2) == .at ? .under : .exact
    case .to:
      return key(i - 2) == .up ? .under : isNear(i - 2) ? .about : .exact
    case .as:
      guard key(i - 3) == .as else { return .exact }
      return key(i - 2) == .many ? .under : key(i - 2) == .few || isWord(i - 2, "little") ? .over : .exact
    case .of: return [.excess, .upwards].contains(key(i - 2)) ? .over : key(i - 2) == .maximum ? .under : .exact
    default: return .exact
    }
  }

  private func isNear(_ i: Int) -> Bool { key(i) == .close }
  private func isExceeding(_ i: Int) -> Bool { atom(i).range.count > 5 }

  // MARK: bare numbers

  /// A number with nothing that makes it a measure; identifiers, scores and list marks are passed over.
  private func plainNumber(_ range: NumberRange, at i: Int) -> ValueMatch? {
    let first = range.first
    if first.isArticle { return nil }
    if isNumber(i), atoms[i].isContinental {
      return ValueMatch(kind: .number, start: i, end: i + 1, normalized: "", isSkip: true)
    }
    if first.isDigits, let end = nameEnd(range, at: i) {
      return ValueMatch(kind: .number, start: i, end: end, normalized: "", isSkip: true)
    }
    if !first.isDigits, isPronoun(range, at: i) { return nil }
    var taken = range
    if range.high != nil, !isCounted(range.end), !(key(i - 1) == .between) {
      taken = NumberRange(low: first.value, high: nil, end: first.end, first: first)
    }
    let sign = minus(before: i)
    let end = isMark(taken.end, "+") && isJoined(taken.end) ? taken.end + 1 : taken.end
    return ValueMatch(
      kind: .number, start: sign ?? i, end: end, normalized: (sign == nil ? "" : "-") + taken.normalized,
      comparator: comparator(before: i, after: taken.end))
  }

  /// Something is counted: a plural follows, perhaps after one adjective.
  private func isCounted(_ i: Int) -> Bool {
    isPlural(i) || (atom(i).kind == .word && (!atom(i).hasSenses || senses(i).isWeak) && isPlural(i + 1))
      || key(i) == .of
      || isHyphen(i)
  }

  private func isPlural(_ i: Int) -> Bool {
    isPlainPlural(i) || (senses(i).isPlural && !atom(i).isCapitalized)
  }

  func isMinus(_ i: Int) -> Bool {
    isHyphen(i) && !isJoined(i) && isJoined(i + 1) && i > 0
  }

  /// The place of the sign before an amount: '-', '−', 'minus'.
  func minus(before i: Int) -> Int? { isMinus(i - 1) || key(i - 1) == .minus ? i - 1 : nil }

  /// 'one of', 'no one', 'the one': not a count.
  private func isPronoun(_ range: NumberRange, at i: Int) -> Bool {
    if isHyphen(i - 1), isJoined(i), isJoined(i - 1), atom(i - 2).kind == .word { return true }
    guard range.end == i + 1, range.low == DecimalNumber(1) else { return false }
    let next = atom(i + 1)
    if next.senses.period == .day, senses(i - 1).isFuture { return true }
    if next.kind != .word || [.of, .in, .on, .at].contains(key(i + 1)) { return true }
    return [.the, .no, .this, .that, .a, .every, .same, .last, .next].contains(key(i - 1))
      || next.senses.keyword == .only || next.senses.keyword == .other
  }
}
