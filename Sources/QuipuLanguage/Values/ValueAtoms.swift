import QuipuCore

/// A run of digits, a run of other word characters, or one mark, inside a token.
///
/// The value grammars read atoms, not tokens, so that '7.5m', '1980-88', '5th' and 'US$1,000' read alike however the
/// tokenizer cuts them.
struct ValueAtom: Sendable {
  enum Kind: UInt8, Sendable { case word, number, mark, inert }
  var range: ByteRange
  var token: Int
  /// The token it ends in: 'RM1,200' may be cut before the comma.
  var lastToken: Int
  var kind: Kind
  /// No white space before.
  var isJoined: Bool
  /// First byte is an ASCII capital or the start of a non-ASCII letter's bytes.
  var isCapitalized = false
  var isAllCapitals = false
  /// The mark's byte, or 0 for a mark beyond ASCII (dashes are all `-`).
  var mark: UInt8 = 0
  var number = DecimalNumber(0)
  /// Only digits: no comma, no point.
  var isPlain = false
  /// '2,5' and '1.250.000': a number where a unit or currency says so, else a list or a version.
  var isContinental = false
  /// Into the senses of the lexicon, 0 where it does not know the word.
  var sense = 0
  var hasSenses: Bool { sense > 0 }
  var senses: WordSenses { ValueLexicon.english.senses[sense] }
  /// Of the bytes in lower case without final periods.
  var hash: UInt64 = 0
  var endsInS = false
  /// Perhaps a past tense or participle.
  var endsInEd = false
}

/// Cuts tokens into atoms. Complexity: linear in the bytes of the tokens.
struct ValueAtomizer {
  let text: UnsafeBufferPointer<UInt8>
  private let lexicon = ValueLexicon.english
  /// The bytes of the longest token that is looked into: a line of a million dashes holds no value.
  private static let longestToken = 256
  private(set) var atoms: [ValueAtom] = []
  /// Some atom can be the first of a value.
  private(set) var canStart = false
  private var token = 0
  /// The end of the bytes read, and of those that may be read.
  private var position = 0
  private var limit = 0

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Ready for the next sentence, in the memory of the last.
  mutating func reset(_ memory: consuming [ValueAtom]) {
    atoms = memory
    atoms.removeAll(keepingCapacity: true)
    (canStart, position, limit) = (false, 0, 0)
  }

  /// Gives the atoms away.
  mutating func take() -> [ValueAtom] {
    var taken: [ValueAtom] = []
    swap(&taken, &atoms)
    return taken
  }

  mutating func add(_ tokens: [Token], in range: Range<Int>) {
    atoms.reserveCapacity(atoms.count + range.count + 8)
    guard let last = range.last else { return }
    limit = min(text.count, tokens[last].range.range.upperBound)
    for t in range {
      token = t
      let bytes = tokens[t].range.range
      guard bytes.upperBound <= text.count, !bytes.isEmpty else { continue }
      var start = max(bytes.lowerBound, position)
      if start > bytes.lowerBound, let index = atoms.indices.last { atoms[index].lastToken = t }
      var isJoined = tokens[t].isJoined
      if tokens[t].kind == .special || bytes.count > ValueAtomizer.longestToken {
        append(start, bytes.upperBound, .inert, isJoined)
        continue
      }
      while start < bytes.upperBound {
        let end = addAtom(start, bytes.upperBound, isJoined)
        start = end
        isJoined = true
      }
    }
  }

  /// Adds the atom at a byte; returns its end.
  private mutating func addAtom(_ start: Int, _ limit: Int, _ isJoined: Bool) -> Int {
    let byte = text[start]
    if isDigit(byte) { return addNumber(start, limit, isJoined) }
    if byte < 0x80, !isLetter(byte) {
      append(start, start + 1, .mark, isJoined)
      return start + 1
    }
    let length = scalarLength(byte)
    if byte >= 0x80, isMarkScalar(start, limit) {
      let end = min(limit, start + length)
      addBeyondASCII(start, end, isJoined)
      return end
    }
    let end = wordEnd(start, limit)
    append(start, end, .word, isJoined)
    return end
  }

  private func wordEnd(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit {
      let b = text[end]
      if isLetter(b) || (b >= 0x80 && !isMarkScalar(end, limit)) {
        end = b >= 0x80 ? min(limit, end + scalarLength(b)) : end + 1
      } else if b == UInt8(ascii: ".") || b == UInt8(ascii: "'") {
        end += 1
      } else if b == 0xE2, end + 2 < limit, text[end + 1] == 0x80, text[end + 2] == 0x99 {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  /// Digits with groups of three and a decimal point: '1,200', '4.6'. A longer chain ('1.2.3') is cut at its points.
  private mutating func addNumber(_ start: Int, _ limit: Int, _ isJoined: Bool) -> Int {
    var end = start
    var value = 0
    var places = 0
    var overflow = false
    func take(_ b: UInt8) {
      let (product, over1) = value.multipliedReportingOverflow(by: 10)
      let (sum, over2) = product.addingReportingOverflow(Int(b - 48))
      overflow = overflow || over1 || over2
      value = sum
    }
    while end < limit, isDigit(text[end]) {
      take(text[end])
      end += 1
    }
    let whole = end
    if end - start <= 3, let next = groupsEnd(end) {
      for i in end..<next where isDigit(text[i]) { take(text[i]) }
      end = next
    }
    let comma = decimalCommaEnd(end, from: start)
    let isContinental = comma != nil || (end > whole && text[whole] == UInt8(ascii: "."))
    if let next = comma ?? fractionEnd(end, max(limit, end == whole ? 0 : self.limit), from: start) {
      for i in (end + 1)..<next { take(text[i]) }
      places = next - end - 1
      end = next
    }
    append(start, end, overflow ? .inert : .number, isJoined)
    canStart = true
    atoms[atoms.count - 1].number = overflow ? DecimalNumber(0) : DecimalNumber(value, exponent: -places)
    atoms[atoms.count - 1].isPlain = end == whole
    atoms[atoms.count - 1].isContinental = isContinental
    position = end
    return end
  }

  /// Past groups of three digits (',' or, where there are two or more, '.'), or of two and a last one of three as in
  /// India ('12,34,567'). Reads over the token's end: the tokenizer may cut 'RM1,200' before the comma.
  private func groupsEnd(_ start: Int) -> Int? {
    if let end = groups(from: start, UInt8(ascii: ","), of: 3) { return end }
    if let end = groups(from: start, UInt8(ascii: "."), of: 3), end > start + 4 { return end }
    return groups(from: start, UInt8(ascii: ","), of: 2)
  }

  private func groups(from start: Int, _ separator: UInt8, of size: Int) -> Int? {
    var end = start
    while let next = groupEnd(end, separator, size) { end = next }
    if size == 2 { return end > start ? groupEnd(end, separator, 3) : nil }
    return end > start ? end : nil
  }

  private func groupEnd(_ mark: Int, _ separator: UInt8, _ size: Int) -> Int? {
    guard mark + size < limit, text[mark] == separator else { return nil }
    for i in 1...size where !isDigit(text[mark + i]) { return nil }
    if mark + size + 1 < limit, isDigit(text[mark + size + 1]) { return nil }
    return mark + size + 1
  }

  /// '2,5' and '12,50', but not in a list ('4,5,6').
  private func decimalCommaEnd(_ comma: Int, from start: Int) -> Int? {
    guard comma + 1 < limit, text[comma] == UInt8(ascii: ","), isDigit(text[comma + 1]) else { return nil }
    if start > 0, text[start - 1] == UInt8(ascii: ",") { return nil }
    var end = comma + 2
    if end < limit, isDigit(text[end]) { end += 1 }
    if end < limit, isDigit(text[end]) || text[end] == UInt8(ascii: ",") && end + 1 < limit && isDigit(text[end + 1]) {
      return nil
    }
    return end
  }

  private func fractionEnd(_ point: Int, _ limit: Int, from start: Int) -> Int? {
    guard point + 1 < limit, text[point] == UInt8(ascii: "."), isDigit(text[point + 1]) else { return nil }
    var end = point + 1
    while end < limit, isDigit(text[end]) { end += 1 }
    if end + 1 < limit, text[end] == UInt8(ascii: "."), isDigit(text[end + 1]) { return nil }
    if let previous = atoms.last, previous.mark == UInt8(ascii: "."), Int(previous.range.end) == start,
      atoms.dropLast().last?.kind == .number
    {
      return nil
    }
    return end
  }

  private mutating func append(_ start: Int, _ end: Int, _ kind: ValueAtom.Kind, _ isJoined: Bool) {
    var atom = ValueAtom(
      range: ByteRange(start..<end), token: token, lastToken: token, kind: kind,
      isJoined: isJoined && !atoms.isEmpty)
    if kind == .mark { atom.mark = text[start] }
    if kind == .word {
      let first = text[start]
      atom.isCapitalized = (first >= 65 && first <= 90) || first >= 0x80
    }
    if kind == .word || kind == .mark { look(&atom, start, end) }
    position = end
    atoms.append(atom)
  }

  private mutating func look(_ atom: inout ValueAtom, _ start: Int, _ end: Int) {
    var hash = StableHash.seed
    var capitals = true
    var stop = end
    while stop - 1 > start, text[stop - 1] == UInt8(ascii: ".") { stop -= 1 }
    for i in start..<stop {
      let b = text[i]
      if b >= 97 || b >= 0x80 { capitals = false } else if b >= 65, b <= 90 { atom.isCapitalized = true }
      hash = StableHash.combine(hash, b >= 65 && b <= 90 ? b + 32 : b)
    }
    atom.hash = hash
    atom.isAllCapitals = capitals && atom.kind == .word
    atom.endsInS = text[end - 1] == UInt8(ascii: "s")
    atom.endsInEd = end - start > 4 && text[end - 1] == UInt8(ascii: "d") && text[end - 2] == UInt8(ascii: "e")
    let number = lexicon.number(of: hash)
    guard number > 0 else { return }
    atom.sense = number * 3 + (atom.isAllCapitals ? 2 : atom.isCapitalized ? 1 : 0)
    if !lexicon.senses[atom.sense].starts.isEmpty { canStart = true }
  }

  /// A currency sign, a dash, a vulgar fraction, the degree sign.
  private mutating func addBeyondASCII(_ start: Int, _ end: Int, _ isJoined: Bool) {
    append(start, end, .mark, isJoined)
    atoms[atoms.count - 1].mark = 0
    let bytes = text[start..<end]
    if bytes.count == 3, bytes[start] == 0xE2, isDash(start) { atoms[atoms.count - 1].mark = UInt8(ascii: "-") }
    if bytes.count == 2, bytes[start] == 0xC2, let fraction = fraction(bytes[start + 1]) {
      atoms[atoms.count - 1].kind = .number
      atoms[atoms.count - 1].number = fraction
      canStart = true
    }
  }

  private func isDash(_ at: Int) -> Bool {
    (text[at + 1] == 0x80 && text[at + 2] >= 0x90 && text[at + 2] <= 0x95)
      || (text[at + 1] == 0x88 && text[at + 2] == 0x92)
  }

  /// The last byte of ¼ ½ ¾ in UTF-8.
  private func fraction(_ last: UInt8) -> DecimalNumber? {
    switch last {
    case 0xBC: DecimalNumber(25, exponent: -2)
    case 0xBD: DecimalNumber(5, exponent: -1)
    case 0xBE: DecimalNumber(75, exponent: -2)
    default: nil
    }
  }

  /// Latin-1 signs (U+0080…U+00BF) and U+2000…U+2BFF, but not the typographic apostrophe inside a word.
  private func isMarkScalar(_ at: Int, _ limit: Int) -> Bool {
    let b = text[at]
    if b == 0xC2 { return true }
    if b == 0xE2, at + 2 < limit { return !(text[at + 1] == 0x80 && text[at + 2] == 0x99) }
    return b == 0xE0 && at + 2 < limit && text[at + 1] == 0xB8 && text[at + 2] == 0xBF
  }

  private func scalarLength(_ b: UInt8) -> Int { b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4 }
  private func isDigit(_ b: UInt8) -> Bool { b >= 48 && b <= 57 }
  private func isLetter(_ b: UInt8) -> Bool { (b | 32) >= 97 && (b | 32) <= 122 }
}
