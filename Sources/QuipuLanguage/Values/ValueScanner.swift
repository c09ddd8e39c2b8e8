import QuipuCore

/// A value found at an atom, in atom indexes.
struct ValueMatch {
  var kind: NormalizedValue.Kind
  /// First atom; before the place looked at where a sign or adjective belongs to the value.
  var start: Int
  /// Half open.
  var end: Int
  var normalized: String
  var comparator = NormalizedValue.Comparator.exact
  /// What later relative expressions count from ('a year earlier').
  var calendar: CalendarForm?
  /// Taken out of the text without becoming a value: an identifier, a score.
  var isSkip = false
}

/// The atoms of one sentence with the state that the grammars share. Each grammar is an extension in its own file.
///
/// All look-ups beyond the sentence give an empty atom, so that no grammar checks bounds.
struct ValueScanner {
  let atoms: [ValueAtom]
  let anchor: CivilDate?
  /// The last date read before this place, in this sentence or an earlier one.
  var reference: CalendarForm?
  /// How many sentences ago that was; 0 in this sentence.
  var referenceAge = 0
  private static let nothing = ValueAtom(
    range: ByteRange(0, 0), token: -1, lastToken: -1, kind: .inert, isJoined: false)

  func atom(_ i: Int) -> ValueAtom { i >= 0 && i < atoms.count ? atoms[i] : ValueScanner.nothing }
  func senses(_ i: Int) -> WordSenses { atom(i).senses }
  func key(_ i: Int) -> ValueKeyword { i >= 0 && i < atoms.count ? atoms[i].senses.keyword : .none }
  func mark(_ i: Int) -> UInt8 { i >= 0 && i < atoms.count ? atoms[i].mark : 0 }
  func isMark(_ i: Int, _ scalar: Unicode.Scalar) -> Bool { mark(i) == UInt8(ascii: scalar) }
  func isHyphen(_ i: Int) -> Bool { isMark(i, "-") }
  func isJoined(_ i: Int) -> Bool { i >= 0 && i < atoms.count && atoms[i].isJoined }
  func isNumber(_ i: Int) -> Bool { i >= 0 && i < atoms.count && atoms[i].kind == .number }

  /// After an optional hyphen.
  func pastHyphen(_ i: Int) -> Int { isHyphen(i) ? i + 1 : i }
  func past(_ keyword: ValueKeyword, _ i: Int) -> Int { key(i) == keyword ? i + 1 : i }

  /// Plain digits with a value in the range.
  func integer(_ i: Int, _ range: ClosedRange<Int>) -> Int? {
    guard isNumber(i), atoms[i].isPlain, let n = atoms[i].number.integer, range.contains(n) else { return nil }
    return n
  }

  func isWord(_ i: Int, _ word: String) -> Bool { i >= 0 && i < atoms.count && atoms[i].hash == StableHash.hash(word) }

  /// A lower-case word that no grammar knows.
  func isPlainWord(_ i: Int) -> Bool {
    let a = atom(i)
    return a.kind == .word && !a.isCapitalized && (!a.hasSenses || a.senses.isWeak)
  }

  /// The value at an atom, the longest of all grammars; on equal length the earlier in this list.
  func match(at i: Int) -> ValueMatch? {
    let a = atoms[i]
    guard a.kind == .number || (a.hasSenses && !a.senses.isWeak) || a.senses.keyword == .scores else { return nil }
    var best: ValueMatch?
    func offer(_ candidate: ValueMatch?) {
      guard let candidate else { return }
      if best.map({ candidate.end > $0.end }) ?? true { best = candidate }
    }
    offer(date(at: i))
    offer(time(at: i))
    offer(frequency(at: i))
    offer(amount(at: i))
    offer(ordinal(at: i))
    return best
  }

  /// Reads the sentence from left to right.
  mutating func scan() -> [ValueMatch] {
    var found: [ValueMatch] = []
    var i = 0
    while i < atoms.count {
      guard let match = match(at: i), match.end > i else {
        i += 1
        continue
      }
      if let calendar = match.calendar {
        reference = calendar
        referenceAge = 0
      }
      if !match.isSkip { found.append(match) }
      i = match.end
    }
    return found
  }
}
