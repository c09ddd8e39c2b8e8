import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct WordVectorsTests {
  private func file(_ words: [(hash: UInt32, code: WordCode)]) throws -> ModelFile {
    var builder = ModelFileBuilder()
    builder.addVocabulary([])
    builder.addVectors(words)
    return try ModelFile(bytes: builder.build(), path: "m")
  }

  private func hash(_ form: String) -> UInt32 { Array(form.utf8).withUnsafeBufferPointer { FormFolding.hash($0) } }

  @Test func largerClustersAreBeginningsOfSmallerOnes() {
    let code = WordCode(cluster: 0b1011010_01_10, codes: [1, 2, 3, 4, 255])
    #expect(code.fine == 0b1011010_01_10 && code.middle == 0b1011010_01 && code.coarse == 0b1011010)
    #expect((0..<5).map { code.code($0) } == [1, 2, 3, 4, 255])
    #expect(WordCode.none.fine == 0 && code != .none)
  }

  @Test func aTypeStandsBesideCluster() {
    let code = WordCode(cluster: 2047, codes: [255, 2, 3, 4, 5]).with(type: 21)
    #expect(code.type == 21 && code.fine == 2047 && code.code(0) == 255)
    #expect(code.with(type: 31).type == 31 && code.with(type: 0) == WordCode(cluster: 2047, codes: [255, 2, 3, 4, 5]))
  }

  @Test func whatIsAddedIsFound() throws {
    var random = SplitMix64(seed: 3)
    var known: [UInt32: WordCode] = [:]
    while known.count < 5000 {
      known[UInt32.random(in: 0...UInt32.max, using: &random)] = WordCode(
        cluster: UInt16.random(in: 1..<2048, using: &random),
        codes: (0..<5).map { _ in UInt8.random(in: 0...255, using: &random) }
      ).with(type: UInt8.random(in: 0..<32, using: &random))
    }
    let entries = known.sorted { $0.key < $1.key }.map { (hash: $0.key, code: $0.value) }
    let vectors = try WordVectors(file(entries), "vocabulary.vectors")
    #expect(entries.filter { vectors.code($0.hash) == $0.code }.count >= 4995)
  }

  @Test func recordsGetTheCodeOfTheirFoldedForm() throws {
    let oslo = WordCode(cluster: 99, codes: [1, 2, 3, 4, 5])
    let vocabulary = try Vocabulary(file([(hash("oslo"), oslo)]))
    #expect(vocabulary.code("OSLO") == oslo && vocabulary.code("Bergen") == .none)
    let records = TokenRecordsTests.records(["in", "Oslo"])
    records.first[0].code = oslo
    vocabulary.fill(records)
    #expect(records[0].code == .none && records[1].code == oslo)
  }

  @Test func sectionsThatDoNotFitAreRefused() throws {
    var builder = ModelFileBuilder()
    builder.addVocabulary([])
    builder.addVectors([(5, WordCode(cluster: 1, codes: [1, 2, 3, 4, 5]))])
    builder.add("vocabulary.vectors.codes", integers: [UInt8](repeating: 0, count: 6))
    let file = try ModelFile(bytes: builder.build(), path: "m")
    let error = #expect(throws: ModelError.self) { try Vocabulary(file) }
    #expect(error?.description.contains("'vocabulary.vectors.codes' has 6 bytes for 1 words") == true)
  }
}
