import QuipuCore

/// A run of digits, a run of other word characters, or one mark, inside a token.
///
/// The value grammars read atoms, not tokens, so that '7.5m', '1980-88', '5th' and 'US$1,000' read alike however the
/// tokenizer cuts them.
struct ValueAtom: Sendable {
  enum Kind: UInt8, Sendable { case word, number, mark, inert }
  var range: ByteRange
  var token: Int
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
  var senses = WordSenses()
  var hasSenses = false
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
  private var token = 0

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  mutating func add(_ tokens: [Token], in range: Range<Int>) {
    atoms.reserveCapacity(atoms.count + range.count + 8)
    for t in range {
      token = t
      let bytes = tokens[t].range.range
      guard bytes.upperBound <= text.count, !bytes.isEmpty else { continue }
      var start = bytes.lowerBound
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
    var isPlain = true
    while let next = groupEnd(end, limit), end - start <= 3 || !isPlain {
      for i in (end + 1)..<next { take(text[i]) }
      end = next
      isPlain = false
    }
    if let next = fractionEnd(end, limit, from: start) {
      for i in (end + 1)..<next { take(text[i]) }
      places = next - end - 1
      end = next
      isPlain = false
    }
    append(start, end, overflow ? .inert : .number, isJoined)
    atoms[atoms.count - 1].number = overflow ? DecimalNumber(0) : DecimalNumber(value, exponent: -places)
    atoms[atoms.count - 1].isPlain = isPlain
    return end
  }

  private func groupEnd(_ comma: Int, _ limit: Int) -> Int? {
    guard comma + 3 < limit, text[comma] == UInt8(ascii: ",") else { return nil }
    for i in 1...3 where !isDigit(text[comma + i]) { return nil }
    if comma + 4 < limit, isDigit(text[comma + 4]) { return nil }
    return comma + 4
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
      range: ByteRange(start..<end), token: token, kind: kind, isJoined: isJoined && !atoms.isEmpty)
    if kind == .mark { atom.mark = text[start] }
    if kind == .word {
      let first = text[start]
      atom.isCapitalized = (first >= 65 && first <= 90) || first >= 0x80
    }
    if kind == .word || kind == .mark { look(&atom, start, end) }
    atoms.append(atom)
  }

  private func look(_ atom: inout ValueAtom, _ start: Int, _ end: Int) {
    var hash = StableHash.seed
    var capitals = true
    var stop = end
    while stop - 1 > start, text[stop - 1] == UInt8(ascii: ".") { stop -= 1 }
    for i in start..<stop {
      let b = text[i]
      if b >= 97 || b >= 0x80 { capitals = false }
      hash = StableHash.combine(hash, b >= 65 && b <= 90 ? b + 32 : b)
    }
    atom.hash = hash
    atom.isAllCapitals = capitals && atom.kind == .word
    atom.endsInS = text[end - 1] == UInt8(ascii: "s")
    atom.endsInEd = end - start > 4 && text[end - 1] == UInt8(ascii: "d") && text[end - 2] == UInt8(ascii: "e")
    if let senses = lexicon[hash] {
      atom.senses = senses
      atom.hasSenses = true
      if senses.currencyCode != 0, !atom.isAllCapitals { atom.senses.currencyCode = 0 }
      if senses.month != 0, !atom.isCapitalized { atom.senses.month = 0 }
      if senses.weekday != 0, !atom.isCapitalized { atom.senses.weekday = 0 }
    }
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
