import QuipuLanguage
import QuipuTraining
import Testing

@Suite struct VocabularyTrainerTests {
  private func bytes(_ text: String) throws -> [UInt8] {
    var lexicon = Lexicon.Builder()
    lexicon.addNoun("dog")
    lexicon.addVerb("dog")
    lexicon.add("José", .givenName)
    lexicon.add("Jan", .calendar)
    lexicon.add("empty", [])
    var trainer = VocabularyTrainer(lexicon: lexicon.build())
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

  @Test func twiceTheSameBytes() throws {
    #expect(try bytes("One text. Another.") == bytes("One text. Another."))
    let text = (0..<5).map { "The \(["old", "young"][$0 % 2]) zebra slept number \($0) . " }.joined()
    let clustered = try Vocabulary(ModelFile(bytes: bytes(text)))
    #expect(clustered.entry("Zebra").clusters != 0)
    #expect(clustered.entry("giraffe").clusters == 0)
  }
}
