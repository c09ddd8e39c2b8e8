import Testing

@testable import QuipuLanguage

@Suite struct VocabularyTests {
  private func hash(_ form: String) -> UInt32 { Array(form.utf8).withUnsafeBufferPointer { FeatureHash.bytes($0) } }

  private func file(_ entries: [(String, VocabularyEntry)]) throws -> ModelFile {
    var builder = ModelFileBuilder()
    builder.addVocabulary(entries.map { (hash($0.0), $0.1) })
    return try ModelFile(bytes: builder.build(), path: "m")
  }

  @Test func formsAreReadWithoutRegardToCase() throws {
    let dog = VocabularyEntry(classes: .noun, clusters: 3 << 16 | 7)
    let vocabulary = try Vocabulary(file([("dog", dog), ("anna", VocabularyEntry(classes: .givenName)), ("x", .none)]))
    #expect(vocabulary.entry("dog") == dog)
    #expect(vocabulary.entry("DOG") == dog)
    #expect(vocabulary.entry("Anna") == VocabularyEntry(classes: .givenName))
    #expect(vocabulary.entry("x") == .none)
    #expect(vocabulary.entry("") == .none)
  }

  @Test func recordsAreFilledAndEmptied() throws {
    let vocabulary = try Vocabulary(file([("dog", VocabularyEntry(classes: .noun, clusters: 9))]))
    let records = TokenRecordsTests.records(["The", "dog"])
    records.first[0].lexicon = 5
    records.first[0].clusters = 5
    vocabulary.fill(records)
    #expect(records[0].lexicon == 0)
    #expect(records[0].clusters == 0)
    #expect(records[1].lexicon == WordClasses.noun.rawValue)
    #expect(records[1].clusters == 9)
    #expect(records.first[-1] == .outside)
    #expect(records.first[2] == .outside)
  }

  @Test func moreThanSixteenBitsOfEntriesAreLeftOut() throws {
    var builder = ModelFileBuilder()
    builder.addVocabulary((0..<70_000).map { (UInt32($0) &* 0x85EB_CA6B, VocabularyEntry(clusters: UInt32($0) + 1)) })
    let file = try ModelFile(bytes: builder.build())
    #expect(try file.section("vocabulary.entries", .integers).rows == 65_536)
    var record = TokenRecord()
    record.folded = 60_000 &* 0x85EB_CA6B
    try Vocabulary(file).fill(&record)
    #expect(record.clusters == 60_001)
  }

  @Test func aFileWithoutItIsRefused() throws {
    let empty = try ModelFile(bytes: ModelFileBuilder().build(), path: "m")
    do throws(ModelError) {
      _ = try Vocabulary(empty)
      Issue.record("read")
    } catch { #expect(error.description.hasPrefix("m: has no section 'vocabulary.entries'; train ")) }
  }
}
