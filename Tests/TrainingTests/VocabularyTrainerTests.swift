import QuipuLanguage
import QuipuTraining
import Testing

@Suite struct VocabularyTrainerTests {
  private func bytes(_ text: String, spellings: [(String, String)] = []) throws -> [UInt8] {
    var lexicon = Lexicon.Builder()
    lexicon.addNoun("dog")
    lexicon.addVerb("dog")
    lexicon.add("José", .givenName)
    lexicon.add("Jan", .calendar)
    lexicon.add("empty", [])
    var trainer = VocabularyTrainer(lexicon: lexicon.build())
    try trainer.set(spellings: spellings.map { (Array($0.0.utf8), Array($0.1.utf8)) })
    trainer.add(text: Array(text.utf8))
    trainer.add(try TinyTreebank.read())
    var builder = ModelFileBuilder()
    trainer.add(to: &builder)
    return builder.build()
  }

  @Test func theLexiconsWordsAndTheirSpellingsInTexts() throws {
    let vocabulary = try Vocabulary(ModelFile(bytes: bytes("José came in Jan. 2024. The zebra slept.")))
    #expect(vocabulary.entry("Dogs").classes == [.noun, .plural, .thirdSingular])
    #expect(vocabulary.entry("the").classes == .determiner)
    #expect(vocabulary.entry("jose").classes == .givenName)
    #expect(vocabulary.entry("JOSÉ").classes == .givenName)
    #expect(vocabulary.entry("Jan").classes == .calendar)
    #expect(vocabulary.entry("Jan.").classes == .calendar)
    #expect(vocabulary.entry("zebra").classes == [])
    #expect(vocabulary.entry("empty").classes == [])
  }

  /// Misspelt words count as those that are meant; words of the lexicon are never misspelt.
  @Test func spellingsAreNoWordsOfTheirOwn() throws {
    let text = (0..<5).map { "The \(["old", "young"][$0 % 2]) zebra slept. The dog sleept. The zeebra sleept. " }
      .joined()
    let file = try ModelFile(bytes: bytes(text, spellings: [("zeebra", "zebra"), ("sleept", "slept"), ("dog", "do")]))
    let vocabulary = try Vocabulary(file)
    #expect(vocabulary.entry("zebra").clusters != 0 && vocabulary.entry("zeebra").clusters == 0)
    let spellings = try Spellings(file)
    let found = ["zeebra", "dog"].map { form in
      Array(form.utf8).withUnsafeBufferPointer { spellings.word(for: $0, hash: FeatureHash.bytes($0)) != nil }
    }
    #expect(found == [true, false])
  }

  @Test func typesOfWordsStandBesideTheirCodes() throws {
    let code = WordCode(cluster: 7, codes: [1, 2, 3, 4, 5])
    let words = ["oslo", "ran"].map { word in Array(word.utf8).withUnsafeBufferPointer { FormFolding.hash($0) } }
    var trainer = VocabularyTrainer(lexicon: Lexicon.Builder().build())
    trainer.add(codes: words.map { ($0, code) }, types: [words[0]: 31, 5: 1])
    var builder = ModelFileBuilder()
    trainer.add(to: &builder)
    let vocabulary = try Vocabulary(ModelFile(bytes: builder.build()))
    #expect(vocabulary.code("Oslo") == code.with(type: 31) && vocabulary.code("ran") == code)
  }

  @Test func twiceTheSameBytes() throws {
    #expect(try bytes("One text. Another.") == bytes("One text. Another."))
    let text = (0..<5).map { "The \(["old", "young"][$0 % 2]) zebra slept number \($0) . " }.joined()
    let clustered = try Vocabulary(ModelFile(bytes: bytes(text)))
    #expect(clustered.entry("Zebra").clusters != 0)
    #expect(clustered.entry("giraffe").clusters == 0)
  }
}
