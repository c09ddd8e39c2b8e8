/// Gives the lemma of a form with its tag: by a lexicon of forms whose lemma is not what their ending says, then by the
/// longest known ending.
///
/// Both are learnt from treebanks and kept as one hashed map to rules. Reentrant. Complexity: O(bytes of the form).
public struct Lemmatizer: Sendable {
  private let map: HashedMap
  private let rules: [LemmaRule]

  /// Reads the sections whose names begin with `lemmas.`.
  public init(_ file: ModelFile) throws(ModelError) {
    var rules: [LemmaRule] = []
    for text in try file.strings("lemmas.rules") {
      guard let rule = LemmaRule(text: text) else {
        throw file.malformed("lemmas.rules", "has '\(text)', which is no rule")
      }
      rules.append(rule)
    }
    self.rules = rules
    map = try HashedMap(file, "lemmas.map", limit: rules.count)
  }

  /// Replaces what is in `lemma` by the lemma of a form whose record holds its tag. `lemma` serves as scratch.
  public func lemmatize(_ form: UnsafeBufferPointer<UInt8>, _ record: TokenRecord, into lemma: inout [UInt8]) {
    let number = rule(form, record, scratch: &lemma)
    if number == HashedMap.absent {
      lemma.removeAll(keepingCapacity: true)
      lemma.append(contentsOf: form)
    } else {
      rules[Int(number)].apply(form, into: &lemma)
    }
  }

  private func rule(
    _ form: UnsafeBufferPointer<UInt8>, _ record: TokenRecord, scratch: inout [UInt8]
  ) -> UInt16 {
    for key in [LemmaKey.morphology(record), LemmaKey.form(record), LemmaKey.folded(record)] {
      let number = map.value(key)
      if number != HashedMap.absent { return number }
    }
    FormFolding.fold(form, into: &scratch)
    return scratch.withUnsafeBufferPointer { folded in
      var best = HashedMap.absent
      LemmaKey.endings(folded, record) { _, key in
        let number = map.value(key)
        if number != HashedMap.absent { best = number }
      }
      return best
    }
  }
}
