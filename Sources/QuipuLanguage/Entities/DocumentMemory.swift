/// What a document says of each capitalised form, over all places where it stands: names are told by where they are
/// clear, and carried to where they are not.
struct DocumentMemory {
  // Bits of one place.
  static let midSentence: UInt32 = 1 << 0
  static let afterGivenName: UInt32 = 1 << 1
  static let beforeSurname: UInt32 = 1 << 2
  static let afterPlacePreposition: UInt32 = 1 << 3
  static let beforePossessive: UInt32 = 1 << 4
  static let afterThe: UInt32 = 1 << 5
  static let alone: UInt32 = 1 << 6
  static let inLongerRun: UInt32 = 1 << 7
  /// The form is written in lower case elsewhere.
  static let lowerCase: UInt32 = 1 << 8
  /// Kinds of longer known names that the form stands in, from here on.
  static let gazetteerShift: UInt32 = 16

  private struct Entry {
    var once: UInt32 = 0
    var twice: UInt32 = 0
  }

  private var forms = FormMap(empty: Entry())

  mutating func removeAll() { forms.removeAll() }

  /// Notes a place where a key stands.
  mutating func add(_ key: UInt32, _ bits: UInt32) {
    forms.update(key) { entry in
      entry.twice |= entry.once & bits
      entry.once |= bits
    }
  }

  /// The bits of the places but one, whose own bits are given.
  func others(_ key: UInt32, own: UInt32) -> UInt32 {
    let entry = forms[key]
    return entry.twice | (entry.once & ~own)
  }
}

extension DocumentMemory {
  private static let the = FeatureHash.word("the")
  private static let possessive = FeatureHash.word("'s")
  private static let placePrepositions = ["in", "at", "near", "from", "to"].map { FeatureHash.word($0) }

  /// What a place tells of the form that stands there; 0 for forms that are no candidates.
  @inline(__always)
  static func bits(_ token: UnsafePointer<TokenRecord>, _ context: EntityContext) -> UInt32 {
    let x = token.pointee
    let (before, after) = (token[-1], token[1])
    var bits: UInt32 = 0
    if !x.flags.contains(.isFirst) && !x.flags.contains(.isShouted) { bits |= midSentence }
    let given = WordClasses.givenName.rawValue
    if before.lexicon & given != 0 && before.flags.contains(.startsUpper) { bits |= afterGivenName }
    if after.lexicon & WordClasses.surname.rawValue != 0 && after.flags.contains(.startsUpper) { bits |= beforeSurname }
    if placePrepositions.contains(before.folded) { bits |= afterPlacePreposition }
    if after.folded == possessive { bits |= beforePossessive }
    if before.folded == the { bits |= afterThe }
    bits |= context.position >> 3 > 1 ? inLongerRun : alone
    let inside = x.gazetteer >> 16
    let begins = after.gazetteer >> 16 & x.gazetteer
    bits |= ((inside | begins) & 0xFFFF) << gazetteerShift
    return bits
  }

  /// Notes all tokens of a sentence.
  mutating func add(
    _ records: UnsafePointer<TokenRecord>, count: Int, contexts: UnsafePointer<EntityContext>
  ) {
    for i in 0..<count {
      let x = records[i]
      if x.flags.contains(.startsUpper) {
        add(x.form | 1, DocumentMemory.bits(records + i, contexts[i]))
      } else if !x.flags.contains(.isPunctuation) && !x.flags.contains(.hasDigit) {
        add(x.folded &* 31 | 1, DocumentMemory.lowerCase)
      }
    }
  }

  /// Fills `memory` of the contexts of a sentence.
  func fill(
    _ records: UnsafePointer<TokenRecord>, count: Int, contexts: UnsafeMutablePointer<EntityContext>
  ) {
    for i in 0..<count where records[i].flags.contains(.startsUpper) {
      let x = records[i]
      let bits = others(x.form | 1, own: DocumentMemory.bits(records + i, contexts[i]))
      let lower = others(x.folded &* 31 | 1, own: 0) & DocumentMemory.lowerCase
      contexts[i].memory = bits | lower
    }
  }
}
