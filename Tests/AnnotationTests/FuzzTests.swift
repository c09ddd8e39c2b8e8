import Foundation
import QuipuAnnotation
import QuipuCore
import QuipuDocuments
import QuipuLanguage
import QuipuTestSupport
import Testing

/// Random documents, through the reader and all stages: what holds of annotations holds of theirs.
///
/// `QUIPU_FUZZ_ROUNDS` and `QUIPU_FUZZ_SEED` ask for more rounds, or others; a failure names its seed.
@Suite struct FuzzTests {
  private static func setting(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

  private static let start = setting("QUIPU_FUZZ_SEED") ?? 1
  private static let rounds = setting("QUIPU_FUZZ_ROUNDS") ?? 160
  private static let workers = 4

  private func forEachSeed(_ worker: Int, _ body: (UInt64) throws -> Void) rethrows {
    for seed in stride(from: worker, to: FuzzTests.rounds, by: FuzzTests.workers) {
      try body(UInt64(truncatingIfNeeded: FuzzTests.start &+ seed))
    }
  }

  @Test(arguments: 0..<FuzzTests.workers) func randomTexts(_ worker: Int) throws {
    let annotator = try Standard.annotator.get()
    try forEachSeed(worker) { seed in
      var texts = RandomTexts(seed: seed)
      let document = Document(id: "t", date: seed % 2 == 0 ? CivilDate(iso: "2024-05-03") : nil, text: texts.text())
      try Invariants(annotated: annotator.annotate(document), name: "text \(seed)").check()
    }
  }

  @Test(arguments: 0..<FuzzTests.workers) func randomBytes(_ worker: Int) throws {
    let annotator = try Standard.annotator.get()
    let names = ["a.txt", "a.html", "a.md", "a.xml", "a.jsonl", "a.json", "a.conllu", "a.txt.gz", "a"]
    var read = 0
    try forEachSeed(worker) { seed in
      var texts = RandomTexts(seed: seed &+ 0x0B17E5)
      let bytes = texts.bytes()
      for case .document(let document, let gold, _) in DocumentReader(bytes: bytes, path: texts.pick(names)) {
        read += 1
        try Invariants(annotated: annotator.annotate(document, gold: gold), name: "bytes \(seed)").check()
      }
    }
    #expect(FuzzTests.rounds < 100 || read > 0)
  }

  @Test(arguments: 0..<FuzzTests.workers) func randomTreebanks(_ worker: Int) throws {
    let annotator = try Standard.annotator.get()
    var read = 0
    try forEachSeed(worker) { seed in
      var texts = RandomTexts(seed: seed &+ 0xC0211)
      for case .document(let document, let gold, _) in DocumentReader(
        bytes: Array(texts.conllu().utf8), path: "a.conllu")
      {
        read += 1
        try Invariants(annotated: annotator.annotate(document, gold: gold), name: "treebank \(seed)").check()
      }
    }
    #expect(FuzzTests.rounds < 100 || read > 0)
  }

  @Test(arguments: 0..<FuzzTests.workers) func randomTextsMakeWellFormedPages(_ worker: Int) throws {
    let annotator = try Standard.annotator.get()
    try forEachSeed(worker) { seed in
      var texts = RandomTexts(seed: seed)
      let text = texts.text(pieces: 40).unicodeScalars.filter { $0.value & 0xFFFE != 0xFFFE }
      let annotated = annotator.annotate(Document(id: "t", text: String(String.UnicodeScalarView(text))))
      #expect(isWellFormed(written(ParsePage(), annotated)), "page \(seed)")
    }
  }
}
