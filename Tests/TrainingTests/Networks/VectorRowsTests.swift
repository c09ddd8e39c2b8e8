import QuipuLanguage
import QuipuTestSupport
import Testing

@testable import QuipuTraining

@Suite struct VectorRowsTests {
  @Test func wordsWithoutVectorsHaveZeros() throws {
    let rows = VectorRows(try WordCentroids(TinyVectors.model(TinyTreebank.model())))
    let out = FloatBuffer(2 * VectorRows.width)
    rows.write([.none, WordCode(cluster: 20, codes: [1, 2, 3, 4, 5])], into: out.start)
    #expect((0..<VectorRows.width).allSatisfy { out.start[$0] == 0 })
    #expect((0..<TinyVectors.dimensions).contains { out.start[VectorRows.width + $0] != 0 })
    #expect((TinyVectors.dimensions..<VectorRows.width).allSatisfy { out.start[VectorRows.width + $0] == 0 })
    VectorRows(nil).write([WordCode(cluster: 20, codes: [1, 2, 3, 4, 5])], into: out.start)
    #expect((0..<VectorRows.width).allSatisfy { out.start[$0] == 0 })
  }

  /// The rows that a word's code names add up to what the matrix makes of its vector.
  @Test func foldedRowsAddUpToTheProduct() throws {
    let rows = VectorRows(try WordCentroids(TinyVectors.model(TinyTreebank.model())))
    let (width, tables) = (16, ParserFeatures.tables)
    var random = SplitMix64(seed: 2)
    let matrix = FloatBuffer(VectorRows.width * width)
    for i in 0..<matrix.count { matrix.start[i] = Float.random(in: -1...1, using: &random) }
    let embeddings = FloatBuffer(ParserFeatures.rows * width)
    rows.fold(
      matrix.start, width: width, tables: tables, vectorTable: ParserFeatures.vectorTable, into: embeddings)
    for _ in 0..<20 {
      var record = TokenRecord()
      record.code = WordCode(
        cluster: UInt16.random(in: 16..<2048, using: &random),
        codes: (0..<WordCode.codeCount).map { _ in UInt8.random(in: 1...255, using: &random) })
      var named = [UInt32](repeating: 0, count: ParserFeatures.count)
      ParserFeatures.write(&record, into: &named)
      let vector = FloatBuffer(VectorRows.width)
      rows.write([record.code], into: vector.start)
      for k in 0..<width {
        var product: Float = 0
        for j in 0..<VectorRows.width { product += vector.start[j] * matrix.start[j * width + k] }
        let sum = named.reduce(Float(0)) { $0 + embeddings.start[Int($1) * width + k] }
        #expect(abs(product - sum) < 1e-3)
      }
    }
  }
}
