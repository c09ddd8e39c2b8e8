import QuipuLanguage

extension LemmaRule {
  /// The rule that changes least to make the lemma of the form, with or without folding. Of equal ones it is the folding
  /// one unless `keepsCase` (proper nouns).
  static func derive(form: [UInt8], lemma: [UInt8], keepsCase: Bool) -> LemmaRule {
    var folded: [UInt8] = []
    form.withUnsafeBufferPointer { FormFolding.fold($0, into: &folded) }
    let kept = change(from: form, to: lemma, isFolded: false)
    let lower = change(from: folded, to: lemma, isFolded: true)
    let (keptCost, lowerCost) = (kept.removed + kept.added.count, lower.removed + lower.added.count)
    return keptCost < lowerCost || (keptCost == lowerCost && keepsCase) ? kept : lower
  }

  private static func change(from start: [UInt8], to lemma: [UInt8], isFolded: Bool) -> LemmaRule {
    var common = zip(start, lemma).prefix { $0 == $1 }.count
    // A character is taken or left as a whole.
    while common > 0,
      (common < start.count && start[common] & 0xC0 == 0x80)
        || (common < lemma.count && lemma[common] & 0xC0 == 0x80)
    {
      common -= 1
    }
    return LemmaRule(isFolded: isFolded, removed: start.count - common, added: Array(lemma[common...]))
  }
}
