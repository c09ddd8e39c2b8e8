import QuipuLanguage
import QuipuTestSupport
import Testing

@testable import QuipuTraining

@Suite struct ParserQuantizerTests {
  /// The rows of embeddings that a word's code names add up to what the matrix makes of its vector.
  @Test func rowsOfCodesAddUpToTheProduct() throws {
    let shape = ParserShape(input: 16, hidden: 16, layers: 1, arc: 16, relation: 16)
    let parameters = ParserParameters(shape, seed: 3)
    let centroids = try #require(try WordCentroids(TinyVectors.model(TinyTreebank.model())))
    var builder = ModelFileBuilder()
    ParserQuantizer(parameters: parameters, centroids: centroids).add(to: &builder)
    let file = try ModelFile(bytes: builder.build())
    let table: UnsafeBufferPointer<Int8> = try file.integers("parser.embeddings")
    let matrix = parameters.weights.start + parameters.layout.vectors.offset
    var random = SplitMix64(seed: 2)
    for _ in 0..<20 {
      var record = TokenRecord()
      record.code = WordCode(
        cluster: UInt16.random(in: 16..<2048, using: &random),
        codes: (0..<WordCode.codeCount).map { _ in UInt8.random(in: 1...255, using: &random) })
      var rows = [UInt32](repeating: 0, count: ParserFeatures.count)
      ParserFeatures.write(&record, into: &rows)
      let vector = FloatBuffer(WordCentroids.width)
      centroids.add(record.code, to: vector.start)
      for k in 0..<shape.input {
        let product = (0..<WordCentroids.width).reduce(Float(0)) {
          $0 + vector.start[$1] * matrix[$1 * shape.input + k]
        }
        let sum = ParserFeatures.vectorTables.reduce(0) { $0 + Int(table[Int(rows[$1]) * shape.input + k]) }
        // Each of six rows is rounded to 1/64.
        #expect(abs(product * 64 - Float(sum)) <= 3.01)
      }
    }
  }

  @Test func withoutCentroidsCodesSayNothing() throws {
    let parameters = ParserParameters(ParserShape(input: 16, hidden: 16, layers: 1, arc: 16, relation: 16), seed: 3)
    var builder = ModelFileBuilder()
    ParserQuantizer(parameters: parameters, centroids: nil).add(to: &builder)
    let file = try ModelFile(bytes: builder.build())
    let table: UnsafeBufferPointer<Int8> = try file.integers("parser.embeddings")
    #expect(table.allSatisfy { $0 == 0 })
  }
}
