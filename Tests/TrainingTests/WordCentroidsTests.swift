import QuipuLanguage
import Testing

@testable import QuipuTraining

@Suite struct WordCentroidsTests {
  private func file(_ table: [Int8]?, dimensions: Int = 1) throws -> ModelFile {
    var builder = ModelFileBuilder()
    builder.addVocabulary([])
    if let table { WordCentroids.add(table, dimensions: dimensions, to: &builder) }
    return try ModelFile(bytes: builder.build(), path: "m")
  }

  @Test func aVectorIsTheSumOfCentroids() throws {
    var table = [Int8](repeating: 0, count: 2 * WordCentroids.rows)
    func set(_ stage: Int, _ number: Int, _ x: Int8, _ y: Int8) {
      let row = WordCentroids.row(stage: stage, number)
      (table[2 * row], table[2 * row + 1]) = (x, y)
    }
    set(0, 99, 64, 0)
    for stage in 1...5 { set(stage, stage, 0, 16) }
    let centroids = try #require(try WordCentroids(file(table, dimensions: 2)))
    let vector = FloatBuffer(WordCentroids.width)
    centroids.add(WordCode(cluster: 99, codes: [1, 2, 3, 4, 5]), to: vector.start)
    centroids.add(.none, to: vector.start)
    #expect((0..<3).map { vector.start[$0] } == [0.5, 0.625, 0])
  }

  @Test func whatDoesNotFitIsRefused() throws {
    #expect(try WordCentroids(file(nil)) == nil)
    let error = #expect(throws: ModelError.self) { try WordCentroids(file([1, 2, 3])) }
    #expect(error?.description.contains("has 3 numbers, not 1 to 64 for each of 3328") == true)
    let wide = [Int8](repeating: 1, count: 65 * WordCentroids.rows)
    #expect(throws: ModelError.self) { try WordCentroids(file(wide, dimensions: 65)) }
  }
}
