import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct ParserFeaturesTests {
  @Test func everyRowLiesInItsTable() {
    var random = SplitMix64(seed: 1)
    #expect(ParserFeatures.count == ParserFeatures.tables.count)
    for _ in 0..<500 {
      var record = TokenRecord()
      withUnsafeMutableBytes(of: &record) { bytes in
        for i in bytes.indices { bytes[i] = UInt8.random(in: 0...255, using: &random) }
      }
      var rows = [UInt32](repeating: 0, count: ParserFeatures.count)
      ParserFeatures.write(&record, into: &rows)
      var start = 0
      for (row, size) in zip(rows, ParserFeatures.tables) {
        #expect(Int(row) >= start && Int(row) < start + size)
        start += size
      }
    }
  }

  @Test func distancesHaveClassesOfTheirOwn() {
    #expect((1...5).map { ArcDistance.number(dependent: 0, head: $0) } == [1, 2, 3, 4, 5])
    #expect(
      [6, 7, 8, 10, 11, 15, 16, 25, 26, 999].map { ArcDistance.number(dependent: 0, head: $0) } == [
        6, 6, 7, 7, 8, 8, 9, 9, 10, 10,
      ])
    #expect([1, 5, 30].map { ArcDistance.number(dependent: $0, head: 0) } == [11, 15, 20])
    #expect(ArcDistance.count == 21 && ArcDistance.count <= ArcDistance.columns)
  }
}
