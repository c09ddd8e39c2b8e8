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
  private(set) var atoms: [ValueAtom]
  private let table = ValueLexicon.english.senses
  let anchor: CivilDate?
  /// The last date read before this place, in this sentence or an earlier one.
  var reference: CalendarForm?
  /// How many sentences ago that was; 0 in this sentence.
  var referenceAge = 0
  private static let nothing = ValueAtom(
    range: ByteRange(0, 0), token: -1, lastToken: -1, kind: .inert, isJoined: false)

  func atom(_ i: Int) -> ValueAtom { i >= 0 && i < atoms.count ? atoms[i] : ValueScanner.nothing }
  func senses(_ i: Int) -> WordSenses { table[i >= 0 && i < atoms.count ? atoms[i].sense : 0] }
  func key(_ i: Int) -> ValueKeyword { table[i >= 0 && i < atoms.count ? atoms[i].sense : 0].keyword }
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

  func isWord(_ i: Int, _ word: String) -> Bool {
    guard i >= 0, i < atoms.count else { return false }
    // Final periods are not in the hash; the length settles most questions without one.
    let length = atoms[i].range.count
    let wanted = word.utf8.count
    guard length >= wanted, length <= wanted + 2 else { return false }
    return atoms[i].hash == StableHash.hash(word)
  }

  /// A word that the lexicon does not know.
  func isUnknownWord(_ i: Int) -> Bool { i >= 0 && i < atoms.count && atoms[i].kind == .word && atoms[i].sense == 0 }

  /// A lower-case word that no grammar knows.
  func isPlainWord(_ i: Int) -> Bool {
    let a = atom(i)
    return a.kind == .word && !a.isCapitalized && (!a.hasSenses || a.senses.isWeak)
  }

  /// The value at an atom, the longest of all grammars; on equal length the earlier in this list.
  func match(at i: Int) -> ValueMatch? {
    let starts: ValueStarts = atoms[i].kind == .number ? .all : table[atoms[i].sense].starts
    guard !starts.isEmpty else { return nil }
    // What an article belongs to begins with a word of the lexicon.
    if key(i) == .a || key(i) == .the, isUnknownWord(i + 1) { return nil }
    var best = starts.contains(.date) ? date(at: i) : nil
    if starts.contains(.time) { best = ValueScanner.longer(best, time(at: i)) }
    if starts.contains(.frequency) { best = ValueScanner.longer(best, frequency(at: i)) }
    if starts.contains(.amount) { best = ValueScanner.longer(best, amount(at: i)) }
    if starts.contains(.ordinal) { best = ValueScanner.longer(best, ordinal(at: i)) }
    return best
  }

  private static func longer(_ a: ValueMatch?, _ b: ValueMatch?) -> ValueMatch? {
    guard let a else { return b }
    guard let b else { return a }
    return b.end > a.end ? b : a
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

  /// Gives the atoms back, to be written over by those of the next sentence.
  mutating func takeAtoms() -> [ValueAtom] {
    var taken: [ValueAtom] = []
    swap(&taken, &atoms)
    return taken
  }

  init(atoms: consuming [ValueAtom], anchor: CivilDate?, reference: CalendarForm?, referenceAge: Int) {
    self.atoms = atoms
    self.anchor = anchor
    self.reference = reference
    self.referenceAge = referenceAge
  }
}
