import QuipuLanguage
import Testing

@testable import QuipuTraining

@Suite struct LemmaTrainerTests {
  @Test(arguments: [
    ("Parties", "party", false, "fold 3 y"), ("found", "find", false, "fold 4 ind"), ("NATO", "NATO", true, "keep 0 "),
    ("the", "the", false, "fold 0 "), ("the", "the", true, "keep 0 "), ("PDFs", "PDF", false, "keep 1 "),
    ("’s", "be", false, "fold 2 be"), ("naïf", "naïve", false, "fold 1 ve"), ("né", "nè", false, "fold 2 è"),
    ("WASHINGTON", "Washington", true, "title 0 "), ("paris", "Paris", true, "title 0 "),
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
      var out: [UInt8] = []
      let records = TokenRecords()
      Array(form.utf8).withUnsafeBufferPointer { form in
        records.append(form, isJoined: false)
        records.close()
        records.first[0].tag = UInt32(tag.rawValue) + 1
        lemmatizer.lemmatize(form, records, 0, into: &out)
      }
      return String(decoding: out, as: UTF8.self)
    }
    #expect(lemma("navies", .noun) == "navy")
    #expect(lemma("mailed", .verb) == "mail")
    #expect(lemma("Bergen", .properNoun) == "Bergen")
    #expect(lemma("qqq", .interjection) == "qqq")
  }

  @Test func numbersLoseTheirCommas() throws {
    let (lemmatizer, _) = try lemmatizer()
    var out: [UInt8] = []
    let records = TokenRecords()
    let form = Array("7,654,321".utf8)
    form.withUnsafeBufferPointer { records.append($0, isJoined: false) }
    records.close()
    for (tag, lemma) in [(PartOfSpeech.numeral, "7654321"), (.symbol, "7,654,321")] {
      records.first[0].tag = UInt32(tag.rawValue) + 1
      form.withUnsafeBufferPointer { lemmatizer.lemmatize($0, records, 0, into: &out) }
      #expect(String(decoding: out, as: UTF8.self) == lemma)
    }
  }

  /// Capitals are decided by the context, not by the form's rule.
  @Test func capitalsFollowTheContext() throws {
    var text = ""
    for _ in 0..<5 {
      text += "1\tBig\tBig\tADJ\t_\t_\t0\troot\t_\t_\n2\tApple\tApple\tPROPN\t_\t_\t1\tdep\t_\t_\n\n"
      text += "1\tBig\tbig\tADJ\t_\t_\t0\troot\t_\t_\n2\tdogs\tdog\tNOUN\t_\t_\t1\tdep\t_\t_\n\n"
    }
    let sentences = try TreebankReader.sentences(in: Array(text.utf8), path: "t")
    var builder = ModelFileBuilder()
    try LemmaTrainer(sentences, labels: nil, vocabulary: nil, lexicon: nil).add(to: &builder)
    let lemmatizer = try Lemmatizer(ModelFile(bytes: builder.build()))
    let scores = LemmaEvaluation(lemmatizer, tagger: nil, vocabulary: nil).scores(sentences)
    #expect(scores.map(\.text) == ["lemmas (gold tags) 100.00"])
  }

  @Test func theLexiconAddsWhatTreebanksDoNotHave() throws {
    var lexicon = Lexicon.Builder()
    lexicon.addNoun("bus", plural: "buses")
    lexicon.addNoun("gas", plural: "gases")
    func lemma(_ lexicon: Lexicon?) throws -> String {
      var builder = ModelFileBuilder()
      let text = "1\tdishes\tdish\tNOUN\t_\t_\t0\troot\t_\t_\n2\tnoses\tnose\tNOUN\t_\t_\t1\tdep\t_\t_\n"
      let sentences = try TreebankReader.sentences(in: Array((text + "\n").utf8), path: "t")
      try LemmaTrainer(sentences, labels: nil, vocabulary: nil, lexicon: lexicon).add(to: &builder)
      let lemmatizer = try Lemmatizer(ModelFile(bytes: builder.build()))
      let (records, form) = (TokenRecords(), Array("gases".utf8))
      var out: [UInt8] = []
      form.withUnsafeBufferPointer { form in
        records.append(form, isJoined: false)
        records.close()
        records.first[0].tag = UInt32(PartOfSpeech.noun.rawValue) + 1
        lemmatizer.lemmatize(form, records, 0, into: &out)
      }
      return String(decoding: out, as: UTF8.self)
    }
    #expect(try lemma(nil) != "gas")
    #expect(try lemma(lexicon.build()) == "gas")
  }
}
