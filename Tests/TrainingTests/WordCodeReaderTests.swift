import Foundation
import QuipuDocuments
import QuipuLanguage
import QuipuTestSupport
import Testing

@testable import QuipuTraining

@Suite struct WordCodeReaderTests {
  @Test func wordsHaveClustersAndCodes() throws {
    let text = "# Words.\nword\tcluster\tcodes\nOslo\t329\t070d320b16\nword\t10\t0102030405\n"
    let words = try WordCodeReader.codes(in: Array(text.utf8), path: "w.tsv")
    let hashes = ["oslo", "word"].map { Array($0.utf8).withUnsafeBufferPointer { FeatureHash.bytes($0) } }
    #expect(words.map(\.hash) == hashes)
    #expect(words[0].code == WordCode(cluster: 0x329, codes: [7, 13, 50, 11, 22]))
    #expect(words[1].code.fine == 16)
  }

  @Test(arguments: ["a\t329", "a\t800\t0102030405", "a\t1\t01020304", "a\t1\t010203040x", "a\tx\t0102030405"])
  func otherLinesAreRefused(_ line: String) {
    let error = #expect(throws: TrainingError.self) {
      try WordCodeReader.codes(in: Array("# c\n\(line)\n".utf8), path: "w.tsv")
    }
    #expect(error?.description.hasPrefix("w.tsv:2: the line is no word with cluster and codes; write ") == true)
  }

  @Test func centroidsStandInTheirRows() throws {
    let text = "table\tnumber\tvector\n0\t10\tff01\n1\t2\t7f80\n"
    let (table, dimensions) = try WordCodeReader.centroids(in: Array(text.utf8), path: "c.tsv")
    #expect(dimensions == 2 && table.count == 2 * WordCentroids.rows)
    #expect(Array(table[32..<34]) == [-1, 1])
    let row = WordCentroids.row(stage: 1, 2)
    #expect(row == 2050 && Array(table[2 * row..<2 * row + 2]) == [127, -128])
    #expect(table.filter { $0 != 0 }.count == 4)
  }

  @Test(arguments: ["0\t10", "6\t1\tff01", "1\t100\tff01", "0\t800\tff01", "0\t1\tff0", "0\t1\tff0101", "-1\t1\tff01"])
  func otherCentroidsAreRefused(_ line: String) {
    let error = #expect(throws: TrainingError.self) {
      try WordCodeReader.centroids(in: Array("0\t1\tff01\n\(line)\n".utf8), path: "c.tsv")
    }
    #expect(error?.description.hasPrefix("c.tsv:2: the line is no centroid like those before it; write ") == true)
    #expect(throws: TrainingError.self) { try WordCodeReader.centroids(in: [], path: "c.tsv") }
  }

  /// The files that come with the models fit together: every cluster and code of a word has a centroid, and words
  /// with types have codes.
  @Test func theShippedFilesAreWhole() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let models = root.path + "/Models/"
    let words = try WordCodeReader.codes(in: try InputBytes.read(models + "words.tsv.gz"), path: "words.tsv.gz")
    let (table, dimensions) = try WordCodeReader.centroids(
      in: try InputBytes.read(models + "centroids.tsv.gz"), path: "centroids.tsv.gz")
    #expect(words.count == 120_000 && dimensions == 50)
    let types = try WordTypeReader.types(in: try InputBytes.read(models + "word-types.tsv.gz"), path: "word-types")
    #expect(types.count > 10_000 && Set(types.keys).isSubset(of: words.map(\.hash)))
    func isThere(_ row: Int) -> Bool { table[row * dimensions..<(row + 1) * dimensions].contains { $0 != 0 } }
    var rows: Set<Int> = []
    for (_, code) in words {
      rows.insert(WordCentroids.row(stage: 0, Int(code.fine)))
      for stage in 1...WordCode.codeCount {
        rows.insert(WordCentroids.row(stage: stage, Int(code.code(stage - 1))))
      }
    }
    #expect(rows.count > 3000 && rows.allSatisfy(isThere))
  }
}
