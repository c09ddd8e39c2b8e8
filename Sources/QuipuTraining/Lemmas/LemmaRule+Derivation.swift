import QuipuLanguage

extension LemmaRule {
  /// The rule that changes least to make the lemma of the form. Of equal ones it is the one that folds, or, for
  /// `keepsCase` (proper nouns), the one that keeps the form.
  static func derive(form: [UInt8], lemma: [UInt8], keepsCase: Bool) -> LemmaRule {
    let order: [LemmaCase] = keepsCase ? [.keep, .title, .fold] : [.fold, .keep, .title]
    var best: LemmaRule?
    for letterCase in order {
      var start: [UInt8] = []
      form.withUnsafeBufferPointer { letterCase.apply($0, into: &start) }
      let rule = change(from: start, to: lemma, letterCase)
      if let best, rule.cost >= best.cost { continue }
      best = rule
    }
    return best ?? LemmaRule(.keep, removed: form.count, added: lemma)
  }

  private var cost: Int { removed + added.count }

  private static func change(from start: [UInt8], to lemma: [UInt8], _ letterCase: LemmaCase) -> LemmaRule {
    var common = zip(start, lemma).prefix { $0 == $1 }.count
    // A character is taken or left as a whole.
    while common > 0,
      (common < start.count && start[common] & 0xC0 == 0x80)
        || (common < lemma.count && lemma[common] & 0xC0 == 0x80)
    {
      common -= 1
    }
    return LemmaRule(letterCase, removed: start.count - common, added: Array(lemma[common...]))
  }
}
