import QuipuLanguage
import Testing

@testable import QuipuTraining

@Suite struct LemmaTrainerTests {
  @Test(arguments: [
    ("Parties", "party", false, "fold 3 y"), ("found", "find", false, "fold 4 ind"), ("NATO", "NATO", true, "keep 0 "),
    ("the", "the", false, "fold 0 "), ("the", "the", true, "keep 0 "), ("PDFs", "PDF", false, "keep 1 "),
    ("’s", "be", false, "fold 2 be"), ("naïf", "naïve", false, "fold 1 ve"), ("né", "nè", false, "fold 2 è"),
  ]) func rulesAreDerived(_ form: String, _ lemma: String, _ keepsCase: Bool, _ rule: String) {
    let derived = LemmaRule.derive(form: Array(form.utf8), lemma: Array(lemma.utf8), keepsCase: keepsCase)
    #expect(derived.text == rule)
    var out: [UInt8] = []
    Array(form.utf8).withUnsafeBufferPointer { derived.apply($0, into: &out) }
    #expect(String(decoding: out, as: UTF8.self) == lemma)
  }

  private func lemmatizer() throws -> (Lemmatizer, LinearTagger) {
    let file = try ModelFile(bytes: TinyTreebank.model())
    return (try Lemmatizer(file), try LinearTagger(file))
  }

  @Test func itKnowsAllThatItWasShown() throws {
    let (lemmatizer, tagger) = try lemmatizer()
    let scores = LemmaEvaluation(lemmatizer, tagger: tagger, vocabulary: try TinyTreebank.vocabulary()).scores(
      try TinyTreebank.read())
    // 'found' of 'find' and of 'found' once each: too few for the lexicon to tell them apart by morphology.
    #expect(
      scores.map(\.text) == [
        "lemmas (gold tags) 98.08", "lemmas (predicted tags) 98.08", "lemmas (predicted tags, any case) 98.08",
      ])
  }

  @Test func endingsReachWordsNeverSeen() throws {
    let (lemmatizer, _) = try lemmatizer()
    func lemma(_ form: String, _ tag: PartOfSpeech) -> String {
      var (out, folded): ([UInt8], [UInt8]) = ([], [])
      var record = TokenRecord()
      Array(form.utf8).withUnsafeBufferPointer { form in
        TokenRecords.read(form, into: &record, folded: &folded)
        record.tag = UInt32(tag.rawValue) + 1
        lemmatizer.lemmatize(form, record, into: &out)
      }
      return String(decoding: out, as: UTF8.self)
    }
    #expect(lemma("navies", .noun) == "navy")
    #expect(lemma("mailed", .verb) == "mail")
    #expect(lemma("Bergen", .properNoun) == "Bergen")
    #expect(lemma("qqq", .interjection) == "qqq")
  }
}
