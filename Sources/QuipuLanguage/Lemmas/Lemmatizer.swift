/// Gives the lemma of a token with its tag: by a lexicon of forms whose lemma is not what their ending says, then by the
/// longest known ending; what becomes of capitals is decided by the context.
///
/// All are learnt from treebanks: a hashed map to rules, and weights of a linear model for capitals. Reentrant.
public struct Lemmatizer: Sendable {
  private let map: HashedMap
  private let rules: [LemmaRule]
  private let caseWeights: WeightTable

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
    caseWeights = try file.weights("lemmas.case.weights", columns: LemmaCase.allCases.count)
  }

  /// Replaces what is in `lemma` by the lemma of the token at `index` of a closed sentence that is tagged; `form` holds
  /// its bytes. `lemma` serves as scratch. Complexity: O(bytes of the form).
  public func lemmatize(
    _ form: UnsafeBufferPointer<UInt8>, _ records: TokenRecords, _ index: Int, into lemma: inout [UInt8]
  ) {
    precondition(index >= 0 && index < records.count)
    guard records.first[index].flags.contains(.isRespelt) else {
      return lemmatize(form, records.first + index, into: &lemma)
    }
    records.withFolded(index) { lemmatize($0, records.first + index, into: &lemma) }
  }

  /// The same of a token with its neighbours' records around it.
  func lemmatize(_ form: UnsafeBufferPointer<UInt8>, _ token: UnsafePointer<TokenRecord>, into lemma: inout [UInt8]) {
    let number = rule(form, token.pointee, scratch: &lemma)
    let capitals = LemmaCaseTemplates.isAsked(token.pointee) ? letterCase(token) : nil
    if number == HashedMap.absent {
      (capitals ?? .keep).apply(form, into: &lemma)
    } else {
      rules[Int(number)].apply(form, case: capitals, into: &lemma)
    }
    if token.pointee.flags.contains(.hasDigit), token.pointee.partOfSpeech == .numeral { DigitGroups.close(&lemma) }
  }

  private func letterCase(_ token: UnsafePointer<TokenRecord>) -> LemmaCase {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LemmaCaseTemplates.maximum) { features in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 16) { sums in
        // Temporary allocations of more than no elements have an address.
        guard let features = features.baseAddress, let sums = sums.baseAddress else { return .keep }
        let count = LemmaCaseTemplates.write(token, into: features)
        caseWeights.score(features, count: count, into: sums)
        var best = LemmaCase.fold
        for other in [LemmaCase.keep, .title] where sums[Int(other.rawValue)] > sums[Int(best.rawValue)] {
          best = other
        }
        return best
      }
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
