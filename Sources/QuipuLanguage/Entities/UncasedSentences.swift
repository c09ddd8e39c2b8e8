/// Finds where letter case says nothing of names: sentences without a capital, those whose writer says 'i', those
/// without a small letter, and headings with a capital on every word.
///
/// There a token without capitals (in the last two all tokens) is read by features of its own (`UncasedTemplates`),
/// learnt from texts in lower case, so that what is learnt of edited text is not blurred by them.
enum UncasedSentences {
  private static let i = FeatureHash.word("i")
  private static let verbs = WordClasses.verb.rawValue | WordClasses.auxiliary.rawValue
  private static let closed = WordClasses.closed.rawValue
  private static let nominal = WordClasses([.givenName, .surname, .noun, .adjective, .notName, .calendar]).rawValue

  /// Marks the tokens of such a sentence with `isUncased`. Complexity: O(tokens).
  static func mark(_ records: UnsafeMutablePointer<TokenRecord>, count: Int) {
    guard count > 0 else { return }
    let areAll = records[0].flags.contains(.isShouted) || isHeading(records, count: count)
    guard areAll || isUncased(records, count: count) else { return }
    for k in 0..<count where areAll || !records[k].flags.contains(.hasUpper) {
      records[k].flags.insert(.isUncased)
    }
  }

  private static func isUncased(_ records: UnsafePointer<TokenRecord>, count: Int) -> Bool {
    var (capitals, words) = (0, 0)
    for k in 0..<count {
      let record = records[k]
      if record.form == i, !records[k - 1].flags.contains(.isPunctuation),
        !records[k + 1].flags.contains(.isPunctuation)
      {
        return true
      }
      if record.flags.contains(.hasUpper) {
        capitals += 1
      } else if isWord(record) {
        words += 1
      }
    }
    return capitals == 0 && words > 1
  }

  /// 'Norway Says Its Fish Are Well': all words but small ones begin with a capital, and one or more of them no name
  /// would have. Signatures and lists of names have none, and there capitals count.
  private static func isHeading(_ records: UnsafePointer<TokenRecord>, count: Int) -> Bool {
    var (capitals, ordinary) = (0, 0)
    for k in 0..<count where isWord(records[k]) {
      let (flags, classes) = (records[k].flags, records[k].lexicon)
      if flags.contains(.startsUpper) {
        capitals += 1
        if k > 0, !flags.contains(.isUpper), classes & (verbs | closed) != 0, classes & nominal == 0 { ordinary += 1 }
      } else if !flags.contains(.isJoined), classes & closed == 0 || classes & verbs != 0 {
        return false
      }
    }
    return capitals > 3 && ordinary > 0
  }

  private static func isWord(_ record: TokenRecord) -> Bool {
    !record.flags.contains(.isPunctuation) && !record.flags.contains(.hasDigit)
  }
}
