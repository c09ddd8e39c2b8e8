import Testing

@testable import QuipuLanguage

@Suite struct ClauseConstraintsTests {
  private static let classes: [String: WordClasses] = [
    "exports": [.noun, .plural, .thirdSingular], "borders": [.noun, .plural, .thirdSingular],
    "trade": [.noun, .baseVerb], "rose": [.noun, .past], "grew": [.past], "grows": [.thirdSingular],
    "likes": [.thirdSingular],
  ]

  /// The tags of words written WORD/TAG when the constraints have been applied; taking a word for a verb costs its place.
  private func tags(_ sentence: String) throws -> String {
    let words = sentence.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
    let records = TokenRecordsTests.records(words.map { $0[0] })
    for (i, word) in words.enumerated() {
      let tag = try #require(PartOfSpeech.allCases.first { $0.code == word[1] })
      records.first[i].tag = UInt32(tag.rawValue) + 1
      records.first[i].lexicon = ClauseConstraintsTests.classes[word[0].lowercased(), default: []].rawValue
    }
    ClauseConstraints(records.first, count: records.count).apply { Int32($0) }
    return (0..<records.count).map { records[$0].partOfSpeech.code }.joined(separator: " ")
  }

  @Test(arguments: [
    ("Exports/VERB to/PART Norway/PROPN rose/VERB ./PUNCT", "NOUN ADP PROPN VERB PUNCT"),
    ("Exports/VERB of/ADP cars/NOUN grew/VERB", "NOUN ADP NOUN VERB"),
    ("Exports/VERB of/ADP cars/NOUN were/AUX low/ADJ", "NOUN ADP NOUN AUX ADJ"),
    ("He/PRON left/VERB ,/PUNCT exports/VERB to/PART Chad/PROPN rose/VERB", "PRON VERB PUNCT NOUN ADP PROPN VERB"),
    ("while/SCONJ exports/VERB of/ADP tin/NOUN and/CCONJ zinc/NOUN rose/VERB", "SCONJ NOUN ADP NOUN CCONJ NOUN VERB"),
    ("trade/VERB of/ADP cars/NOUN grew/VERB", "NOUN ADP NOUN VERB"),
    ("Norway/PROPN borders/NOUN Sweden/PROPN ./PUNCT", "PROPN VERB PROPN PUNCT"),
  ]) func whatASentenceMustHold(_ sentence: String, _ expected: String) throws {
    #expect(try tags(sentence) == expected)
  }

  @Test(arguments: [
    // An infinitive, a verb that goes on, a present, a subject of its own, no preposition, no verb, within a clause.
    "Exports/VERB to/PART help/VERB Norway/PROPN rose/VERB", "Exports/VERB to/ADP Chad/PROPN and/CCONJ grew/VERB",
    "Exports/VERB to/ADP Chad/PROPN grows/VERB", "Exports/VERB to/ADP Chad/PROPN it/PRON rose/VERB",
    "Exports/VERB cars/NOUN rose/VERB", "Exports/VERB to/ADP Chad/PROPN",
    "Chad/PROPN exports/VERB to/ADP Mali/PROPN grew/VERB",
    "Likes/VERB of/ADP cars/NOUN grew/VERB",
  ]) func allElseStays(_ sentence: String) throws {
    let given = sentence.split(separator: " ").map { $0.split(separator: "/")[1] }.joined(separator: " ")
    #expect(try tags(sentence) == given)
  }
}
