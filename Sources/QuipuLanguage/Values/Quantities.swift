/// A number with a unit of measure: '1.2 million tonnes', '7.5 km', '2.5 million square miles', '80 km/h', '30 °C'.
extension ValueScanner {
  func quantity(_ range: NumberRange, at i: Int) -> ValueMatch? {
    let isApart = !isJoined(range.end)
    let of = range.first.isVague && key(range.end) == .of ? range.end + 1 : range.end
    guard let unit = unit(at: pastHyphen(of), isApart: isApart && range.first.isDigits == false) else { return nil }
    if range.first.isArticle, unit.symbol == "°" || !isMeasured(i, unit.end) { return nil }
    let sign = isMinus(i - 1)
    return ValueMatch(
      kind: .quantity, start: sign ? i - 1 : i, end: unit.end,
      normalized: "\(sign ? "-" : "")\(range.normalized) \(unit.symbol)",
      comparator: comparator(before: sign ? i - 1 : i, after: unit.end))
  }

  /// 'a mile' counts where something is measured by it: 'a mile from', 'half a mile'.
  private func isMeasured(_ i: Int, _ end: Int) -> Bool {
    (key(end) == .from || key(end) == .of || isWord(end, "away")) && key(i - 1) != .per
  }

  /// The unit at an atom. Symbols are read after digits only, and a lone capital letter never ('5 M', '12 T').
  private func unit(at i: Int, isApart: Bool) -> (symbol: String, end: Int)? {
    if key(i) == .square || key(i) == .cubic { return arealUnit(at: i) }
    let s = senses(i)
    if atom(i).kind == .mark, s.unit > 0 { return degrees(at: i) }
    if isDegreesCelsius(i) { return ("°C", i + 1) }
    if isCurrencyPound(i) { return ("lb", i + 1) }
    guard s.unit > 0 else { return nil }
    if s.isUnitSymbol, isApart || (atom(i).range.count == 1 && !isSymbolInPlace(i)) { return nil }
    let symbol = EnglishValueUnits.units[Int(s.unit) - 1].symbol
    if symbol == "°", senses(i + 1).temperature > 0 {
      return (EnglishValueUnits.temperatures[Int(senses(i + 1).temperature) - 1].symbol, i + 2)
    }
    if let cubed = power(i + 1, symbol) { return cubed }
    return rate(symbol, i + 1) ?? (symbol, i + 1)
  }

  /// A unit of one letter ('m', 'g', 't', 'l') is taken in small letters only, and before nothing that it would name.
  private func isSymbolInPlace(_ i: Int) -> Bool {
    guard !atoms[i].isCapitalized else { return false }
    return isJoined(i) || atom(i + 1).kind == .mark || atom(i + 1).hasSenses || i + 1 == atoms.count
  }

  private func degrees(at i: Int) -> (symbol: String, end: Int)? {
    if isJoined(i + 1), isWord(i + 1, "c") { return ("°C", i + 2) }
    if isJoined(i + 1), isWord(i + 1, "f") { return ("°F", i + 2) }
    if isJoined(i + 1), atom(i + 1).kind != .mark { return nil }
    return (EnglishValueUnits.units[Int(senses(i).unit) - 1].symbol, i + 1)
  }

  /// 'C' joined to a number with a point or after a preposition: 'by 1.5C'; 'seat 12C' is none.
  private func isDegreesCelsius(_ i: Int) -> Bool {
    guard isJoined(i), isWord(i, "c"), atoms[i].isCapitalized, !isJoined(i + 1) || atom(i + 1).kind == .mark else {
      return false
    }
    return !atom(i - 1).isPlain || [.of, .by, .to, .at, .over, .under, .about, .from].contains(key(i - 2))
  }

  private func arealUnit(at i: Int) -> (symbol: String, end: Int)? {
    let at = pastHyphen(i + 1)
    guard senses(at).unit > 0 else { return nil }
    let symbol = EnglishValueUnits.units[Int(senses(at).unit) - 1].symbol
    guard EnglishValueUnits.areal.contains(symbol) else { return nil }
    let joint = symbol + (key(i) == .square ? "2" : "3")
    return rate(joint, at + 1) ?? (joint, at + 1)
  }

  /// 'km2', 'm²', 'm3'.
  private func power(_ i: Int, _ symbol: String) -> (symbol: String, end: Int)? {
    guard isJoined(i), EnglishValueUnits.areal.contains(symbol) else { return nil }
    if integer(i, 2...3) != nil, let n = atoms[i].number.integer { return ("\(symbol)\(n)", i + 1) }
    if atom(i).kind == .mark, isWord(i, "²") { return ("\(symbol)2", i + 1) }
    if atom(i).kind == .mark, isWord(i, "³") { return ("\(symbol)3", i + 1) }
    return nil
  }

  /// 'per hour', 'an hour', 'a day', '/h'.
  private func rate(_ symbol: String, _ i: Int) -> (symbol: String, end: Int)? {
    if isMark(i, "/"), isJoined(i), isWord(i + 1, "h") || isWord(i + 1, "s") || isWord(i + 1, "hr") {
      let period: ValuePeriod = isWord(i + 1, "s") ? .second : .hour
      return joint(symbol, period).map { ($0, i + 2) }
    }
    let at = pastHyphen(i)
    guard key(at) == .per || key(i) == .a, senses(pastHyphen(at + 1)).period != .none else { return nil }
    let end = pastHyphen(at + 1)
    return joint(symbol, senses(end).period).map { ($0, end + 1) }
  }

  private func joint(_ symbol: String, _ period: ValuePeriod) -> String? {
    EnglishValueUnits.rates.first { $0.symbol == symbol && $0.period == period }?.joint
  }

  /// 'pounds' that are no money: the money grammar has refused them.
  private func isCurrencyPound(_ i: Int) -> Bool { isWord(i, "pounds") || isWord(i, "pound") }
}
