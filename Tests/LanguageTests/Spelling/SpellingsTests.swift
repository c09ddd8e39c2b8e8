import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct SpellingsTests {
  private static let entries = [
    ("beacuse", "because"), ("b/c", "because"), ("sooo", "so"), ("goood", "good"), ("uno", "one"),
  ]

  private func file(_ entries: [(String, String)] = entries, vocabulary: [(String, VocabularyEntry)] = []) throws
    -> ModelFile
  {
    var builder = ModelFileBuilder()
    builder.addVocabulary(
      vocabulary.map { (Array($0.0.utf8).withUnsafeBufferPointer { FeatureHash.bytes($0) }, $0.1) })
    builder.addSpellings(entries.map { (Array($0.0.utf8), Array($0.1.utf8)) })
    return try ModelFile(bytes: builder.build(), path: "m")
  }

  private func word(_ form: String, _ spellings: Spellings) -> String? {
    Array(form.utf8).withUnsafeBufferPointer { form in
      spellings.word(for: form, hash: FeatureHash.bytes(form)).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test func formsStandForWords() throws {
    let spellings = try Spellings(file())
    #expect(word("beacuse", spellings) == "because")
    #expect(word("b/c", spellings) == "because")
    #expect(word("because", spellings) == nil)
    #expect(word("", spellings) == nil)
    // What begins otherwise is none: that is how forms of the same hash are told apart.
    #expect(word("uno", spellings) == nil)
  }

  @Test func longerRunsAreCutToThree() throws {
    let spellings = try Spellings(file())
    for form in ["sooo", "soooo", "soooooooooooo"] { #expect(word(form, spellings) == "so") }
    #expect(word("goooooood", spellings) == "good")
    for form in ["so", "soo", "ssso", "sooot"] { #expect(word(form, spellings) == nil) }
  }

  /// 10,000 forms that are not in a table of 10,000: hardly one is taken for one that is. Of two that are and share a
  /// place the first stays.
  @Test func hardlyAnyOtherFormIsFound() throws {
    func forms(_ seed: UInt64) -> [String] {
      var random = SplitMix64(seed: seed)
      return (0..<10_000).map { _ in
        String((0..<8).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &random) ?? "a" })
      }
    }
    let known = forms(1)
    let spellings = try Spellings(file(known.map { ($0, String($0.prefix(3)) + "word") }))
    #expect(known.count { word($0, spellings) == nil } <= 5)
    let others = Set(forms(2)).subtracting(known)
    #expect(others.count { word($0, spellings) != nil } <= 2)
  }

  private func respelt(_ words: [String], _ vocabulary: Vocabulary) -> [String] {
    let records = TokenRecordsTests.records(words)
    vocabulary.fill(records)
    return words.indices.map { i in
      let form = records.withFolded(i) { String(decoding: $0, as: UTF8.self) }
      #expect(records[i].folded == Array(form.utf8).withUnsafeBufferPointer { FeatureHash.bytes($0) })
      return form
    }
  }

  @Test func aRecordIsThatOfTheWordThatIsMeant() throws {
    let because = VocabularyEntry(classes: .subordinator, clusters: 9)
    let vocabulary = try Vocabulary(file(vocabulary: [("because", because), ("goood", VocabularyEntry(clusters: 3))]))
    let records = TokenRecordsTests.records(["cold", "beacuse", "wet"])
    vocabulary.fill(records)
    var meant = TokenRecordsTests.records(["cold", "because", "wet"])[1]
    vocabulary.fill(&meant)
    #expect(records[1].flags.contains(.isRespelt) && records[1].lexicon == because.classes.rawValue)
    meant.flags.insert(.isRespelt)
    #expect(records[1] == meant)
    // Known words are what they are.
    #expect(respelt(["goood", "gooood"], vocabulary) == ["goood", "good"])
  }

  @Test func namesAndAddressesStay() throws {
    let vocabulary = try Vocabulary(file())
    #expect(respelt(["Soooo", "Beacuse", "said"], vocabulary) == ["so", "beacuse", "said"])
    #expect(respelt(["HELP", "SOOO"], vocabulary) == ["help", "so"])
    #expect(respelt(["x", "sooo@y", "sooo"], vocabulary) == ["x", "sooo@y", "so"])
  }

  @Test func brokenTablesAreRefused() throws {
    var builder = ModelFileBuilder()
    builder.addVocabulary([])
    builder.add("vocabulary.spellings", forms: [(hash: 1, value: 0)])
    builder.add("vocabulary.spellings.ends", integers: [UInt32(9)])
    builder.add("vocabulary.spellings.words", integers: Array("so".utf8))
    let file = try ModelFile(bytes: builder.build(), path: "m")
    let error = #expect(throws: ModelError.self) { try Vocabulary(file) }
    #expect(
      error?.description.contains("'vocabulary.spellings.ends' has a word of no length, or beyond the last") == true)
  }
}
