/// A number with a unit of measure: '1.2 million tonnes', '7.5 km', '2.5 million square miles', '80 km/h', '30 °C'.
extension ValueScanner {
  func quantity(_ range: NumberRange, at i: Int) -> ValueMatch? {
    let isApart = !isJoined(range.end)
    let of = range.first.isVague && key(range.end) == .of ? range.end + 1 : range.end
    guard let unit = unit(at: pastHyphen(of), isApart: isApart && range.first.isDigits == false) else { return nil }
    if range.first.isArticle, unit.symbol == "°" || !isMeasured(i, unit.end) { return nil }
    let sign = minus(before: i)
    return ValueMatch(
      kind: .quantity, start: sign ?? i, end: unit.end,
      normalized: "\(sign == nil ? "" : "-")\(range.normalized) \(unit.symbol)",
      comparator: comparator(before: sign ?? i, after: unit.end))
  }

  /// 'a mile' counts where something is measured by it: 'a mile from', 'half a mile'.
  private func isMeasured(_ i: Int, _ end: Int) -> Bool {
    (key(end) == .from || key(end) == .of || isWord(end, "away")) && key(i - 1) != .per
  }

  /// The unit at an atom. Symbols are read after digits only, and a lone capital letter never ('5 M', '12 T').
  private func unit(at i: Int, isApart: Bool) -> (symbol: String, end: Int)? {
    if key(i) == .square || key(i) == .cubic { return arealUnit(at: i) }
    if let joint = wordedUnit(at: i) { return joint }
    let s = senses(i)
    if atom(i).kind == .mark, s.unit > 0 { return degrees(at: i) }
    if s.temperature > 0, atom(i).isCapitalized {
      return (EnglishValueUnits.temperatures[Int(s.temperature) - 1].symbol, i + 1)
    }
    if isDegreesCelsius(i) { return ("°C", i + 1) }
    if isFahrenheit(i) { return ("°F", i + 1) }
    if isCurrencyPound(i) { return ("lb", i + 1) }
    guard s.unit > 0 else { return nil }
    if s.isUnitSymbol, isApart || (atom(i).range.count == 1 && !isSymbolInPlace(i)) { return nil }
    let symbol = EnglishValueUnits.units[Int(s.unit) - 1].symbol
    if symbol == "°", isWord(i + 1, "c") || isWord(i + 1, "f"), atom(i + 1).isCapitalized {
      return (isWord(i + 1, "c") ? "°C" : "°F", i + 2)
    }
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
    return !atom(i - 1).isPlain || isTemperaturePlace(i - 2)
  }

  /// '100F' likewise.
  private func isFahrenheit(_ i: Int) -> Bool {
    isJoined(i) && isWord(i, "f") && atoms[i].isCapitalized && !isJoined(i + 1) && isTemperaturePlace(i - 2)
  }

  private func isTemperaturePlace(_ i: Int) -> Bool {
    if isHyphen(i) || key(i) == .minus { return true }
    if [.of, .by, .to, .at, .over, .under, .about, .from, .than].contains(key(i)) { return true }
    return ["was", "is", "hit", "reached", "reach", "topped", "exceeded"].contains { isWord(i, $0) }
  }

  /// Units of several words: 'nautical miles', 'metric tons', 'light-years', 'terawatt-hours', 'parts per million'.
  private func wordedUnit(at i: Int) -> (symbol: String, end: Int)? {
    switch key(i) {
    case .nautical: return isWord(i + 1, "miles") || isWord(i + 1, "mile") ? ("nmi", i + 2) : nil
    case .metric: return isWord(i + 1, "tons") || isWord(i + 1, "ton") || isWord(i + 1, "tonnes") ? ("t", i + 2) : nil
    case .light: return senses(pastHyphen(i + 1)).period == .year ? ("ly", pastHyphen(i + 1) + 1) : nil
    case .parts:
      guard key(i + 1) == .per else { return nil }
      return senses(i + 2).scale == 6 ? ("ppm", i + 3) : senses(i + 2).scale == 9 ? ("ppb", i + 3) : nil
    default:
      guard senses(i).unit > 0, senses(pastHyphen(i + 1)).period == .hour else { return nil }
      let symbol = EnglishValueUnits.units[Int(senses(i).unit) - 1].symbol
      return EnglishValueUnits.powers.contains(symbol) ? (symbol + "h", pastHyphen(i + 1) + 1) : nil
    }
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
    guard key(at) == .per || key(i) == .a else { return isMark(i, "/") ? slashed(symbol, i) : nil }
    let end = pastHyphen(at + 1)
    guard senses(end).period != .none else { return key(at) == .per ? perUnit(symbol, end) : nil }
    if let joint = joint(symbol, senses(end).period) { return (joint, end + 1) }
    guard key(at) == .per || senses(end).period == .second, !atom(end).endsInS else { return nil }
    return EnglishValueUnits.perPeriod[senses(end).period].map { (symbol + "/" + $0, end + 1) }
  }

  /// 'per cubic metre', 'per hectare', 'per gallon'.
  private func perUnit(_ symbol: String, _ i: Int) -> (symbol: String, end: Int)? {
    if key(i) == .square || key(i) == .cubic { return arealUnit(at: i).map { (symbol + "/" + $0.symbol, $0.end) } }
    guard senses(i).unit > 0, !senses(i).isUnitSymbol, symbol != "°" else { return nil }
    let under = EnglishValueUnits.units[Int(senses(i).unit) - 1].symbol
    return symbol == "mi" && under == "gal" ? ("mpg", i + 1) : (symbol + "/" + under, i + 1)
  }

  /// 'mg/L', 'µg/m3', 'g/km'.
  private func slashed(_ symbol: String, _ i: Int) -> (symbol: String, end: Int)? {
    guard isJoined(i), isJoined(i + 1), senses(i + 1).unit > 0, senses(i + 1).isUnitSymbol else { return nil }
    let under = EnglishValueUnits.units[Int(senses(i + 1).unit) - 1].symbol
    let cubed = power(i + 2, under) ?? (under, i + 2)
    return (symbol + "/" + cubed.symbol, cubed.end)
  }

  private func joint(_ symbol: String, _ period: ValuePeriod) -> String? {
    EnglishValueUnits.rates.first { $0.symbol == symbol && $0.period == period }?.joint
  }

  /// 'pounds' that are no money: the money grammar has refused them.
  private func isCurrencyPound(_ i: Int) -> Bool { isWord(i, "pounds") || isWord(i, "pound") }
}
