import Testing

@testable import QuipuLanguage

@Suite struct UncasedSentencesTests {
  private static let classes: [Substring: WordClasses] = [
    "Says": [.thirdSingular], "Its": [.possessivePronoun], "Are": [.beForm], "Will": [.modal, .givenName],
    "of": [.preposition], "are": [.beForm], "Fish": [.noun, .baseVerb],
  ]

  /// The tokens that are marked.
  private func marked(_ words: String) -> String {
    let records = TokenRecords()
    let forms = words.split(separator: " ")
    for form in forms { Array(form.utf8).withUnsafeBufferPointer { records.append($0, isJoined: false) } }
    records.close()
    for (i, form) in forms.enumerated() {
      records.first[i].lexicon = UncasedSentencesTests.classes[form]?.rawValue ?? 0
    }
    UncasedSentences.mark(records.first, count: records.count)
    return forms.indices.filter { records[$0].flags.contains(.isUncased) }.map { String(forms[$0]) }
      .joined(separator: " ")
  }

  @Test(arguments: ["so anna went to oslo .", "he 's in bergen", "5 fish from oslo"])
  func noCapitalAtAll(_ words: String) { #expect(marked(words) == words) }

  @Test func noSmallLetterAtAll() { #expect(marked("ANNA WENT TO OSLO !") == "ANNA WENT TO OSLO !") }

  @Test(arguments: [
    ("okay so i live in San Rafael", "okay so i live in"),
    ("i 'm from norway but Anna is n't", "i 'm from norway but is n't"),
  ])
  func theWriterSaysI(_ words: String, _ expected: String) { #expect(marked(words) == expected) }

  @Test(arguments: ["Anna went to Oslo .", "he met Anna", "( i ) The fish", "fish", "5 , 6 .", "fish : 5", "NATO ."])
  func capitalsSayMore(_ words: String) { #expect(marked(words) == "") }

  @Test(arguments: ["Norway Says Its Fish Are Well", "Fish of Norway Says : Oslo Fish Well 5"])
  func headings(_ words: String) { #expect(marked(words) == words) }

  @Test(arguments: [
    // Nothing that no name would have; a small word that is no small word of headings; too short.
    "Anna Lund Will Dahl Fish of Norway", "Norway Says Its Fish are Well", "Norway Says Its fish Well",
    "Norway Says Fish",
    "Says Norway Fish Oslo",
  ])
  func otherCapitals(_ words: String) { #expect(marked(words) == "") }

  @Test func featuresAreOthers() {
    let records = TokenRecords()
    for form in ["anna", "went"] { Array(form.utf8).withUnsafeBufferPointer { records.append($0, isJoined: false) } }
    records.close()
    func features() -> Set<UInt32> {
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: EntityTemplates.maximum) { buffer in
        guard let features = buffer.baseAddress else { return [] }
        var context = EntityContext()
        return Set(buffer[..<EntityTemplates.write(records.first, &context, into: features)])
      }
    }
    let cased = features()
    UncasedSentences.mark(records.first, count: records.count)
    let uncased = features()
    #expect(cased.count > 20 && uncased.count > 20)
    #expect(cased.isDisjoint(with: uncased))
  }
}
