import QuipuLanguage
import QuipuTestSupport

@testable import QuipuTraining

/// Vectors of the tiny treebank's words, drawn at random.
enum TinyVectors {
  static let dimensions = 6

  /// The sections of a model with codes and centroids beside them.
  static func model(_ bytes: [UInt8]) throws -> ModelFile {
    var builder = ModelFileBuilder(try ModelFile(bytes: bytes), without: "vocabulary.vectors.")
    var random = SplitMix64(seed: 4)
    let forms = Set(try TinyTreebank.read().flatMap { $0.words.map(\.form) })
      .sorted { $0.lexicographicallyPrecedes($1) }
    builder.addVectors(
      forms.map { form in
        let code = WordCode(
          cluster: UInt16.random(in: 16..<UInt16(WordCode.clusterCount), using: &random),
          codes: (0..<WordCode.codeCount).map { _ in UInt8.random(in: 1...255, using: &random) })
        return (form.withUnsafeBufferPointer { FormFolding.hash($0) }, code)
      })
    let table = (0..<WordCentroids.rows * dimensions).map { _ in Int8.random(in: -30...30, using: &random) }
    WordCentroids.add(table, dimensions: dimensions, to: &builder)
    return try ModelFile(bytes: builder.build())
  }
}
