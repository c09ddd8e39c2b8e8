import QuipuCore

/// Whether a text is English: a guess by its letters and function words, to warn whoever gives us something else.
///
/// Scripts other than Latin are certain. Among texts in Latin letters the function words decide: about every third word
/// of English prose is one of `IdentificationWords.english`, and hardly a word of another language is. Whole numbers
/// only: the same on every machine.
public struct LanguageGuess: Sendable, Equatable {
  public enum Verdict: UInt8, Sendable {
    case english
    case other
    /// Too short, or nothing in it that tells: names, numbers, tables.
    case undecided
  }

  public let verdict: Verdict
  /// 0 to 100; 0 for `undecided`. No probability: how much more speaks for the verdict than against it.
  public let confidence: Int

  /// True unless the text is taken for another language: what is undecided deserves no warning.
  public var isEnglish: Bool { verdict != .other }

  /// Words below which Latin text is not judged.
  static let fewestWords = 5
  /// Function words that speak for another language; a Latin phrase such as 'et al.' has two.
  static let fewestForeign = 3

  /// Complexity: O(bytes).
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    var counts = LetterCounts()
    counts.read(text)
    (verdict, confidence) = LanguageGuess.judge(counts)
  }

  /// The same for a string.
  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { LanguageGuess($0) }
  }

  /// The same for a document's text.
  public init(_ document: Document) { self = document.bytes.withUnsafeBufferPointer { LanguageGuess($0) } }

  /// What whoever gave us the document should know; nil unless it is taken for another language.
  public func warning(of document: Document) -> String? {
    guard !isEnglish else { return nil }
    return "document '\(document.id)' does not look like English, which alone is read: what is found in it is a guess; "
      + "leave it out, or give a translation"
  }

  private static func judge(_ counts: LetterCounts) -> (Verdict, Int) {
    let letters = counts.latin + counts.accented + counts.otherScript
    guard letters > 0 else { return (.undecided, 0) }
    // A letter of another script counts twice: syllables and whole words are written with one.
    if 2 * counts.otherScript > counts.latin + counts.accented {
      return counts.otherScript < 3
        ? (.undecided, 0) : (.other, 200 * counts.otherScript / (letters + counts.otherScript))
    }
    guard counts.words >= fewestWords else { return (.undecided, 0) }
    let (english, foreign) = (counts.english, counts.foreign)
    let surplus = 100 * abs(english - foreign) / (english + foreign + 1)
    if english > 2 * foreign && 12 * english >= counts.words { return (.english, surplus) }
    if foreign > english && foreign >= fewestForeign && 12 * foreign >= counts.words { return (.other, surplus) }
    // Few function words of any language that is known: accents tell another one from a list.
    let isAccented = 25 * counts.accented >= letters
    return isAccented && 12 * english < counts.words && counts.words >= 8 ? (.other, 50) : (.undecided, 0)
  }
}

/// What a text is made of.
private struct LetterCounts {
  /// Letters, as scalars: a–z, other Latin ones, all others.
  var latin = 0
  var accented = 0
  var otherScript = 0
  /// Words of Latin letters, and those among them that are function words.
  var words = 0
  var english = 0
  var foreign = 0

  /// Foreign words behind a capitalised one that what follows must judge.
  private var particles = 0
  private var isAfterCapital = false

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while i < text.count {
      guard isLetter(text[i]) || text[i] >= 0x80 else {
        i += 1
        continue
      }
      let start = i
      var isLatin = false
      while i < text.count, isLetter(text[i]) || text[i] >= 0x80 {
        if text[i] < 0x80 {
          latin += 1
          isLatin = true
          i += 1
        } else {
          let scalar = ScalarClass(text, i)
          guard scalar.kind == .letter || scalar.kind == .extender else { break }
          if scalar.kind == .letter { count(scalar.scalar, &isLatin) }
          i += scalar.length
        }
      }
      if i == start { i += ScalarClass(text, i).length }
      if isLatin { count(text, start..<i) }
    }
    foreign += particles
  }

  /// A word of Latin letters. Foreign ones count in small letters only, not between capitalised words and not in
  /// addresses: 'El Paso', 'van der Berg', 'Rio de la Plata' and '.com' stand in English too.
  private mutating func count(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) {
    words += 1
    let isCapital = text[word.lowerBound] &- 0x41 < 26
    let value = IdentificationWords.table.value(text, word.lowerBound, word.upperBound)
    if value & 1 != 0 { english += 1 }
    if value & 2 != 0, !isCapital, !isInAddress(text, word) {
      if isAfterCapital { particles += 1 } else { foreign += 1 }
      return
    }
    if !isCapital { foreign += particles }
    particles = 0
    isAfterCapital = isCapital
  }

  /// Joined to what is before by a period or slash, or to what is behind by '@'.
  private func isInAddress(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    let before = word.lowerBound > 0 ? text[word.lowerBound - 1] : 0
    let after = word.upperBound < text.count ? text[word.upperBound] : 0
    return before == UInt8(ascii: ".") || before == UInt8(ascii: "/") || before == UInt8(ascii: "@")
      || after == UInt8(ascii: "@")
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private mutating func count(_ scalar: UInt32, _ isLatin: inout Bool) {
    switch scalar {
    case 0xAA...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF:
      accented += 1
      isLatin = true
    // Marks, and letters of mathematics and units.
    case 0x250...0x36F, 0x2070...0x218F, 0x1D400...0x1D7FF: break
    default: otherScript += 1
    }
  }
}
