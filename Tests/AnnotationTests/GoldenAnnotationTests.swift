import Foundation
import QuipuAnnotation
import QuipuCore
import QuipuLanguage
import Testing

/// The annotations of a thousand sentences have one checksum, on every machine and on any number of threads.
/// `make record` writes it anew, and fails.
@Suite struct GoldenAnnotationTests {
  private static let record = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "golden-annotation.txt")

  private static var isRecording: Bool { ProcessInfo.processInfo.environment["QUIPU_RECORD"] == "1" }

  private static func hash(_ bytes: [UInt8]) -> String {
    StableHash.hexadecimal(bytes.withUnsafeBytes { XXHash64.hash($0) })
  }

  /// 40 documents of 25 sentences.
  private static let documents: [Document] = (0..<40).map { i in
    var texts = GrammarTexts(seed: UInt64(i))
    let date = i % 3 == 0 ? nil : CivilDate(iso: "2024-07-\(10 + i % 20)")
    return Document(id: "d\(i)", date: date, text: texts.document(sentences: 25))
  }

  private static func annotation(_ document: Document, _ annotator: DocumentAnnotator) -> [UInt8] {
    let annotated = annotator.annotate(document)
    var bytes: [UInt8] = []
    CoNLLUAnnotationWriter(hasTokenRanges: true).write(annotated, into: &bytes)
    AnnotationJSONWriter(hasTokens: true).write(annotated, into: &bytes)
    return bytes
  }

  /// With so many documents at once.
  private static func annotations(_ annotator: DocumentAnnotator, jobs: Int) async -> [UInt8] {
    await withTaskGroup(of: (Int, [UInt8]).self) { group in
      var pages = [[UInt8]](repeating: [], count: documents.count)
      for (i, document) in documents.enumerated() {
        if i >= jobs, let (index, bytes) = await group.next() { pages[index] = bytes }
        group.addTask { (i, annotation(document, annotator)) }
      }
      for await (index, bytes) in group { pages[index] = bytes }
      return Array(pages.joined())
    }
  }

  @Test func aThousandSentencesHaveTheRecordedChecksum() async throws {
    let model = Array(try Data(contentsOf: URL(filePath: Standard.folder + "/Models/english.model")))
    let annotator = try Standard.annotator.get()
    let one = await GoldenAnnotationTests.annotations(annotator, jobs: 1)
    for jobs in [2, 4] {
      let isSame = await GoldenAnnotationTests.annotations(annotator, jobs: jobs) == one
      #expect(isSame, "other bytes with \(jobs) jobs")
    }
    let found = "model \(GoldenAnnotationTests.hash(model))\nannotations \(GoldenAnnotationTests.hash(one))\n"
    if GoldenAnnotationTests.isRecording {
      try Data(found.utf8).write(to: GoldenAnnotationTests.record)
      Issue.record("the checksum is recorded anew: look at git diff, then run without QUIPU_RECORD")
      return
    }
    let recorded = try String(contentsOf: GoldenAnnotationTests.record, encoding: .utf8)
    let (expected, actual) = (recorded.split(separator: "\n"), found.split(separator: "\n"))
    try #require(expected.count == 2 && actual.count == 2)
    #expect(actual[0] == expected[0], "another model: 'make record' writes the checksum of its annotations")
    #expect(actual[1] == expected[1], "the same model, other annotations: if that is meant, 'make record'")
  }

  @Test func theTextsAreWorthIt() throws {
    let annotator = try Standard.annotator.get()
    let analyses = GoldenAnnotationTests.documents.map { annotator.annotate($0).analysis }
    let sentences = analyses.reduce(0) { $0 + $1.sentences.count }
    #expect((950...1100).contains(sentences), "\(sentences) sentences")
    #expect(analyses.allSatisfy { !$0.values.isEmpty })
    #expect(Set(analyses.flatMap(\.tags)).count >= 14)
  }
}
