import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct WeightTableTests {
  /// Every width that parts of a word of sixteen columns can make, with the extreme weights, against plain sums.
  @Test(arguments: [1, 2, 3, 7, 8, 15, 16, 17, 22, 31, 32, 50]) func sumsAreExact(_ columns: Int) throws {
    var random = SplitMix64(seed: UInt64(columns))
    let rows = 64
    let extremes: [Int8] = [-128, -127, 127, 0, 1, -1]
    let weights = (0..<rows * columns).map { _ in
      Bool.random(using: &random)
        ? extremes[Int.random(in: 0..<6, using: &random)] : Int8.random(in: -128...127, using: &random)
    }
    var builder = ModelFileBuilder()
    builder.add("w", weights: weights, columns: columns, scale: 1)
    let table = try ModelFile(bytes: builder.build()).weights("w", columns: columns)
    for count in [0, 1, 28, 255, WeightTable.maximumFeatures] {
      let features = (0..<count).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) }
      var sums = [Int32](repeating: 99, count: table.sumCount)
      table.score(features, count: count, into: &sums)
      for column in 0..<columns {
        let expected = features.reduce(0) { $0 + Int32(weights[Int($1) % rows * columns + column]) }
        #expect(sums[column] == expected)
      }
    }
  }

  @Test func theLargestSumsFit() throws {
    for weight in [Int8.min, Int8.max] {
      var builder = ModelFileBuilder()
      builder.add("w", weights: [Int8](repeating: weight, count: 5), columns: 5, scale: 1)
      let table = try ModelFile(bytes: builder.build()).weights("w", columns: 5)
      var sums = [Int32](repeating: 0, count: table.sumCount)
      table.score([UInt32](repeating: 3, count: 256), count: 256, into: &sums)
      #expect(Array(sums[..<5]) == [Int32](repeating: 256 * Int32(weight), count: 5))
    }
  }

  @Test func rowsMustBeAPowerOfTwo() throws {
    var builder = ModelFileBuilder()
    builder.add("w", weights: [1, 2, 3], columns: 1, scale: 1)
    let file = try ModelFile(bytes: builder.build())
    #expect(throws: ModelError.self) { try file.weights("w", columns: 1) }
  }
}
